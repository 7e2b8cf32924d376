-- append: add entries with their records, readers and attestations, all or none
select vp.append($1, $2, $3, $4, $5, $6, $7, $8);

-- delta: everything new since a cursor
select what, space, seq, raw, hash, ct, more, version from vp.delta($1, $2, $3);

-- heads: the highest entry of every space in view
select space, seq from vp.heads();

-- space_entries: one space with its records
select space, seq, raw, hash, ct from vp.space_entries($1, $2);

-- practice: the practice log
select space, seq, raw from vp.practice($1);

-- blobs: records by hash
select hash, ct from vp.blobs($1);

-- attest: what this device has verified
select vp.attest($1, $2, $3, $4);

-- attestations: what devices say they have verified
select device, space, seq, head, signature from vp.attestations($1);

-- shred: destroy records that an entry has declared destroyed
select vp.shred($1, $2);

-- found: the practice log from its first entry on
select vp.found($1, $2, $3, $4, $5);

-- set_verifier: a new password for this login
select vp.set_verifier($1);

-- logins: which device signs in under which name
select role_name, member, device, active from vp.logins();

-- login_admit: a joiner's login becomes a device's
select vp.login_admit($1, $2, $3);

-- login_end: no more logins, and connections end
select vp.login_end($1, $2);

-- invite_open: a login for whoever knows the code
select vp.invite_open($1, $2, $3, $4, $5);

-- invites: all invitations
select id, role_name, device, expires_ms, payload, joined, welcome from vp.invites();

-- invite_mine: the invitation behind this login
select practice, id, role_name, device, expires_ms, payload, joined, welcome from vp.invite_mine();

-- invite_join: the joiner's answer
select vp.invite_join($1, $2);

-- invite_welcome: the answer to the joiner
select vp.invite_welcome($1, $2);

-- invite_cancel: withdraw an invitation and its login
select vp.invite_cancel($1);

-- propose: an entry that needs more signatures
select vp.propose($1, $2);

-- proposals: entries that need more signatures
select id, raw, device from vp.proposals();

-- proposal_update: one more signature
select vp.proposal_update($1, $2, $3);

-- proposal_drop: withdraw a proposal
select vp.proposal_drop($1);
