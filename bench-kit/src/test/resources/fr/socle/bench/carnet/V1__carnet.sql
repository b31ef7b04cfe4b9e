create table carnet.note (space_id varchar(64) not null);
