-- Hai vai trò: chủ sở hữu (tạo, nâng cấp bảng) và ứng dụng. Two roles: the owner (makes and changes tables) and the application.
--   psql -U postgres -v owner_password=… -v app_password=… -f roles.sql
-- Chạy lại được; may be run again. After each upgrade of the tables: grants.sql, as the owner, in the database sohoa.
\set ON_ERROR_STOP on

select 'create role sohoa_owner' where not exists (select from pg_roles where rolname = 'sohoa_owner') \gexec
select 'create role sohoa' where not exists (select from pg_roles where rolname = 'sohoa') \gexec
alter role sohoa_owner with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
alter role sohoa with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';
-- no paper is answered for before it lies on the disk, whatever the server's default says
alter role sohoa_owner set synchronous_commit = on;
alter role sohoa set synchronous_commit = on;

select 'create database sohoa owner sohoa_owner encoding ''UTF8'' locale ''C.UTF-8'' template template0'
where not exists (select from pg_database where datname = 'sohoa') \gexec
revoke all on database sohoa from public;
grant connect on database sohoa to sohoa;

\connect sohoa
revoke all on schema public from public;
alter schema public owner to sohoa_owner;
grant usage on schema public to sohoa;
-- tables made later: reading and adding only; grants.sql gives the rest, table by table
alter default privileges for role sohoa_owner in schema public grant select, insert on tables to sohoa;
alter default privileges for role sohoa_owner in schema public grant usage, select on sequences to sohoa;
