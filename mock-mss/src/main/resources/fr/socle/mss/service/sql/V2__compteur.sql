-- The last UIDVALIDITY given, whatever became of its folder: one row, which never goes back.

create table mss.compteur (
  uid_validity bigint not null
);

insert into mss.compteur select coalesce(max(uid_validity), 0) from mss.dossier;
