-- Where to look for the people of a generated population. The people themselves are written again
-- from the seed and the number of their household; only the ways to find them are kept.

create table world.population (
  seed bigint primary key,
  households bigint not null
);

create table world.trait (
  seed bigint not null,
  trait_key varchar(300) not null,
  household bigint not null,
  primary key (seed, trait_key, household)
);

create table world.matricule (
  seed bigint not null,
  number varchar(13) not null,
  household bigint not null,
  primary key (seed, number)
);
