-- What the control API acknowledged for each space, so that it can be opened again as it was.
-- Documents are JSON in UTF-8.

create table spaces.opening (
  space_id varchar(64) primary key,
  place bigint not null,
  upcoming_person bigint not null,
  document bytea not null
);

create table spaces.entry (
  space_id varchar(64) not null,
  place bigint not null,
  kind varchar(20) not null,
  document bytea not null,
  primary key (space_id, place)
);
