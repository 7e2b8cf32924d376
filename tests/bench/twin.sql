-- The plaintext twin: what the same screens would ask of clear tables. Run as the superuser of a database of its own.

create table member (id bytea primary key, name text not null);

create table client (id bytea primary key, code text not null, name text not null);

create table case_file (
  id           bytea primary key,
  code         text not null,
  alias        text not null,
  client       bytea not null references client,
  owner        bytea not null references member,
  deputy       bytea references member,
  state        text not null,
  state_since  timestamptz not null,
  next_what    text not null,
  next_due     date,
  nature       text not null,
  received     date not null,
  last_change  timestamptz not null,
  changes      integer not null
);
create index case_of_owner on case_file (owner);

create table note (
  id      bytea primary key,
  of_case bytea not null references case_file,
  author  bytea not null references member,
  at      timestamptz not null,
  body    text not null,
  words   tsvector not null generated always as (to_tsvector('simple', body)) stored
);
create index note_of_case on note (of_case, at);
create index note_words on note using gin (words);

create role twin login password 'twin';
grant select, insert on all tables in schema public to twin;
