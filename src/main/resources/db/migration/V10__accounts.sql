-- Who may sign in. An account is never removed: the log names it.
create table account (
  name varchar(64) primary key,
  display_name varchar(200) not null,
  -- names of roles with commas between
  roles varchar(200) not null,
  -- code of a unit, or * for the whole province
  unit varchar(40) not null,
  enabled boolean not null,
  -- rises with every change of rights or secrets: older sessions end
  version bigint not null,
  -- Argon2id, with its parameters and salt
  password_hash varchar(200) not null,
  one_time boolean not null,
  -- secret of the six-digit codes, Base32; null until it is enrolled
  totp_secret varchar(64),
  -- last step whose code was used; none is used twice
  totp_step bigint not null,
  -- wrong tries in a row
  failures integer not null,
  locked_until timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  constraint account_failures_counted check (failures >= 0)
);
