-- Evidence records (RFC 4998), one over all objects of a paper; the record itself is an object of the paper.
create table evidence (
  document_id uuid primary key constraint evidence_of_document references document (id),
  made_at timestamp(6) with time zone not null,
  -- the end of the certificate behind its last time-stamp: to be renewed before
  lapses_at timestamp(6) with time zone not null
);
create index evidence_lapses on evidence (lapses_at);
