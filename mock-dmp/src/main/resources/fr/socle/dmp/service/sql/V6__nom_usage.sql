-- The usual name that a record has in the place of the person's; empty when it is the person's.

alter table dmp.dossier add column nom_usage varchar(200) default '' not null;
