-- How the national portal took each dossier (R-58): what was accepted last, what was refused and why, when it is tried again.
create table portal_state (
  dossier_code varchar(80) primary key constraint portal_of_dossier references dossier (code),
  -- failures since it was last accepted
  attempts integer not null,
  tried_at timestamp(6) with time zone not null,
  -- null: only a change sends it again
  not_before timestamp(6) with time zone,
  accepted_at timestamp(6) with time zone,
  payload_sha256 varchar(64),
  -- the portal did not take the data: a person has to mend them
  refused boolean not null,
  errors varchar(100000) not null
);
create index portal_not_before on portal_state (not_before);
