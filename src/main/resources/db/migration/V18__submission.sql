-- Dossiers handed in over the network: the same request sent twice is one dossier. Keys and contents as hashes, nobody's data.
create table submission (
  key_hash varchar(64) primary key,
  content_hash varchar(64) not null,
  dossier_code varchar(80) not null,
  account varchar(200) not null,
  submitted_at timestamp(6) with time zone not null
);
