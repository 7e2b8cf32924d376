-- server_version: as a number, 150004 for 15.4
select current_setting('server_version_num')::int;

-- one_at_a_time: until the end of the transaction
select pg_advisory_xact_lock(7698546311004278905);

-- has_schema: whether the schema has been installed here
select to_regnamespace('vp') is not null;

-- applied: migrations in order
select version, name, checksum from vp.schema_version order by version;

-- record: a migration that has been applied
insert into vp.schema_version (version, name, checksum) values ($1, $2, $3);

-- become_owner: until the end of the transaction
set local role vp_owner;

-- open_founding: the login that may found the practice
select vp.open_founding($1, $2);

-- status: what an administrator may know; counts where she may see rows
select current_setting('server_version') as server_version,
       pg_database_size(current_database()) as size_bytes,
       (select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as connections,
       coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as tls,
       rolsuper or rolbypassrls as sees_rows
  from pg_roles where rolname = current_user;

-- counts: rows by kind
select exists (select from vp.meta) as founded,
       (select count(*) from vp.entry) as entries,
       (select count(distinct space) from vp.entry) as spaces,
       (select count(*) from vp.blob) as blobs,
       (select count(*) from vp.login where stage = 'device' and active) as logins,
       (select count(*) from vp.invite where expires > now() and welcome is null) as invitations;

-- settle: what the planner knows about the tables
vacuum analyze;
