-- The journal of a bench: append-only. Documents are JSON in UTF-8; bodies are rows of chunks.

create table journal.space (
  id varchar(64) primary key,
  document bytea not null,
  deleted boolean default false not null
);

create table journal.scenario (
  id varchar(64) primary key,
  place bigint not null,
  space_id varchar(64) not null,
  document bytea not null,
  closure bytea
);

create index scenario_by_space on journal.scenario (space_id, place);

create table journal.exchange (
  sequence bigint primary key,
  space_id varchar(64) not null,
  window_id varchar(64),
  service varchar(64) not null,
  transaction_name varchar(200),
  truncated boolean not null,
  document bytea not null
);

create index exchange_by_space on journal.exchange (space_id, sequence);
create index exchange_by_window on journal.exchange (window_id, sequence);

create table journal.body (
  sequence bigint not null,
  side char(1) not null,
  part integer not null,
  bytes bytea not null,
  primary key (sequence, side, part)
);

create table journal.finding (
  id bigint primary key,
  space_id varchar(64) not null,
  window_id varchar(64),
  document bytea not null
);

create index finding_by_space on journal.finding (space_id, id);

create table journal.bench_error (
  id bigint primary key,
  space_id varchar(64) not null,
  window_id varchar(64),
  happened_at varchar(40) not null,
  message varchar(4000) not null
);
