-- The reference data that decisions rest on, kept as it was: a stamp in the history of a paper names a state of jobs/reference/.
create table reference_file (
  sha256 varchar(64) primary key,
  content varchar(1000000) not null
);

create table reference_state (
  stamp varchar(12) not null,
  name varchar(200) not null,
  sha256 varchar(64) not null constraint reference_state_of_file references reference_file (sha256),
  first_used_at timestamp(6) with time zone not null,
  constraint reference_state_once primary key (stamp, name)
);
