-- Where to look for the people of a generated population. The people themselves are written again
-- from the seed and the number of their household; only the ways to find them are kept.

create table world.population (
  seed bigint primary key,
  households bigint not null
);

-- A clue is what a person may be found by (traits, matricule), hashed with the seed into the upper
-- 40 bits, and the number of the household in the lower 24: one clustered index, filled in order.
create table world.clue (
  entry bigint primary key
);
