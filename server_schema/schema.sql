-- The whole present schema, as vp_owner. Every byte string is a public key, an identifier, a hash, a signature or
-- ciphertext; README.md says for each column who can read it and what it reveals.

create schema vp;

-- One practice per database; empty until it is founded.
create table vp.meta (
  only_row    boolean primary key default true check (only_row),
  practice_id bytea not null check (octet_length(practice_id) = 16),
  -- Part of every delta cursor. Renew it after restoring an older state: all clients then read everything once more.
  incarnation uuid not null default gen_random_uuid()
);

-- The signed, hash-linked logs of all spaces; the practice log is the one whose space is meta.practice_id.
create table vp.entry (
  space bytea not null check (octet_length(space) = 16),
  seq   bigint not null check (seq >= 0),
  raw   bytea not null check (octet_length(raw) between 213 and 1048576),
  -- No foreign key: a shredded record leaves its entry behind, and the chain stays verifiable.
  blob  bytea check (octet_length(blob) = 32),
  -- Whoever remembers the oldest transaction still running when she asked misses nothing that commits late.
  xid   xid8 not null default pg_current_xact_id(),
  primary key (space, seq)
);
alter table vp.entry alter raw set storage external;  -- ciphertext does not compress
create index entry_xid on vp.entry (xid);
create index entry_blob on vp.entry (blob) where blob is not null;

-- The sealed records, named by their content.
create table vp.blob (
  hash bytea primary key,
  ct   bytea not null check (octet_length(ct) <= 16777216),
  constraint blob_is_named_by_its_content check (hash = sha256(ct))
);
alter table vp.blob alter ct set storage external;

-- "This device has verified this space up to here": what shows a withheld entry to everybody else.
create table vp.attestation (
  device    bytea not null check (octet_length(device) = 16),
  space     bytea not null check (octet_length(space) = 16),
  seq       bigint not null check (seq >= 0),
  head      bytea not null check (octet_length(head) = 32),
  signature bytea not null check (octet_length(signature) = 64),
  xid       xid8 not null default pg_current_xact_id(),
  primary key (space, device)
);
create index attestation_xid on vp.attestation (xid);

-- Who is sent what. Not who can read what: that is decided by keys, and this server has none.
create table vp.access (
  space  bytea not null check (octet_length(space) = 16),
  member bytea not null check (octet_length(member) = 16),
  -- The writer of a space that she cannot read herself: a call-back card, sealed to its addressee at once.
  sealed boolean not null default false,
  -- The last entry she is sent, null while she belongs: who was taken off may verify that she was.
  ends   bigint,
  xid    xid8 not null default pg_current_xact_id(),
  primary key (member, space)
);
create index access_space on vp.access (space);
create index access_xid on vp.access (xid);

-- One login per device, so that a lost laptop ends alone.
create table vp.login (
  role_name name primary key check (role_name ~ '^m_[0-9a-f]{16}$'),
  stage     text not null check (stage in ('founder', 'joiner', 'device')),
  member    bytea check (octet_length(member) = 16),
  device    bytea unique check (octet_length(device) = 16),
  active    boolean not null default true,
  constraint a_device_has_a_member check ((stage = 'device') = (member is not null and device is not null))
);

create table vp.invite (
  id        bytea primary key check (octet_length(id) = 16),
  role_name name not null unique,
  device    bytea not null check (octet_length(device) = 16),
  expires   timestamptz not null,
  payload   bytea not null check (octet_length(payload) <= 65536),
  joined    bytea check (octet_length(joined) <= 65536),
  welcome   bytea check (octet_length(welcome) <= 65536),
  constraint nobody_is_welcomed_before_joining check (welcome is null or joined is not null)
);

-- Entries of the practice log that still need a colleague's signature.
create table vp.proposal (
  id     bytea primary key check (octet_length(id) = 16),
  raw    bytea not null check (octet_length(raw) <= 1048576),
  device bytea not null check (octet_length(device) = 16)
);

create table vp.schema_version (
  version    integer primary key,
  name       text not null,
  checksum   bytea not null,
  applied_at timestamptz not null default now()
);
