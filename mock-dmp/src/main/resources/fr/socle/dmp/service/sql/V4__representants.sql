-- Legal representatives of a patient, in order.

create table dmp.representant (
  space_id varchar(64) not null,
  ins varchar(15) not null,
  rang integer not null,
  lien varchar(20) not null,
  nom varchar(200) not null,
  prenom varchar(200) not null,
  primary key (space_id, ins, rang)
);
