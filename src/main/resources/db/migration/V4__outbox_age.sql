-- How long an event has waited, for those who watch. Events older than this change count from the change.
alter table outbox add column written_at timestamp(6) with time zone default current_timestamp not null;
