-- Which paper says that an old card number (CMND) and a personal id are of one person (R-23). A row is a saying of one paper: what stands
-- is reckoned from all of them, and two personal ids for one old number join nothing.
create table owner_link (
  document_id uuid not null constraint owner_link_of_document references document (id),
  old_number varchar(40) not null,
  owner_number varchar(40) not null,
  page integer not null,
  -- where the old number was read, and how
  field varchar(60) not null,
  method varchar(20) not null,
  state varchar(20) not null constraint owner_link_state_known check (state in ('PROPOSED', 'PROVEN', 'CONFIRMED', 'REFUSED')),
  found_at timestamp(6) with time zone not null,
  officer varchar(200),
  decided_at timestamp(6) with time zone,
  constraint owner_link_once primary key (document_id, old_number, owner_number),
  constraint owner_link_decided_whole check ((state in ('CONFIRMED', 'REFUSED')) = (officer is not null and decided_at is not null))
);
create index owner_link_old on owner_link (old_number);
create index owner_link_owner on owner_link (owner_number);
