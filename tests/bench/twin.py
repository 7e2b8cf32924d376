"""The twin's questions: what the same screens would ask of clear tables, one statement each."""

from __future__ import annotations

__all__ = ["CASE", "NOTES", "QUEUE", "SAVE", "SEARCH", "TODAY"]

QUEUE = """
select f.id, f.code, f.alias, c.code as client, f.state, f.state_since, f.next_what, f.next_due, f.nature, f.changes,
       f.last_change, d.name as deputy
  from case_file f join client c on c.id = f.client left join member d on d.id = f.deputy
 where f.owner = $1 and f.state <> 'closed' order by f.next_due, f.last_change desc
"""

CASE = """
select f.*, c.code as client_code, c.name as client_name, o.name as owner_name, d.name as deputy_name
  from case_file f join client c on c.id = f.client join member o on o.id = f.owner
  left join member d on d.id = f.deputy
 where f.id = $1
"""

NOTES = "select n.id, n.at, n.body, m.name from note n join member m on m.id = n.author where of_case = $1 order by at"

TODAY = """
select f.id, f.alias, c.code as client, f.next_due, f.received from case_file f join client c on c.id = f.client
 where f.owner = $1 and f.state <> 'closed' and f.next_due <= $2 order by f.next_due, f.alias
"""

SEARCH = """
select of_case, id, left(body, 120) from note where words @@ to_tsquery('simple', $1) limit 500
"""

SAVE = "insert into note (id, of_case, author, at, body) values ($1, $2, $3, now(), $4)"
