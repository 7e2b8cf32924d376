-- Row-level security, FORCEd on every table, so that it binds the functions of vp_owner as well: they too see only
-- what the login behind the session may see. It is a second wall, not the first: the first is encryption.
--
-- Content (entry, blob, attestation) is bounded by session_user for everybody, the owner included. The tables that say
-- who somebody is (login, access, invite, proposal, meta, schema_version) are open to the owner, whose functions
-- must compare one member with another, and show a member her own rows only.
-- Groups are cluster-wide and logins are not, so no policy asks for a group: a row in vp.login decides.

do $$
declare
  t regclass;
  p record;
begin
  for t in select c.oid from pg_class c where c.relnamespace = 'vp'::regnamespace and c.relkind = 'r' loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    for p in select polname from pg_policy where polrelid = t loop
      execute format('drop policy %I on %s', p.polname, t);
    end loop;
  end loop;
end $$;

-- EXISTS rather than "space = any (array (…))": the planner probes one row for one space and hashes the set for many;
-- with 20 000 spaces a single entry costs 0.5 ms this way and 12 ms that way, and counting all of them the same.
-- Who wrote a space that is sealed to others sees what her own device wrote, to repeat a lost append, and nothing else:
-- that a colleague has answered, and which one, is not hers to know.
create policy reads on vp.entry for select using (
  exists (
    select from vp.access a
     where a.space = entry.space and (a.ends is null or entry.seq <= a.ends)
       and a.member = (select l.member from vp.login l where l.role_name = session_user and l.active)
       and (not a.sealed or substring(entry.raw from 73 for 16) = (
         select l.device from vp.login l where l.role_name = session_user and l.active)))
  or space = (
    select m.practice_id from vp.meta m, vp.login l where l.role_name = session_user and l.active));

-- Nobody files an entry in a colleague's name: the header's signer is the device of the login. The practice log takes
-- co-signed entries, which any member may bring.
create policy appends on vp.entry for insert with check (exists (
  select from vp.login l
   where l.role_name = session_user and l.active and l.stage = 'device'
     and (entry.space = (select m.practice_id from vp.meta m)
          or (substring(raw from 73 for 16) = l.device
              and exists (select from vp.access a where a.space = entry.space and a.member = l.member
                            and a.ends is null)))));

-- A record is visible where an entry that names it is: the policy of vp.entry applies inside.
create policy reads on vp.blob for select using (exists (select from vp.entry e where e.blob = blob.hash));
create policy appends on vp.blob for insert with check (exists (select from vp.entry e where e.blob = blob.hash));
create policy shreds on vp.blob for delete using (exists (select from vp.entry e where e.blob = blob.hash));

create policy reads on vp.attestation for select using (
  exists (
    select from vp.access a
     where a.space = attestation.space and (a.ends is null or attestation.seq <= a.ends) and not a.sealed
       and a.member = (select l.member from vp.login l where l.role_name = session_user and l.active))
  or space = (
    select m.practice_id from vp.meta m, vp.login l where l.role_name = session_user and l.active));
create policy attests on vp.attestation for insert with check (
  device = (select l.device from vp.login l where l.role_name = session_user and l.active));
create policy renews on vp.attestation for update using (
  device = (select l.device from vp.login l where l.role_name = session_user and l.active));

create policy own on vp.access for select using (
  member = (select l.member from vp.login l where l.role_name = session_user and l.active));
create policy own on vp.login for select using (role_name = session_user);
create policy all_see on vp.meta for select using (true);
create policy all_see on vp.schema_version for select using (true);

create policy functions on vp.access to vp_owner using (true);
create policy functions on vp.login to vp_owner using (true);
create policy functions on vp.meta to vp_owner using (true);
create policy functions on vp.invite to vp_owner using (true);
create policy functions on vp.proposal to vp_owner using (true);
create policy functions on vp.schema_version to vp_owner using (true);

create policy audits on vp.entry for select to vp_auditor using (true);
create policy audits on vp.attestation for select to vp_auditor using (true);
create policy audits on vp.access for select to vp_auditor using (true);

-- Rights. Nothing is PUBLIC's; members read their rows and write through functions alone.
revoke all on schema vp from public;
revoke all on all tables in schema vp from public, vp_member, vp_joiner, vp_founder, vp_auditor;
revoke all on all functions in schema vp from public, vp_member, vp_joiner, vp_founder, vp_auditor;
grant usage on schema vp to vp_member, vp_joiner, vp_founder, vp_auditor;
grant select on vp.entry, vp.blob, vp.attestation, vp.access, vp.login, vp.meta, vp.schema_version to vp_member;
grant select on vp.entry, vp.attestation, vp.access, vp.login, vp.meta, vp.schema_version to vp_auditor;
grant execute on function vp.found to vp_founder;
grant execute on function vp.practice, vp.invite_mine, vp.invite_join to vp_joiner;
grant execute on function
  vp.append, vp.attest, vp.delta, vp.heads, vp.space_entries, vp.practice, vp.blobs, vp.attestations, vp.shred,
  vp.set_verifier, vp.logins, vp.login_admit, vp.login_end,
  vp.invite_open, vp.invites, vp.invite_mine, vp.invite_welcome, vp.invite_cancel,
  vp.propose, vp.proposals, vp.proposal_update, vp.proposal_drop
  to vp_member;
