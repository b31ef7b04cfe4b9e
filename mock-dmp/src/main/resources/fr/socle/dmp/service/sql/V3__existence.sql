-- Whose record was tested (TD0.2, TD1.3a), and by whom: * is everybody. The order of calls is judged
-- on it.

create table dmp.existence (
  space_id varchar(64) not null,
  ins varchar(100) not null,
  appelant varchar(100) not null,
  primary key (space_id, ins, appelant)
);
