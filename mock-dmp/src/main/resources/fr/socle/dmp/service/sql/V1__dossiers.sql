-- State of the DMP of each patient, where it is not that of a patient nobody said anything about,
-- and what links it to professionals and structures. Instants are milliseconds since 1970.

create table dmp.dossier (
  space_id varchar(64) not null,
  ins varchar(15) not null,
  statut varchar(10) not null,
  motif_code varchar(60),
  motif_texte varchar(1000),
  ferme_le bigint,
  rattache boolean not null,
  compte_internet boolean not null,
  opposition_bris boolean not null,
  opposition_centre_15 boolean not null,
  masque_urgence boolean not null,
  coordonnees varchar(4000) not null,
  dernier_depot bigint,
  primary key (space_id, ins)
);

create table dmp.autorisation (
  space_id varchar(64) not null,
  porteur varchar(100) not null,
  ins varchar(15) not null,
  structure varchar(100) not null,
  nom varchar(200) not null,
  prenom varchar(200) not null,
  specialite_code varchar(40) not null,
  specialite_libelle varchar(300) not null,
  etat varchar(12) not null,
  mt boolean not null,
  debut bigint not null,
  derniere_action bigint not null,
  primary key (space_id, porteur, ins)
);

create index autorisation_du_patient on dmp.autorisation (space_id, ins);
create index autorisation_de_la_structure on dmp.autorisation (space_id, structure);
