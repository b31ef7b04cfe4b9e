-- The zone a message was dated in, in seconds, which its INTERNALDATE is told in; and subscriptions,
-- which outlive the folders they name (RFC 3501 section 6.3.6).

alter table mss.message add column decalage int default 0 not null;

create table mss.abonnement (
  space_id varchar(64) not null,
  adresse varchar(254) not null,
  nom varchar(255) not null,
  primary key (space_id, adresse, nom)
);

insert into mss.abonnement select space_id, adresse, nom from mss.dossier where souscrit;

alter table mss.dossier drop column souscrit;
