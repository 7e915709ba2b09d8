-- Tables that the first policies left out; what each means stands in row-security.sql.

-- before a dossier is received it has no row of its own: whose it is stands in the list of what was handed in
create policy visitor_sees on submitted_dossier using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or sohoa_sees(receiving_unit, processing_unit, issuing_unit)
) with check (true);
alter table submitted_dossier enable row level security;
alter table submitted_dossier force row level security;

create policy visitor_sees on submission using (
  (select coalesce(current_setting('sohoa.units', true), '') = '')
    or exists (select 1 from dossier seen where seen.code = dossier_code)
    or exists (select 1 from submitted_dossier seen where seen.dossier_code = submission.dossier_code)
) with check (true);
alter table submission enable row level security;
alter table submission force row level security;

create policy visitor_sees on portal_state using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from dossier seen where seen.code = dossier_code)
) with check (true);
alter table portal_state enable row level security;
alter table portal_state force row level security;

create policy visitor_sees on dossier_handling using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from dossier seen where seen.code = dossier_code)
) with check (true);
alter table dossier_handling enable row level security;
alter table dossier_handling force row level security;

create policy visitor_sees on paper_handling using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table paper_handling enable row level security;
alter table paper_handling force row level security;

create policy visitor_sees on asked_again using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from document seen where seen.id = document_id)
) with check (true);
alter table asked_again enable row level security;
alter table asked_again force row level security;

-- two papers side by side: for whoever sees both
create policy visitor_sees on duplicate_pair using (
  (select coalesce(current_setting('sohoa.units', true), '') = '')
    or (exists (select 1 from document seen where seen.id = first_id) and exists (select 1 from document seen where seen.id = second_id))
) with check (true);
alter table duplicate_pair enable row level security;
alter table duplicate_pair force row level security;

create policy visitor_sees on reuse_recall using (
  (select coalesce(current_setting('sohoa.units', true), '') = '') or exists (select 1 from reuse_entry seen where seen.id = entry_id)
) with check (true);
alter table reuse_recall enable row level security;
alter table reuse_recall force row level security;
