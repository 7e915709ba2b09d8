-- Every look at personal data, before it is shown: append-only and chained as the history is. No values.
create table access_entry (
  seq bigint primary key,
  prev_hash varchar(64) not null,
  hash varchar(64) not null,
  happened_at timestamp(6) with time zone not null,
  who varchar(200) not null,
  role varchar(200) not null,
  unit varchar(40) not null,
  kind varchar(20) not null,
  -- not a foreign key: a look at a paper that is not there is a look too
  document_id uuid,
  purpose varchar(200) not null,
  came_from varchar(200) not null,
  result varchar(20) not null
);
create index access_entry_document on access_entry (document_id, seq);
create index access_entry_who on access_entry (who, seq);

insert into chain_head (name, seq, hash)
values ('access_entry', 0, '0000000000000000000000000000000000000000000000000000000000000000');
