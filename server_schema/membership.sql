-- Who may sign in: logins of devices, invitations, proposals for the practice log. The same rules as in functions.sql;
-- the server can tell a member from a stranger, never a coordinator from a member: that is decided by signatures.

-- Logins ---------------------------------------------------------------------------------------------------------

create or replace function vp.check_verifier(verifier text) returns void immutable language plpgsql
set search_path = pg_catalog, pg_temp as $$
begin
  -- Anything else would be taken for a password in clear, and hashed here.
  if verifier !~ '^SCRAM-SHA-256\$\d{4,7}:[A-Za-z0-9+/]{22,}={0,2}\$[A-Za-z0-9+/]{43}=:[A-Za-z0-9+/]{43}=$' then
    raise exception 'not a SCRAM verifier' using errcode = 'invalid_parameter_value';
  end if;
end $$;

create or replace function vp.make_login(role_name name, stage text, verifier text, until timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.check_verifier(verifier);
  insert into vp.login (role_name, stage) values (role_name, stage);
  execute format('create role %I login password %L valid until %L in role %I', role_name, verifier, until, 'vp_' || stage);
  -- Ending another role's connections asks for its rights.
  execute format('grant %I to vp_owner', role_name);
end $$;

create or replace function vp.drop_login(gone name) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  delete from vp.login l where l.role_name = gone and l.stage <> 'device';
  perform pg_terminate_backend(s.pid) from pg_stat_activity s where s.usename = gone and s.pid <> pg_backend_pid();
  execute format('drop role if exists %I', gone);
end $$;

create or replace function vp.promote(role_name name, stage text, member bytea, device bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update vp.login l set stage = 'device', member = promote.member, device = promote.device
   where l.role_name = promote.role_name;
  execute format('revoke %I from %I', 'vp_' || stage, role_name);
  execute format('grant vp_member to %I', role_name);
  execute format('alter role %I valid until %L', role_name, 'infinity');
end $$;

-- For the administrator, while no practice has been founded: the one login that may found it.
create or replace function vp.open_founding(role_name name, verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from vp.meta) then
    raise exception 'founded before' using errcode = 'VP003';
  end if;
  perform vp.drop_login(l.role_name) from vp.login l where l.stage = 'founder';
  perform vp.make_login(role_name, 'founder', verifier, now() + interval '72 hours');
end $$;

-- Found the practice: its log from GENESIS on, the first member's first device, and a password that only it knows.
create or replace function vp.found(practice_id bytea, raws bytea[], member bytea, device bytea, verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.check_verifier(verifier);
  if not exists (select from vp.login l where l.role_name = session_user and l.active and l.stage = 'founder') then
    raise exception 'not the founder' using errcode = 'insufficient_privilege';
  end if;
  insert into vp.meta (practice_id) values (practice_id);
  perform vp.promote(session_user, 'founder', member, device);
  insert into vp.entry (space, seq, raw) select practice_id, n - 1, raws[n] from generate_subscripts(raws, 1) n;
  if exists (select from vp.entry e where substring(e.raw from 9 for 16) <> e.space or vp.u64(e.raw, 24) <> e.seq) then
    raise exception 'not a practice log' using errcode = 'invalid_parameter_value';
  end if;
  execute format('alter role %I password %L', session_user, verifier);
end $$;

create or replace function vp.set_verifier(verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.me(), vp.check_verifier(verifier);
  execute format('alter role %I password %L', session_user, verifier);
end $$;

create or replace function vp.logins() returns table (role_name name, member bytea, device bytea, active boolean)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select l.role_name, l.member, l.device, l.active from vp.login l, vp.me() where l.stage = 'device'
$$;

-- A joiner's login becomes the login of a member's device; belongs to the entry that admits it.
create or replace function vp.login_admit(of_role name, its_member bytea, its_device bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its_stage text;
begin
  perform vp.me();
  select l.stage into its_stage from vp.login l where l.role_name = of_role for update;
  if its_stage = 'joiner' then
    perform vp.promote(of_role, 'joiner', its_member, its_device);
  elsif its_stage is null then
    raise exception 'no such login' using errcode = 'VP002';
  elsif not exists (select from vp.login l
                     where l.role_name = of_role and l.member = its_member and l.device = its_device) then
    raise exception 'admitted before' using errcode = 'VP003';
  end if;
end $$;

-- No more logins of this device, or of all devices of this member, and their connections end now. Returns how many.
create or replace function vp.login_end(of_member bytea, of_device bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  ended bigint := 0;
  its_name name;
begin
  perform vp.me();
  for its_name in
    update vp.login l set active = false
     where l.stage = 'device' and l.active and (l.member = of_member or l.device = of_device) returning l.role_name
  loop
    execute format('alter role %I nologin', its_name);
    perform pg_terminate_backend(s.pid) from pg_stat_activity s where s.usename = its_name and s.pid <> pg_backend_pid();
    ended := ended + 1;
  end loop;
  return ended;
end $$;

-- For the administrator, when a practice is restored from a member's bundle: her device signs in with the password of its
-- vault. The role may have outlived the database, and a row may have been noted by a colleague who restored before.
create or replace function vp.restore_login(of_role name, its_member bytea, its_device bytea, verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.check_verifier(verifier);
  delete from vp.login l where l.role_name = of_role and not l.active and l.device <> its_device;
  insert into vp.login (role_name, stage, member, device) values (of_role, 'device', its_member, its_device)
    on conflict (device) do update set role_name = excluded.role_name, member = excluded.member, active = true;
  if to_regrole(quote_ident(of_role)) is null then
    execute format('create role %I', of_role);
  end if;
  execute format('alter role %I login password %L valid until %L', of_role, verifier, 'infinity');
  execute format('grant vp_member to %I', of_role);
  execute format('grant %I to vp_owner', of_role);
end $$;

-- Invitations ----------------------------------------------------------------------------------------------------

-- A login for somebody who was told a code: one use, at most 72 hours. Tidies up what has expired.
create or replace function vp.invite_open(invite bytea, of_role name, verifier text, expires_ms bigint, its_payload bytea)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me vp.login := vp.me();
  until timestamptz := least(to_timestamp(expires_ms / 1000.0), now() + interval '72 hours');
begin
  if exists (select from vp.invite i where i.id = invite and i.role_name = of_role and i.payload = its_payload) then
    return;
  end if;
  perform vp.drop_login(i.role_name) from vp.invite i join vp.login l using (role_name)
    where i.expires < now() and i.joined is null and l.stage = 'joiner';
  delete from vp.invite i where i.expires < now() and i.joined is null;
  perform vp.make_login(of_role, 'joiner', verifier, until);
  insert into vp.invite (id, role_name, device, expires, payload) values (invite, of_role, me.device, until, its_payload);
end $$;

create or replace function vp.invites()
returns table (id bytea, role_name name, device bytea, expires_ms bigint, payload bytea, joined bytea, welcome bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select i.id, i.role_name, i.device, (extract(epoch from i.expires) * 1000)::bigint, i.payload, i.joined, i.welcome
    from vp.invite i, vp.me()
$$;

-- The joiner's own invitation, and the practice it leads to; still there after her admission, for the welcome.
create or replace function vp.invite_mine()
returns table (practice bytea, id bytea, role_name name, device bytea, expires_ms bigint, payload bytea, joined bytea, welcome bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select m.practice_id, i.id, i.role_name, i.device, (extract(epoch from i.expires) * 1000)::bigint, i.payload, i.joined, i.welcome
    from vp.meta m, vp.invite i join vp.login l using (role_name)
   where l.role_name = session_user and l.active
$$;

-- The joiner's answer; the code's password ends here, and her own begins.
create or replace function vp.invite_join(message bytea, verifier text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.check_verifier(verifier);
  update vp.invite i set joined = message
   where i.joined is null
     and i.role_name = (select l.role_name from vp.login l
                         where l.role_name = session_user and l.active and l.stage = 'joiner');
  if not found then
    raise exception 'used before' using errcode = 'VP003';
  end if;
  -- Two more people must look at it: the colleagues who check the code and who co-signs.
  execute format('alter role %I password %L valid until %L', session_user, verifier, now() + interval '30 days');
  perform pg_notify('vp', '');
end $$;

create or replace function vp.invite_welcome(invite bytea, its_welcome bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.me();
  update vp.invite i set welcome = its_welcome where i.id = invite and i.joined is not null;
  if not found then
    raise exception 'no such invitation' using errcode = 'VP002';
  end if;
end $$;

create or replace function vp.invite_cancel(invite bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  its_name name;
begin
  perform vp.me();
  delete from vp.invite i where i.id = invite returning i.role_name into its_name;
  if exists (select from vp.login l where l.role_name = its_name and l.stage = 'joiner') then
    perform vp.drop_login(its_name);
  end if;
end $$;

-- Proposals ------------------------------------------------------------------------------------------------------

create or replace function vp.propose(proposal bytea, its_raw bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me vp.login := vp.me();
begin
  insert into vp.proposal (id, raw, device) values (proposal, its_raw, me.device) on conflict do nothing;
  perform vp.proposal_update(proposal, its_raw, sha256(its_raw));
end $$;

create or replace function vp.proposals() returns table (id bytea, raw bytea, device bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.raw, p.device from vp.proposal p, vp.me()
$$;

-- With one more signature; `replaces` is the hash of the version it was added to, so that no signature gets lost.
create or replace function vp.proposal_update(proposal bytea, its_raw bytea, replaces bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.me();
  update vp.proposal p set raw = its_raw where p.id = proposal and sha256(p.raw) in (replaces, sha256(its_raw));
  if not found then
    raise exception 'somebody else was first' using errcode = 'VP001', detail = 0;
  end if;
  perform pg_notify('vp', '');
end $$;

create or replace function vp.proposal_drop(proposal bytea) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform vp.me();
  delete from vp.proposal p where p.id = proposal;
end $$;
