-- Roles are cluster-wide, rights are per database: this file may run any number of times, in any number of databases.
-- Runs first, as the administrator (superuser, or owner of the database with CREATEROLE).

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('vp_owner', 'nologin createrole', 'owns the schema; its functions make and end the logins of devices'),
      ('vp_auditor', 'nologin', 'may read the log, never the sealed records')) as w (name, attributes, says)
  loop
    if to_regrole(wanted.name) is null then
      execute format('create role %I %s', wanted.name, wanted.attributes);
      execute format('comment on role %I is %L', wanted.name, wanted.says);
    end if;
  end loop;
  begin
    set local role vp_owner;
  exception when insufficient_privilege then
    execute format('grant vp_owner to %I', current_user);
    set local role vp_owner;
  end;

  -- The groups are made by the owner: from PostgreSQL 16 on, only a role's maker may put others into it.
  for wanted in
    select * from (values
      ('vp_member', 'one login per device of a member'),
      ('vp_joiner', 'invited, not yet admitted'),
      ('vp_founder', 'may found the practice, once')) as w (name, says)
  loop
    if to_regrole(wanted.name) is null then
      execute format('create role %I nologin', wanted.name);
      execute format('comment on role %I is %L', wanted.name, wanted.says);
    end if;
  end loop;
  reset role;

  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create on database %I to vp_owner', current_database());
  execute format('grant connect on database %I to vp_member, vp_joiner, vp_founder, vp_auditor', current_database());
end $$;

-- Parameters hold ciphertext and password verifiers only, yet a log is kept longer than a shredded record.
-- Only a superuser may say this; `vp server check` tells when it is missing.
do $$
begin
  execute format('alter database %I set log_parameter_max_length = 0', current_database());
  execute format('alter database %I set log_parameter_max_length_on_error = 0', current_database());
exception when insufficient_privilege then
  raise notice 'log_parameter_max_length stays as it is';
end $$;
