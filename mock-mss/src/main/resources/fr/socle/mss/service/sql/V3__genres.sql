-- Kinds of mailboxes: who opens them (national identifiers separated by blanks), by which certificate, and their state.

alter table mss.boite add column genre varchar(16) default 'PER' not null;
alter table mss.boite add column utilisateurs varchar(4000) default '' not null;
alter table mss.boite add column libelle varchar(254) default '' not null;
alter table mss.boite add column certificat varchar(1000) default '' not null;
alter table mss.boite add column organisation varchar(254) default '' not null;
alter table mss.boite add column etat varchar(16) default 'OPEN' not null;

update mss.boite set utilisateurs = titulaire;
