-- open_tables: the owner too is bound by the policies, and a restoration writes for everybody; until the transaction ends
do $$
begin
  alter table vp.entry no force row level security;
  alter table vp.blob no force row level security;
  alter table vp.attestation no force row level security;
end $$;

-- close_tables: as policies.sql leaves them
do $$
begin
  alter table vp.entry force row level security;
  alter table vp.blob force row level security;
  alter table vp.attestation force row level security;
end $$;

-- practice: the practice that lives here, which is $1 unless another did
with made as (insert into vp.meta (practice_id) values ($1) on conflict do nothing returning practice_id)
select practice_id from made union all select practice_id from vp.meta;

-- differ: spaces in which another entry stands where one of these belongs
select distinct e.space
  from unnest($1::bytea[], $2::bigint[], $3::bytea[]) as t (space, seq, raw) join vp.entry e using (space, seq)
 where e.raw <> t.raw;

-- entries: those that are missing
with made as (
  insert into vp.entry (space, seq, raw, blob)
    select t.* from unnest($1::bytea[], $2::bigint[], $3::bytea[], $4::bytea[]) t on conflict do nothing returning 1)
select count(*) from made;

-- blobs: those that are missing
with made as (
  insert into vp.blob (hash, ct) select sha256(t), t from unnest($1::bytea[]) t on conflict do nothing returning 1)
select count(*) from made;

-- destroyed: records that an entry here (TOMBSTONE 20, SHRED 21) says are gone stay gone
with gone as (
  delete from vp.blob b using vp.entry d, vp.entry e
   where d.blob = b.hash and e.space = d.space and get_byte(e.raw, 5) in (20, 21) and position(b.hash in e.raw) > 0
  returning 1)
select count(*) from gone;

-- attestations: the higher one of each device holds
insert into vp.attestation as a (device, space, seq, head, signature)
  select t.* from unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::bytea[], $5::bytea[]) t
  on conflict (space, device) do update
    set seq = excluded.seq, head = excluded.head, signature = excluded.signature, xid = pg_current_xact_id()
    where a.seq < excluded.seq;

-- access: by the log up to entry $3 of its space; whoever restored a longer one knows better
insert into vp.access as a (space, member, sealed, ends)
  select t.space, t.member, t.sealed, t.ends
    from unnest($1::bytea[], $2::bytea[], $3::bigint[], $4::boolean[], $5::bigint[]) as t (space, member, upto, sealed, ends)
   where t.upto >= (select max(e.seq) from vp.entry e where e.space = t.space)
  on conflict (member, space) do update
    set sealed = excluded.sealed, ends = excluded.ends, xid = pg_current_xact_id()
    where (a.sealed, a.ends) is distinct from (excluded.sealed, excluded.ends);

-- login: the device of whoever restores signs in with the password of its vault
select vp.restore_login($1, $2, $3, $4);

-- others: devices that have not been restored yet; without a role of the server nobody signs in
insert into vp.login (role_name, stage, member, device, active)
  select t.role_name, 'device', t.member, t.device, false
    from unnest($1::name[], $2::bytea[], $3::bytea[]) as t (role_name, member, device)
  on conflict do nothing;

-- founders: nobody founds a second practice here
select vp.drop_login(l.role_name) from vp.login l where l.stage = 'founder';

-- wake: whoever restored before looks again
select pg_notify('vp', '');
