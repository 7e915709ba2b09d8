-- Many processes on one catalogue.

-- processes that died with the paper in hand since it last moved
alter table document add column deaths integer default 0 not null;

-- somebody asked the run to stop; forgotten when it goes on
alter table run add column stop_requested_at timestamp(6) with time zone;
