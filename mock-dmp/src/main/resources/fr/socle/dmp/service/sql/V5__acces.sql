-- When a record was last changed, when its documents were last read by who is authorised, and each
-- access in an emergency, with its reason.

alter table dmp.dossier add column derniere_maj bigint;
alter table dmp.autorisation add column dernier_acces bigint;

create table dmp.acces (
  space_id varchar(64) not null,
  ins varchar(15) not null,
  quand bigint not null,
  porteur varchar(100) not null,
  mode varchar(20) not null,
  operation varchar(40) not null,
  raison varchar(1000) not null
);

create index acces_au_dossier on dmp.acces (space_id, ins, quand);
