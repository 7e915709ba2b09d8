-- What a visitor may not see, PostgreSQL does not show, whatever a query forgets (ADR 0020). The setting sohoa.units holds, for one
-- transaction, the units of whoever is worked for, separated by spaces; without it the house itself is at work and sees all.
-- Owners are bound too; only a superuser and a role with BYPASSRLS are not.

create function sohoa_sees(receiving varchar, processing varchar, issuing varchar) returns boolean language sql stable
return exists (
  select 1
  from unnest(array[receiving, processing, issuing]) place (unit), unnest(string_to_array(current_setting('sohoa.units', true), ' ')) own (unit)
  where place.unit = own.unit
    or starts_with(place.unit, own.unit || '.')
    or right(place.unit, length(own.unit) + 1) = '.' || own.unit
);

create policy visitor_sees on dossier using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or sohoa_sees(receiving_unit, processing_unit, issuing_unit)
) with check (true);
alter table dossier enable row level security;
alter table dossier force row level security;

-- a row of the tables below is seen by whoever sees its dossier, by way of the policy above
create policy visitor_sees on document using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from dossier seen where seen.code = dossier_code)
) with check (true);
alter table document enable row level security;
alter table document force row level security;

create policy visitor_sees on document_event using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table document_event enable row level security;
alter table document_event force row level security;

create policy visitor_sees on machine_reading using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table machine_reading enable row level security;
alter table machine_reading force row level security;

create policy visitor_sees on review_decision using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table review_decision enable row level security;
alter table review_decision force row level security;

create policy visitor_sees on paper_print using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table paper_print enable row level security;
alter table paper_print force row level security;

-- who used a paper is shown to the agency of the paper and to that of the dossier it was used for
create policy visitor_sees on reuse_entry using (
  (select coalesce(current_setting('sohoa.units', true), '') = '')
    or exists (select 1 from document seen where seen.id = document_id)
    or exists (select 1 from dossier seen where seen.code = for_dossier)
) with check (true);
alter table reuse_entry enable row level security;
alter table reuse_entry force row level security;
