-- Quyền của ứng dụng trên từng bảng; chạy sau mỗi lần nâng cấp, bằng sohoa_owner, trong cơ sở dữ liệu sohoa.
-- Rights of the application, table by table. Run after each upgrade, as sohoa_owner, in the database sohoa. May be run again.
--   psql -U sohoa_owner -d sohoa -f grants.sql
\set ON_ERROR_STOP on

grant usage on schema public to sohoa;
grant select, insert, update, delete on all tables in schema public to sohoa;
grant usage, select on all sequences in schema public to sohoa;

-- The history is only ever added to: who holds the application's password cannot rewrite or shorten it.
revoke update, delete, truncate on document_event from sohoa;
-- Looks, receipts, the book of reuse, the book of review and closed periods likewise.
revoke update, delete, truncate on access_entry, asked_again, period_act, period_case from sohoa;
revoke update, delete, truncate on receipt, reuse_entry, machine_reading, review_decision, reference_file, reference_state from sohoa;
-- Flyway's own list belongs to the owner (there once the tables have been made by the application).
select format('revoke insert, update, delete, truncate on %I from sohoa', tablename)
from pg_tables where schemaname = 'public' and tablename = 'flyway_schema_history' \gexec
