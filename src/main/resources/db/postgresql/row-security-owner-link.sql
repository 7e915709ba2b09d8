-- a link is seen by whoever sees the paper that says so, as in row-security.sql
create policy visitor_sees on owner_link using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table owner_link enable row level security;
alter table owner_link force row level security;
