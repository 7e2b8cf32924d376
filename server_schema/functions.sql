-- The acts: one statement, one round trip each. All are SECURITY DEFINER with a fixed search path, nothing is PUBLIC's,
-- and all parameters are ciphertext, public protocol bytes or identifiers. Run as vp_owner, any number of times.
--
-- SQLSTATEs of our own: VP001 somebody else was first (DETAIL: index of the entry), VP002 no such row, VP003 used before.
-- Offsets in an entry (protocol section 5): kind at 5, space at 8, seq at 24, signer at 72; substring() counts from 1.

create or replace function vp.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'vp.entry is append-only' using errcode = 'insufficient_privilege';
end $$;
create or replace trigger append_only before update or delete on vp.entry for each row execute function vp.refuse();
create or replace trigger append_only_truncate before truncate on vp.entry execute function vp.refuse();

create or replace function vp.u64(bytes bytea, at integer) returns bigint immutable strict language sql
set search_path = pg_catalog, pg_temp as $$
  select ('x' || encode(substring(bytes from at + 1 for 8), 'hex'))::bit(64)::bigint
$$;

create or replace function vp.now_ms() returns bigint volatile language sql set search_path = pg_catalog, pg_temp as $$
  select (extract(epoch from clock_timestamp()) * 1000)::bigint
$$;

-- The device behind this session; anybody else is refused.
create or replace function vp.me() returns vp.login stable language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
declare
  me vp.login;
begin
  select l.* into me from vp.login l where l.role_name = session_user and l.active and l.stage = 'device';
  if not found then
    raise exception 'no active device' using errcode = 'insufficient_privilege';
  end if;
  return me;
end $$;

-- Entries --------------------------------------------------------------------------------------------------------

-- Append entries, all or none, each with its record (blobs[i], or null) and, where the readers change, the space's whole
-- new list (readers[j] belongs to entry readers_of[j], counted from 1). Repeating a call that had succeeded changes
-- nothing. Returns the server's clock in milliseconds.
create or replace function vp.append(
  raws bytea[], blobs bytea[], readers_of integer[], readers bytea[],
  seen_space bytea[], seen_seq bigint[], seen_head bytea[], seen_signature bytea[]
) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me vp.login := vp.me();
  i integer;
  its_space bytea;
  its_seq bigint;
  its_readers bytea[];
  there bytea;
begin
  -- One order for all writers (space and seq are adjacent in the header), so that two batches cannot lock each other out.
  for i in select n from generate_subscripts(raws, 1) n order by substring(raws[n] from 9 for 24) loop
    if octet_length(raws[i]) < 213 or substring(raws[i] from 1 for 4) <> 'VPL1' then
      raise exception 'not an entry' using errcode = 'invalid_parameter_value';
    end if;
    its_space := substring(raws[i] from 9 for 16);
    its_seq := vp.u64(raws[i], 24);
    its_readers := array(select readers[j] from generate_subscripts(readers, 1) j where readers_of[j] = i);

    select e.raw into there from vp.entry e where e.space = its_space and e.seq = its_seq;
    continue when there = raws[i];
    if there is null and its_seq = (select coalesce(max(e.seq), -1) + 1 from vp.entry e where e.space = its_space) then
      if its_seq = 0 then
        insert into vp.access (space, member, sealed)
          values (its_space, me.member, cardinality(its_readers) > 0 and me.member <> all (its_readers))
          on conflict do nothing;
      end if;
      insert into vp.entry (space, seq, raw, blob) values (its_space, its_seq, raws[i], sha256(blobs[i]))
        on conflict do nothing;
      if found then
        insert into vp.blob (hash, ct) select sha256(blobs[i]), blobs[i] where blobs[i] is not null;
        if cardinality(its_readers) > 0 then
          update vp.access a set ends = its_seq, xid = pg_current_xact_id()
           where a.space = its_space and a.member <> all (its_readers) and a.ends is null
             and not (a.sealed and its_seq = 0);
          insert into vp.access as a (space, member) select distinct its_space, r from unnest(its_readers) r
            on conflict (member, space) do update set sealed = false, ends = null, xid = pg_current_xact_id()
              where a.sealed or a.ends is not null;
        end if;
        continue;
      end if;
      -- Another session has just committed here; if it was our own earlier attempt, all is well.
      select e.raw into there from vp.entry e where e.space = its_space and e.seq = its_seq;
      continue when there = raws[i];
    end if;
    raise exception 'somebody else was first' using errcode = 'VP001', detail = i - 1;
  end loop;
  if cardinality(seen_space) > 0 then
    perform vp.attest(seen_space, seen_seq, seen_head, seen_signature);
  end if;
  perform pg_notify('vp', '');  -- anybody can listen and anybody can forge: the wake-up says nothing
  return vp.now_ms();
end $$;

-- "I have verified these spaces up to here", of the own device only; never backwards.
create or replace function vp.attest(spaces bytea[], seqs bigint[], heads bytea[], signatures bytea[])
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  me vp.login := vp.me();
begin
  insert into vp.attestation as a (device, space, seq, head, signature)
    select me.device, t.* from unnest(spaces, seqs, heads, signatures) t
    on conflict (space, device) do update
      set seq = excluded.seq, head = excluded.head, signature = excluded.signature, xid = pg_current_xact_id()
      where a.seq < excluded.seq;
end $$;

-- Names this server's history. A copy restored elsewhere, or to an earlier time, numbers its transactions anew: cursors
-- of the old history must not be used with it.
create or replace function vp.history() returns bytea stable language sql security definer
set search_path = pg_catalog, pg_temp as $$
  select substring(sha256(uuid_send(m.incarnation) || int8send(s.system_identifier) || int4send(c.timeline_id)) for 16)
    from vp.meta m, pg_control_system() s, pg_control_checkpoint() c
$$;

-- Everything new since a cursor, in one snapshot and one answer, at most row_limit rows and about 8 MB a page:
--   p  entries of the practice log above practice_seq, before all else, since the rest is verified against them
--   e  entries of other spaces, by (space, seq): all of a space that became visible since, otherwise what is new
--   a  attestations of other devices; raw = signature, hash = head, ct = device
--   z  last row: space = practice, seq = server clock (ms), raw = next cursor, more, version = schema version
-- Cursor: history[16] ‖ since u64 ‖ next u64 ‖ phase u8 ‖ key[16] ‖ seq u64 or device[16], the last four only between pages.
-- `since` bounds transaction ids from below. `next` is the oldest transaction that still ran at the first page: what
-- commits later has that id or a higher one, so it is sent next time; perhaps twice, never not at all.
create or replace function vp.delta(cursor bytea, practice_seq bigint, row_limit integer)
returns table (what "char", space bytea, seq bigint, raw bytea, hash bytea, ct bytea, more boolean, version integer)
stable language plpgsql security definer set search_path = pg_catalog, pg_temp
-- A plan made for any cursor would read whole tables for the smallest news.
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  me vp.login := vp.me();
  practice bytea := (select m.practice_id from vp.meta m);
  history bytea := vp.history();
  snapshot pg_snapshot := pg_current_snapshot();
  since xid8 := '0';
  -- Restored rows carry ids of another history, at or above this one; a cursor from zero has sent them.
  ceiling xid8 := '18446744073709551615';
  next xid8 := pg_snapshot_xmin(snapshot);
  phase text := 'e';
  last_space bytea := '';
  last_key bytea := '';
  budget bigint := 8388608;
  page refcursor;
  r record;
begin
  if substring(cursor for 16) = history and vp.u64(cursor, 16)::text::xid8 <= pg_snapshot_xmax(snapshot) then
    since := vp.u64(cursor, 16)::text::xid8;
    if octet_length(cursor) > 32 then
      next := vp.u64(cursor, 24)::text::xid8;
      phase := chr(get_byte(cursor, 32));
      last_space := substring(cursor from 34 for 16);
      last_key := substring(cursor from 50);
    end if;
  end if;
  if since > '0' then
    ceiling := pg_snapshot_xmax(snapshot);
  end if;

  for r in select e.seq, e.raw from vp.entry e where e.space = practice and e.seq > practice_seq
            order by e.seq limit row_limit loop
    row_limit := row_limit - 1;
    budget := budget - octet_length(r.raw);
    what := 'p'; space := practice; seq := r.seq; raw := r.raw;
    return next;
  end loop;

  if phase = 'e' then
    if since = '0' then
      open page for
        select e.space, e.seq, e.raw, e.blob, b.ct
          from vp.access a join vp.entry e using (space) left join vp.blob b on b.hash = e.blob
         where a.member = me.member and not a.sealed and a.space >= last_space
           and (e.space, int8send(e.seq)) > (last_space, last_key)
         order by e.space, e.seq limit row_limit;
    else
      open page for
        with fresh as (
          select e.space, e.seq from vp.entry e join vp.access a using (space)
           where e.xid >= since and e.xid < ceiling and a.member = me.member and not a.sealed
          union
          select e.space, e.seq from vp.access a join vp.entry e using (space)
           where a.xid >= since and a.xid < ceiling and a.member = me.member and not a.sealed)
        select e.space, e.seq, e.raw, e.blob, b.ct
          from fresh join vp.entry e using (space, seq) left join vp.blob b on b.hash = e.blob
         where (e.space, int8send(e.seq)) > (last_space, last_key)
         order by e.space, e.seq limit row_limit;
    end if;
    loop
      fetch page into r;
      exit when not found or budget <= 0;
      row_limit := row_limit - 1;
      budget := budget - octet_length(r.raw) - coalesce(octet_length(r.ct), 0);
      last_space := r.space; last_key := int8send(r.seq);
      what := 'e'; space := r.space; seq := r.seq; raw := r.raw; hash := r.blob; ct := r.ct;
      return next;
    end loop;
    if row_limit > 0 and budget > 0 then
      phase := 'a'; last_space := ''; last_key := '';
    end if;
  end if;

  if phase = 'a' then
    for r in
      select t.* from (
        select a.* from vp.attestation a where a.xid >= since and a.xid < ceiling
        union
        select a.* from vp.access o join vp.attestation a using (space)
         where since > '0' and o.xid >= since and o.xid < ceiling and o.member = me.member) t
       where t.device <> me.device and (t.space, t.device) > (last_space, last_key)
       order by t.space, t.device limit row_limit
    loop
      row_limit := row_limit - 1;
      last_space := r.space; last_key := r.device;
      what := 'a'; space := r.space; seq := r.seq; raw := r.signature; hash := r.head; ct := r.device;
      return next;
    end loop;
  end if;

  more := row_limit <= 0 or budget <= 0;
  what := 'z'; space := practice; seq := vp.now_ms(); hash := null; ct := null;
  raw := history || int8send((case when more then since else next end)::text::bigint) || int8send(next::text::bigint);
  if more then
    raw := raw || convert_to(phase, 'SQL_ASCII') || last_space || last_key;
  end if;
  version := (select max(v.version) from vp.schema_version v);
  return next;
end $$;

-- The highest entry of every space in view, the practice log included.
create or replace function vp.heads() returns table (space bytea, seq bigint)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  -- One probe per space: grouping all entries takes twice as long.
  select h.space, h.seq from (
    select a.space, (select max(e.seq) from vp.entry e where e.space = a.space) as seq
      from vp.access a where a.member = (select (vp.me()).member) and not a.sealed
    union all
    select m.practice_id, (select max(e.seq) from vp.entry e where e.space = m.practice_id) from vp.meta m) h
   where h.seq is not null
$$;

create or replace function vp.space_entries(of_space bytea, from_seq bigint)
returns table (space bytea, seq bigint, raw bytea, hash bytea, ct bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select e.space, e.seq, e.raw, e.blob, b.ct
    from vp.entry e left join vp.blob b on b.hash = e.blob
   where e.space = of_space and e.seq >= from_seq order by e.seq
$$;

-- The practice log; a joiner may read it too, to check what she is being let into.
create or replace function vp.practice(from_seq bigint) returns table (space bytea, seq bigint, raw bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select e.space, e.seq, e.raw from vp.entry e join vp.meta m on m.practice_id = e.space
   where e.seq >= from_seq order by e.seq
$$;

create or replace function vp.blobs(hashes bytea[]) returns table (hash bytea, ct bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select b.hash, b.ct from vp.blob b where b.hash = any (hashes)
$$;

-- Attestations of everybody, of the given spaces or, with null, of all in view.
create or replace function vp.attestations(of_spaces bytea[])
returns table (device bytea, space bytea, seq bigint, head bytea, signature bytea)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select a.device, a.space, a.seq, a.head, a.signature from vp.attestation a
   where of_spaces is null or a.space = any (of_spaces)
$$;

-- Destroy records of a space, once an entry of kind TOMBSTONE (20) or SHRED (21) there names them. Returns their number.
create or replace function vp.shred(of_space bytea, hashes bytea[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint;
begin
  if exists (
    select from unnest(hashes) h where not exists (
      select from vp.entry e where e.space = of_space and get_byte(e.raw, 5) in (20, 21) and position(h in e.raw) > 0))
  then
    raise exception 'no entry says so' using errcode = 'insufficient_privilege';
  end if;
  delete from vp.blob b
   where b.hash = any (hashes)
     and exists (select from vp.entry e where e.blob = b.hash and e.space = of_space)
     and not exists (select from vp.entry e where e.blob = b.hash and e.space <> of_space);
  get diagnostics gone = row_count;
  return gone;
end $$;
