-- rls: tables whose row-level security is off, or does not bind the owner
select c.relname::text from pg_class c
 where c.relnamespace = 'vp'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity);

-- owner: what vp_owner does not own, or may do beyond making logins
select c.oid::regclass::text from pg_class c
 where c.relnamespace = 'vp'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relowner <> 'vp_owner'::regrole
union all
select p.oid::regprocedure::text from pg_proc p
 where p.pronamespace = 'vp'::regnamespace and p.proowner <> 'vp_owner'::regrole
union all
select 'vp_owner' from pg_roles where rolname = 'vp_owner' and (rolcanlogin or rolsuper or rolbypassrls or rolreplication);

-- search_path: functions that look names up where a caller says
select p.oid::regprocedure::text from pg_proc p
 where p.pronamespace = 'vp'::regnamespace
   and not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false);

-- public: what everybody on the server may do
select 'vp' from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'vp' and a.grantee = 0
union all
select c.relname::text from pg_class c, aclexplode(c.relacl) a
 where c.relnamespace = 'vp'::regnamespace and a.grantee = 0
union all
select p.oid::regprocedure::text from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
 where p.pronamespace = 'vp'::regnamespace and a.grantee = 0
union all
select d.datname::text from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
 where d.datname = current_database() and a.grantee = 0 and a.privilege_type in ('CONNECT', 'CREATE');

-- writes: rights on tables beyond reading, of anybody but the owner and superusers
select distinct format('%s: %s on %s', coalesce(r.rolname, 'public'), a.privilege_type, c.relname)
  from pg_class c, aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
 where c.relnamespace = 'vp'::regnamespace and c.relkind in ('r', 'p')
   and a.privilege_type <> 'SELECT' and a.grantee <> c.relowner and not coalesce(r.rolsuper, false);

-- strangers: objects in the schema that are not ours, triggers included
select c.relname::text from pg_class c
 where c.relnamespace = 'vp'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> all ($1)
union all
select p.proname::text from pg_proc p where p.pronamespace = 'vp'::regnamespace and p.proname <> all ($2)
union all
select t.tgname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
 where c.relnamespace = 'vp'::regnamespace and not t.tgisinternal and t.tgname not in ('append_only', 'append_only_truncate')
union all
select r.rulename::text from pg_rewrite r join pg_class c on c.oid = r.ev_class
 where c.relnamespace = 'vp'::regnamespace;

-- functions: the source of our functions, to compare with this release
select p.proname::text, p.prosrc from pg_proc p where p.pronamespace = 'vp'::regnamespace;

-- tables: the triggers that make the log append-only, where they are missing or silent
select wanted from unnest(array['append_only', 'append_only_truncate']) wanted
 where not exists (select from pg_trigger t where t.tgrelid = 'vp.entry'::regclass and t.tgname = wanted and t.tgenabled = 'O');

-- logins: logins of members that may do more than sign in
select r.rolname::text from pg_roles r
 where r.rolname ~ '^m_[0-9a-f]{16}$'
   and (r.rolsuper or r.rolcreaterole or r.rolcreatedb or r.rolbypassrls or r.rolreplication
        or pg_has_role(r.oid, 'vp_owner', 'member') or pg_has_role(r.oid, 'vp_auditor', 'member'));

-- bypass: roles that can sign in and see every row
select r.rolname::text from pg_roles r where (r.rolsuper or r.rolbypassrls) and r.rolcanlogin;

-- tls: settings of transport encryption that are too weak, where the server can be reached over a network
select format('%s = %s', s.name, s.setting) from pg_settings s
 where current_setting('listen_addresses') <> ''
   and (s.name, s.setting) in (('ssl', 'off'), ('ssl_min_protocol_version', 'TLSv1'), ('ssl_min_protocol_version', 'TLSv1.1'),
                               ('ssl_min_protocol_version', 'TLSv1.2'), ('ssl_min_protocol_version', ''));

-- hba: lines of pg_hba.conf that let somebody in over a network without TLS or without SCRAM
select format('%s %s %s', h.line_number, h.type, h.auth_method) from pg_hba_file_rules h
 where h.error is not null
    or (h.type in ('host', 'hostnossl') and h.auth_method <> 'reject')
    or (h.type like 'host%' and h.auth_method in ('trust', 'password', 'md5', 'ident', 'ldap', 'pam'));

-- parameters: settings under which parameters of statements are written to the log
select format('%s = %s', s.name, s.setting) from pg_settings s
 where (s.name = 'log_parameter_max_length' and s.setting <> '0')
    or (s.name = 'log_parameter_max_length_on_error' and s.setting <> '0')
    or (s.name = 'auto_explain.log_parameter_max_length' and s.setting <> '0')
    or (s.name = 'pgaudit.log_parameter' and s.setting = 'on')
    or (s.name like 'debug_print_%' and s.setting = 'on');

-- statements: settings under which every statement of a member is written to the log
select format('%s = %s', s.name, s.setting) from pg_settings s
 where (s.name = 'log_statement' and s.setting in ('mod', 'all'))
    or (s.name = 'log_min_duration_statement' and s.setting = '0')
    or (s.name = 'log_min_error_statement' and s.setting like 'debug%')
    or (s.name = 'log_duration' and s.setting = 'on');

-- durability: settings with which a crash loses or spoils what was acknowledged
select format('%s = %s', s.name, s.setting) from pg_settings s
 where (s.name, s.setting) in (('fsync', 'off'), ('full_page_writes', 'off'), ('synchronous_commit', 'off'),
                               ('data_checksums', 'off'));

-- backup: settings without which there is no copy of the last hours
select format('%s = %s', s.name, s.setting) from pg_settings s
 where (s.name, s.setting) in (('archive_mode', 'off'), ('wal_level', 'minimal'))
   and not exists (select from pg_replication_slots);
