"""What `vp server check` says: a key is a problem, with its hint; `<key>.ok` is the same thing in good order."""

TEXT: dict[str, tuple[str, str]] = {
    "schema.ok": (
        "Het schema is bij (versie {found}, PostgreSQL {server}).",
        "The schema is up to date (version {found}, PostgreSQL {server}).",
    ),
    "schema": (
        "Het schema is versie {found}, dit programma kent {wanted}.",
        "The schema is version {found}, this program knows {wanted}.",
    ),
    "schema.hint": (
        "Voer 'vp server upgrade' uit, of werk dit programma bij.",
        "Run 'vp server upgrade', or upgrade this program.",
    ),
    "schema.missing": ("Hier is niets ingericht.", "Nothing has been set up here."),
    "schema.missing.hint": ("Voer 'vp server install' uit.", "Run 'vp server install'."),
    "unseen": ("Niet te controleren met deze rechten: {what}.", "Cannot be checked with these rights: {what}."),
    "unseen.hint": ("Voer de controle uit als superuser.", "Run the check as a superuser."),
    "rls.ok": ("Rijbeveiliging staat aan, ook voor de eigenaar.", "Row-level security is on, for the owner too."),
    "rls": (
        "Rijbeveiliging staat uit of geldt niet voor de eigenaar: {what}.",
        "Row-level security is off or does not bind the owner: {what}.",
    ),
    "rls.hint": ("Voer 'vp server upgrade' uit.", "Run 'vp server upgrade'."),
    "owner.ok": (
        "Alles is van vp_owner, die zich niet kan aanmelden.",
        "Everything belongs to vp_owner, who cannot sign in.",
    ),
    "owner": (
        "vp_owner bezit dit niet, of mag te veel: {what}.",
        "vp_owner does not own this, or may do too much: {what}.",
    ),
    "owner.hint": (
        "ALTER … OWNER TO vp_owner; ALTER ROLE vp_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOREPLICATION.",
        "ALTER … OWNER TO vp_owner; ALTER ROLE vp_owner NOLOGIN NOSUPERUSER NOBYPASSRLS NOREPLICATION.",
    ),
    "search_path.ok": ("Alle functies hebben een vast zoekpad.", "All functions have a fixed search path."),
    "search_path": ("Functies zonder vast zoekpad: {what}.", "Functions without a fixed search path: {what}."),
    "search_path.hint": ("Voer 'vp server upgrade' uit.", "Run 'vp server upgrade'."),
    "public.ok": ("PUBLIC mag niets.", "PUBLIC may do nothing."),
    "public": ("PUBLIC mag te veel: {what}.", "PUBLIC may do too much: {what}."),
    "public.hint": (
        "REVOKE ALL ON … FROM PUBLIC, of voer 'vp server upgrade' uit.",
        "REVOKE ALL ON … FROM PUBLIC, or run 'vp server upgrade'.",
    ),
    "writes.ok": ("Leden schrijven alleen door functies.", "Members write through functions alone."),
    "writes": ("Schrijfrechten op tabellen: {what}.", "Rights to write tables: {what}."),
    "writes.hint": ("REVOKE deze rechten.", "REVOKE these rights."),
    "strangers.ok": ("Het schema bevat alleen het onze.", "The schema holds only what is ours."),
    "strangers": ("Niet van ons, in het schema vp: {what}.", "Not ours, in the schema vp: {what}."),
    "strangers.hint": ("Ga na wie dit heeft gemaakt, en verwijder het.", "Find out who made this, and drop it."),
    "functions.ok": ("De functies zijn die van deze versie.", "The functions are those of this release."),
    "functions": (
        "Deze functies zijn veranderd of ontbreken: {what}.",
        "These functions were changed or are missing: {what}.",
    ),
    "functions.hint": ("Ga na waarom, en voer 'vp server upgrade' uit.", "Find out why, and run 'vp server upgrade'."),
    "tables.ok": ("Het logboek is alleen uit te breiden.", "The log can only be appended to."),
    "tables": ("De bewaking van het logboek ontbreekt: {what}.", "The guard of the log is missing: {what}."),
    "tables.hint": ("Voer 'vp server upgrade' uit.", "Run 'vp server upgrade'."),
    "logins.ok": (
        "Aanmeldingen van leden mogen niets buiten hun werk.",
        "Logins of members may do nothing beyond their work.",
    ),
    "logins": (
        "Aanmeldingen van leden met te veel rechten: {what}.",
        "Logins of members with too many rights: {what}.",
    ),
    "logins.hint": (
        "ALTER ROLE … NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION; REVOKE lidmaatschappen.",
        "ALTER ROLE … NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION; REVOKE memberships.",
    ),
    "bypass.ok": ("Niet meer dan één aanmelding kan alle rijen zien.", "No more than one login can see all rows."),
    "bypass": (
        "{n} aanmeldingen zien alle rijen (versleuteld): {what}.",
        "{n} logins see all rows (encrypted): {what}.",
    ),
    "bypass.hint": (
        "Beperk SUPERUSER en BYPASSRLS tot wie het nodig heeft, bijvoorbeeld voor back-ups.",
        "Keep SUPERUSER and BYPASSRLS to those who need it, for backups for example.",
    ),
    "tls.ok": ("TLS is sterk genoeg, of er is geen netwerk.", "TLS is strong enough, or there is no network."),
    "tls": ("Te zwakke transportversleuteling: {what}.", "Transport encryption that is too weak: {what}."),
    "tls.hint": (
        "ssl = on met een certificaat, en ssl_min_protocol_version = 'TLSv1.3'.",
        "ssl = on with a certificate, and ssl_min_protocol_version = 'TLSv1.3'.",
    ),
    "hba.ok": ("Over het netwerk komt men binnen met TLS en SCRAM.", "Over a network one enters with TLS and SCRAM."),
    "hba": (
        "Regels van pg_hba.conf die te veel toelaten: {what}.",
        "Lines of pg_hba.conf that admit too much: {what}.",
    ),
    "hba.hint": (
        "Gebruik voor leden alleen: hostssl <database> all <adressen> scram-sha-256.",
        "For members use only: hostssl <database> all <addresses> scram-sha-256.",
    ),
    "parameters.ok": ("Parameters komen niet in het serverlogboek.", "Parameters do not reach the server's log."),
    "parameters": (
        "Parameters (versleuteld) komen in het serverlogboek: {what}.",
        "Parameters (encrypted) reach the server's log: {what}.",
    ),
    "parameters.hint": (
        "ALTER DATABASE … SET log_parameter_max_length = 0 (en ..._on_error); een logboek bewaart wat "
        "vernietigd moest zijn.",
        "ALTER DATABASE … SET log_parameter_max_length = 0 (and …_on_error); a log keeps what should have "
        "been destroyed.",
    ),
    "statements.ok": (
        "Het serverlogboek houdt niet bij wie wanneer wat deed.",
        "The server's log does not record who did what when.",
    ),
    "statements": (
        "Het serverlogboek houdt bij wie wanneer iets deed: {what}.",
        "The server's log records who did something when: {what}.",
    ),
    "statements.hint": (
        "Zet dit uit, of bewaar het logboek kort: activiteit is een gegeven.",
        "Switch this off, or keep the log for a short time: activity is information.",
    ),
    "durability.ok": ("Wat is bevestigd, overleeft een storing.", "What was acknowledged survives a crash."),
    "durability": (
        "Na een storing kan er iets weg of stuk zijn: {what}.",
        "After a crash something may be lost or spoilt: {what}.",
    ),
    "durability.hint": (
        "Zet fsync, full_page_writes en synchronous_commit aan; data_checksums met pg_checksums --enable.",
        "Switch fsync, full_page_writes and synchronous_commit on; data_checksums with pg_checksums --enable.",
    ),
    "backup.ok": ("De laatste uren zijn ook elders.", "The last hours are elsewhere too."),
    "backup": ("Van de laatste uren is er geen kopie: {what}.", "There is no copy of the last hours: {what}."),
    "backup.hint": (
        "Zet archive_mode aan of maak een replica. Niemand anders kan verloren zaken terughalen.",
        "Switch archive_mode on or run a replica. Nobody else can bring lost cases back.",
    ),
}
