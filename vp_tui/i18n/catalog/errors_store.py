"""What can go wrong between this computer and the server, and while a server is set up."""

TEXT: dict[str, tuple[str, str]] = {
    # The road
    "store.unreachable.title": ("De server is niet bereikbaar", "The server cannot be reached"),
    "store.unreachable.hint": (
        "Kijk of u verbinding hebt en of het adres klopt (vp config show). Wat u deed blijft hier bewaard.",
        "See whether you are online and whether the address is right (vp config show). What you did is kept here.",
    ),
    "store.connection_lost.title": (
        "De verbinding met de server is weggevallen",
        "The connection to the server was lost",
    ),
    "store.connection_lost.hint": (
        "Probeer het opnieuw. Wat al was aangekomen, wordt niet dubbel opgeslagen.",
        "Try again. What had arrived is not stored twice.",
    ),
    "store.timeout.title": ("De server antwoordt te langzaam", "The server takes too long to answer"),
    "store.timeout.hint": (
        "Probeer het over een minuut opnieuw. Blijft het zo, waarschuw dan de beheerder van de server.",
        "Try again in a minute. If it stays like this, tell the administrator of the server.",
    ),
    "store.busy.title": ("De server heeft het te druk", "The server is too busy"),
    "store.busy.hint": (
        "Probeer het zo opnieuw. Blijft het zo: heeft de server nog ruimte en vrije verbindingen?",
        "Try again in a moment. If it stays like this: has the server space and free connections left?",
    ),
    # TLS
    "store.tls_name.title": (
        "Het certificaat van de server is voor een andere naam",
        "The server's certificate names another server",
    ),
    "store.tls_name.hint": (
        "Er is geen verbinding gemaakt. Controleer het adres; klopt dat, vraag dan de beheerder of dit de "
        "echte server is.",
        "No connection was made. Check the address; if it is right, ask the administrator whether this is "
        "the real server.",
    ),
    "store.tls_expired.title": ("Het certificaat van de server is verlopen", "The server's certificate has expired"),
    "store.tls_expired.hint": (
        "Er is geen verbinding gemaakt. De beheerder moet het vernieuwen; kijk ook of uw klok goed staat.",
        "No connection was made. The administrator must renew it; also see whether your clock is right.",
    ),
    "store.tls_untrusted.title": (
        "Het certificaat van de server is niet te vertrouwen",
        "The server's certificate cannot be trusted",
    ),
    "store.tls_untrusted.hint": (
        "Er is geen verbinding gemaakt. Zet het CA-bestand van de beheerder in het adres: "
        "sslrootcert=/pad/naar/ca.pem.",
        "No connection was made. Put the administrator's CA file in the address: sslrootcert=/path/to/ca.pem.",
    ),
    "store.tls_missing.title": (
        "De server biedt geen versleutelde verbinding",
        "The server offers no encrypted connection",
    ),
    "store.tls_missing.hint": (
        "Er is geen wachtwoord gestuurd. De beheerder moet TLS aanzetten: ssl = on, met een certificaat.",
        "No password was sent. The administrator must switch TLS on: ssl = on, with a certificate.",
    ),
    "store.tls_failed.title": (
        "De versleutelde verbinding komt niet tot stand",
        "The encrypted connection cannot be made",
    ),
    "store.tls_failed.hint": (
        "De server moet TLS 1.3 kunnen (PostgreSQL 15 met OpenSSL 1.1.1 of nieuwer).",
        "The server must speak TLS 1.3 (PostgreSQL 15 with OpenSSL 1.1.1 or newer).",
    ),
    "store.sslmode.title": (
        "sslmode={sslmode} controleert de server niet",
        "sslmode={sslmode} does not verify the server",
    ),
    "store.sslmode.hint": (
        "Zet in het adres of het servicebestand: {line}",
        "Put into the address or the service file: {line}",
    ),
    "store.no_ca.title": ("Het CA-bestand {path} is niet te lezen", "The CA file {path} cannot be read"),
    "store.no_ca.hint": (
        "Het moet bestaan en certificaten in PEM-vorm bevatten (-----BEGIN CERTIFICATE-----).",
        "It must exist and hold certificates in PEM form (-----BEGIN CERTIFICATE-----).",
    ),
    # Addresses
    "store.no_address.title": ("Er is geen adres van een server", "There is no address of a server"),
    "store.no_address.hint": (
        "Geef het met --dsn, bijvoorbeeld: --dsn 'postgresql://db.example.org/vp?sslrootcert=/pad/naar/ca.pem'.",
        "Give it with --dsn, for example: --dsn 'postgresql://db.example.org/vp?sslrootcert=/path/to/ca.pem'.",
    ),
    "store.dsn_syntax.title": ("Dit adres is niet te lezen", "This address cannot be read"),
    "store.dsn_syntax.hint": (
        "Schrijf postgresql://server:5432/database?optie=waarde, of 'host=server port=5432 dbname=database'.",
        "Write postgresql://server:5432/database?option=value, or 'host=server port=5432 dbname=database'.",
    ),
    "store.dsn_option.title": (
        "De optie {option} in het adres wordt niet ondersteund",
        "The option {option} in the address is not supported",
    ),
    "store.dsn_option.hint": (
        "Mogelijk zijn: host, port, dbname, user (beheerder), sslrootcert, target_session_attrs, "
        "connect_timeout, service.",
        "Possible are: host, port, dbname, user (administrator), sslrootcert, target_session_attrs, "
        "connect_timeout, service.",
    ),
    "store.dsn_password.title": ("Er staat een wachtwoord in het adres", "There is a password in the address"),
    "store.dsn_password.hint": (
        "Haal het weg: een lid heeft het in de kluis, een beheerder zet het in PGPASSWORD of ~/.pgpass.",
        "Take it out: a member has it in the vault, an administrator puts it in PGPASSWORD or ~/.pgpass.",
    ),
    "store.dsn_user.title": ("Er staat een gebruiker in het adres", "There is a user in the address"),
    "store.dsn_user.hint": (
        "Haal die weg: ieder apparaat heeft een eigen naam op de server, in zijn kluis.",
        "Take it out: each device has a name of its own on the server, in its vault.",
    ),
    "store.dsn_service.title": ("De service {service} is niet gevonden", "The service {service} was not found"),
    "store.dsn_service.hint": (
        "Zet een blok [{service}] in ~/.pg_service.conf, of wijs met PGSERVICEFILE een ander bestand aan.",
        "Put a block [{service}] into ~/.pg_service.conf, or name another file with PGSERVICEFILE.",
    ),
    "store.no_database.title": (
        "De database bestaat niet op deze server",
        "The database does not exist on this server",
    ),
    "store.no_database.hint": (
        "Controleer de naam in het adres, of laat de beheerder haar maken (createdb).",
        "Check the name in the address, or have the administrator create it (createdb).",
    ),
    # Signing in
    "store.wrong_password.title": ("De server kent deze aanmelding niet", "The server does not know this login"),
    "store.wrong_password.hint": (
        "De uitnodiging kan verlopen of gebruikt zijn, of dit apparaat is vervangen. Vraag een coördinator.",
        "The invitation may have expired or been used, or this device was replaced. Ask a coordinator.",
    ),
    "store.login_ended.title": ("Deze aanmelding is beëindigd", "This login has been ended"),
    "store.login_ended.hint": (
        "Dit apparaat of lid hoort niet meer bij de praktijk, of de server laat uw adres niet toe. Vraag een "
        "coördinator.",
        "This device or member no longer belongs to the practice, or the server refuses your address. Ask a "
        "coordinator.",
    ),
    "store.not_permitted.title": ("De server staat dit niet toe", "The server does not permit this"),
    "store.not_permitted.hint": (
        "U hoort niet (meer) bij deze ruimte, of dit apparaat is nog niet toegelaten. Haal eerst op wat er nieuw is.",
        "You do not (or no longer) belong to this space, or this device was not admitted yet. Fetch what is new first.",
    ),
    # Acts
    "store.conflict.title": ("Iemand anders was eerder", "Somebody else was first"),
    "store.conflict.hint": (
        "Wat u typte is bewaard. Haal op wat er nieuw is en probeer het opnieuw.",
        "What you typed is kept. Fetch what is new and try again.",
    ),
    "store.used.title": ("Dit is al eens gebruikt", "This has been used before"),
    "store.used.hint": (
        "Een uitnodiging of code werkt één keer. Vraag een nieuwe.",
        "An invitation or code works once. Ask for a new one.",
    ),
    "store.unknown.title": ("De server heeft dit niet", "The server does not have this"),
    "store.unknown.hint": (
        "Het kan ingetrokken zijn. Haal op wat er nieuw is.",
        "It may have been withdrawn. Fetch what is new.",
    ),
    "store.foreign.title": (
        "Dit is geen server van vp, of een te oude",
        "This is no server of vp, or one that is too old",
    ),
    "store.foreign.hint": (
        "Controleer het adres. Is het juist, dan moet de beheerder 'vp server install' of 'vp server "
        "upgrade' uitvoeren.",
        "Check the address. If it is right, the administrator must run 'vp server install' or 'vp server upgrade'.",
    ),
    "store.schema_old.title": (
        "De server is ouder dan dit programma (versie {version})",
        "The server is older than this program (version {version})",
    ),
    "store.schema_old.hint": (
        "De beheerder moet 'vp server upgrade' uitvoeren. Tot dan werkt het vorige programma.",
        "The administrator must run 'vp server upgrade'. Until then the previous program works.",
    ),
    "store.schema_new.title": (
        "De server is nieuwer dan dit programma (versie {version})",
        "The server is newer than this program (version {version})",
    ),
    "store.schema_new.hint": ("Werk dit programma bij.", "Upgrade this program."),
    "store.malformed.title": ("De server antwoordt iets dat niet klopt", "The server's answer makes no sense"),
    "store.malformed.hint": (
        "Er is niets overgenomen. Controleer het adres en waarschuw de beheerder.",
        "Nothing of it was taken over. Check the address and tell the administrator.",
    ),
    "store.failed.title": ("De server weigert, met code {state}", "The server refuses, with code {state}"),
    "store.failed.hint": (
        "Er is niets veranderd. Geef de code door aan de beheerder.",
        "Nothing was changed. Give the code to the administrator.",
    ),
    # For the administrator
    "server.installed.title": ("Hier is al een praktijk ingericht", "A practice has been set up here before"),
    "server.installed.hint": (
        "Gebruik een lege database, of 'vp server upgrade' om deze bij te werken.",
        "Use an empty database, or 'vp server upgrade' to bring this one up to date.",
    ),
    "server.old_server.title": ("PostgreSQL {version} is te oud", "PostgreSQL {version} is too old"),
    "server.old_server.hint": ("Nodig is versie {wanted} of nieuwer.", "Version {wanted} or newer is needed."),
    "server.newer.title": (
        "De database is van een nieuwere versie ({version})",
        "The database is of a newer release ({version})",
    ),
    "server.newer.hint": ("Werk eerst dit programma bij.", "Upgrade this program first."),
    "server.history.title": ("Stap {name} is hier anders uitgevoerd", "Step {name} was applied here in another form"),
    "server.history.hint": (
        "Er is niets veranderd. Ga na met welk programma deze database is ingericht.",
        "Nothing was changed. Find out with which program this database was set up.",
    ),
    "server.admin_rights.title": ("Deze gebruiker mag de server niet inrichten", "This user may not set the server up"),
    "server.admin_rights.hint": (
        "Nodig is een superuser, of de eigenaar van de database met CREATEROLE (en lid van vp_owner als die "
        "al bestaat).",
        "It takes a superuser, or the owner of the database with CREATEROLE (and a member of vp_owner if that exists).",
    ),
    "server.database_name.title": ("Deze naam kan een database niet hebben", "A database cannot have this name"),
    "server.database_name.hint": ("Gebruik letters, cijfers en _.", "Use letters, digits and _."),
    "server.embedded_missing.title": (
        "De ingebouwde server is niet geïnstalleerd",
        "The embedded server is not installed",
    ),
    "server.embedded_missing.hint": (
        "Installeer hem met: pip install 'vp-tui[demo]'.",
        "Install it with: pip install 'vp-tui[demo]'.",
    ),
    "server.embedded_version.title": (
        "De ingebouwde server is van PostgreSQL {found}, niet {wanted}",
        "The embedded server is of PostgreSQL {found}, not {wanted}",
    ),
    "server.embedded_version.hint": ("Begin opnieuw met: vp demo --fresh.", "Start again with: vp demo --fresh."),
    "server.embedded_socket.title": (
        "De map {path} is van iemand anders",
        "The folder {path} belongs to somebody else",
    ),
    "server.embedded_socket.hint": (
        "Kies met TMPDIR een andere tijdelijke map.",
        "Choose another temporary folder with TMPDIR.",
    ),
    "server.embedded_failed.title": (
        "De ingebouwde server start niet ({program})",
        "The embedded server does not start ({program})",
    ),
    "server.embedded_failed.hint": (
        "Lees waarom in {log}; is de schijf vol? Begin opnieuw met: vp demo --fresh.",
        "Read why in {log}; is the disk full? Start again with: vp demo --fresh.",
    ),
    # Restoring
    "restore-foreign.title": ("Op deze server staat een andere praktijk", "Another practice lives on this server"),
    "restore-foreign.hint": (
        "Zet terug in een lege database: maak er een, en bereid haar voor met 'vp server install'.",
        "Restore into an empty database: make one, and prepare it with 'vp server install'.",
    ),
    "restore-differs.title": (
        "Op de server staat op {n} plekken iets anders dan in de bundel",
        "In {n} spaces the server holds something else than the bundle",
    ),
    "restore-differs.hint": (
        "Er is niets teruggezet. Een collega heeft na het terugzetten al verder geschreven, of dit is een andere "
        "praktijk. Bel elkaar; met --force blijven die ruimten zoals zij op de server zijn en komt de rest terug. "
        "Het praktijklogboek mag nooit verschillen.",
        "Nothing was restored. A colleague has written on after restoring, or this is another practice. Call each "
        "other; with --force those spaces stay as they are on the server and the rest comes back. The practice log "
        "may never differ.",
    ),
}
