-- Near duplicates (R-43) and chains of papers of which each takes the place of the one before. Nothing is ever deleted for it.

-- How the first page with ink looks, and what the paper says of itself: found again by equal bands or the same key.
create table paper_print (
  document_id uuid primary key constraint paper_print_of_document references document (id),
  print varchar(1000) not null,
  band1 integer,
  band2 integer,
  band3 integer,
  band4 integer,
  -- hash of kind, number and owner (else agency and year); null before they are known
  key_hash varchar(64)
);
create index paper_print_band1 on paper_print (band1);
create index paper_print_band2 on paper_print (band2);
create index paper_print_band3 on paper_print (band3);
create index paper_print_band4 on paper_print (band4);
create index paper_print_key on paper_print (key_hash);

create table duplicate_pair (
  first_id uuid not null constraint duplicate_first references document (id),
  second_id uuid not null constraint duplicate_second references document (id),
  -- of the two prints, 0 to 1
  likeness double precision not null,
  same_key boolean not null,
  found_at timestamp(6) with time zone not null,
  verdict varchar(20) constraint duplicate_verdict_known check (verdict in ('KEEP_BOTH', 'SAME_AS', 'NEWER')),
  -- of NEWER: which of the two takes the place of the other
  successor_id uuid constraint duplicate_successor references document (id),
  officer varchar(200),
  decided_at timestamp(6) with time zone,
  constraint duplicate_pair_once primary key (first_id, second_id),
  constraint duplicate_decided_whole check ((verdict is null and officer is null and decided_at is null)
    or (verdict is not null and officer is not null and decided_at is not null)),
  constraint duplicate_successor_of_newer check ((successor_id is not null) = (verdict is not null and verdict = 'NEWER'))
);
create index duplicate_second_first on duplicate_pair (second_id, first_id);
