-- The registry and the repository: what was submitted, what became of it, and the bytes.
-- Metadata are JSON in UTF-8. Every search starts from a patient, an identifier or a link.

create table dmp.document (
  space_id varchar(64) not null,
  unique_id varchar(256) not null,
  ins varchar(15) not null,
  empreinte varchar(64) not null,
  primary key (space_id, unique_id)
);

-- Bytes are kept once for each SHA-256, in chunks.
create table dmp.contenu (
  space_id varchar(64) not null,
  empreinte varchar(64) not null,
  taille bigint not null,
  primary key (space_id, empreinte)
);

create table dmp.morceau (
  space_id varchar(64) not null,
  empreinte varchar(64) not null,
  rang integer not null,
  octets bytea not null,
  primary key (space_id, empreinte, rang)
);

-- A row for each version of the metadata; courante tells the last one.
create table dmp.fiche (
  space_id varchar(64) not null,
  uuid varchar(45) not null,
  lid varchar(45) not null,
  version integer not null,
  courante boolean not null,
  ins varchar(15) not null,
  unique_id varchar(256) not null,
  statut varchar(10) not null,
  empreinte varchar(64) not null,
  depose_le bigint not null,
  metadonnees bytea not null,
  primary key (space_id, uuid)
);

create index fiche_du_patient on dmp.fiche (space_id, ins, statut);
create index fiche_du_document on dmp.fiche (space_id, unique_id);
create index fiche_logique on dmp.fiche (space_id, lid);

create table dmp.lot (
  space_id varchar(64) not null,
  uuid varchar(45) not null,
  ins varchar(15) not null,
  unique_id varchar(256) not null,
  depose_le bigint not null,
  metadonnees bytea not null,
  primary key (space_id, uuid)
);

create unique index lot_unique on dmp.lot (space_id, unique_id);
create index lot_du_patient on dmp.lot (space_id, ins);

create table dmp.association (
  space_id varchar(64) not null,
  uuid varchar(45) not null,
  source varchar(45) not null,
  cible varchar(45) not null,
  metadonnees bytea not null,
  primary key (space_id, uuid)
);

create index association_de_la_source on dmp.association (space_id, source);
create index association_de_la_cible on dmp.association (space_id, cible);
