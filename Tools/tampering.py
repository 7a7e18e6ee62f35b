"""What one does to a book who holds its file, and wants another answer of it.

An attack leaves a book that looks as books do: its values are of their kind, its triggers and checks are there. Of every
column one cell is changed, of every table one row is removed, added and exchanged with another, whatever tables and
columns there are; then come changes that go together, and what is done to the file as a whole.
"""
import collections, contextlib, hashlib, json, os, re, shutil, sqlite3
from books import READ_FIRST, canonical, make_template, sign, store_entry

# An agreement of plain amendments, one a year: what a day rests on is looked up, and not read from the whole history.
LEASE = """
recording: lease-{number}
agreement: lease
instrument: {{ kind: {kind}, {numbered}title: Lease {number}, effective: {{ on: {year}-01-01 }} }}
disclosed: {year}-01-01
sources:
  - {{ id: deed, grade: executed-text, publisher: The parties }}
events:
"""
LEASE_BEGINS = """
  - agreement-recorded: { title: A lease, zone: Europe/Lisbon }
  - party-admitted: { party: tenant, name: The tenant }
  - party-admitted: { party: owner, name: The owner }
  - term-added: { term: rent, kind: fee, set: { payer: tenant, payee: owner, amount: USD 1000, per: P1Y } }
"""
SIGNED, UNSIGNED = 5, 6
# An older copy, without the last recording.
KEPT = "kept/last"


def make_book(program, folder, root, is_short=False):
    """The template with the lease: all signed but its last amendment. Two older copies are kept."""
    make_template(program, folder, root, is_short)
    kept = os.path.join(folder, "kept")
    os.mkdir(kept)

    def record(number):
        kind, numbered = ("amendment", f"number: {number}, ") if number else ("definitive", "")
        change = f"  - term-amended: {{ term: rent, set: {{ amount: USD {1000 + number} }} }}\n" if number else LEASE_BEGINS
        with open(os.path.join(folder, f"lease-{number}.yaml"), "w") as file:
            file.write(LEASE.format(number=number, kind=kind, numbered=numbered, year=2020 + number) + change)
        program.must(f"record lease-{number}.yaml --recorder me", folder)

    def keep(name):
        program.must("backup copy.deedbook", folder)
        os.rename(os.path.join(folder, "copy.deedbook"), os.path.join(kept, name))

    keep("first")
    for number in range(SIGNED + 1):
        record(number)
    sign(program, folder)
    keep("last")
    record(UNSIGNED)


class Attack:
    """What is done to a book."""

    def __init__(self, name, rows=None, file=None, then=()):
        """
        rows: alters rows, given a connection without what would refuse it.
        file: alters the file at a path afterwards, whose triggers and checks are there again.
        then: what the attacker has Deedbook do to it in the end.
        """
        self.name, self.rows, self.file, self.then = name, rows or (lambda db: None), file or (lambda path: None), then
        # Which of the ways to attack it is one of.
        self.sort = None


# One cell, one row.

# The row that is attacked is the one in the middle of these.
ATTACKED = {
    **READ_FIRST,
    "agreement": "id = 'lease'",
    "recording": "key LIKE 'lease-%'",
    "event": "recording LIKE 'lease-%' AND ordinal = 1 AND version > 1",
    "payload": "position IN (SELECT position FROM event WHERE recording LIKE 'lease-%' AND ordinal = 1 AND version > 1)",
    "piece": "term = 'rent' AND field = 'amount' AND recorded_to IS NULL",
    "step": "term = 'rent' AND field = 'amount'",
    "due": "agreement = 'lease' AND level = 0",
    "common": "party = 'openai'",
}


class Table:
    """A table with its rows, and the one that is attacked."""

    def __init__(self, db, name, columns, keys):
        self.name, self.columns, self.keys = name, list(columns), keys
        names = ", ".join(self.columns + [key for key in keys if key not in columns])

        def rows(condition):
            found = db.execute(f"SELECT {names} FROM {name} WHERE {condition} ORDER BY {', '.join(keys)}")
            return [dict(zip([part[0] for part in found.description], row)) for row in found.fetchall()]

        self.rows, first = rows("true"), rows(ATTACKED.get(name, "true"))
        if not first:
            raise RuntimeError(f"the book has nothing to attack in {name}")
        middle = len(first) // 2
        self.row = first[middle]
        # The nearest first, and those that the commands read before any other.
        self.others = sorted((row for row in first if row != self.row), key=lambda row: abs(first.index(row) - middle))
        self.others += [row for row in self.rows if row not in first]

    def at(self, row):
        """The condition of that row alone, and its values."""
        return " AND ".join(f"{key} IS {put(row[key])}" for key in self.keys), [row[key] for key in self.keys]

    def set(self, db, row, column, value):
        condition, values = self.at(row)
        if db.execute(f"UPDATE {self.name} SET {column} = {put(value)} WHERE {condition}", [value, *values]).rowcount != 1:
            raise sqlite3.Error(f"no such row of {self.name}")

    def delete(self, db, row):
        condition, values = self.at(row)
        db.execute(f"DELETE FROM {self.name} WHERE {condition}", values)

    def insert(self, db, row):
        names = [name for name in row if name in self.columns]
        db.execute(f"INSERT INTO {self.name} ({', '.join(names)}) VALUES ({', '.join(put(row[name]) for name in names)})",
                   [row[name] for name in names])


class Text(bytes):
    """A text as its bytes."""


def put(value):
    return "CAST(? AS TEXT)" if isinstance(value, Text) else "?"


def tables(opened):
    """Every table of the book, whichever there are, in an order that repeats."""
    with contextlib.closing(opened.connect(opened.path)) as db:
        db.text_factory = Text
        return {name: Table(db, name, columns, keys) for name, (columns, keys) in sorted(opened.tables.items())}


def neighbour(value):
    """The value with its last letter or digit another one; nothing where there is none."""
    found = list(re.finditer(rb"[0-9a-zA-Z]", value))
    if not found:
        return None
    at = found[-1].start()
    letter = {b"9": b"8", b"z": b"y", b"Z": b"Y"}.get(value[at : at + 1], bytes([value[at] + 1]))
    return type(value)(value[:at] + letter + value[at + 1 :])


def plausible(table, column):
    """Other values of the column's kind, each with what it is called."""
    now = table.row[column]
    other = next((row[column] for row in table.others if row[column] not in (now, None)), None)
    if other is not None:
        yield "of another row", other
    if now is not None and any(row[column] is None for row in table.others):
        yield "left out", None
    if isinstance(now, int):
        yield "one more", now + 1
    elif now is not None and (other is None or not isinstance(now, Text)):
        # A word of a closed list with another letter would be none.
        yield "another letter", neighbour(now)


def of_one_row(opened):
    """One cell changed, one row removed, added, and exchanged with another, in every table that there is."""
    for table in tables(opened).values():
        for column in table.columns:
            for word, value in plausible(table, column):
                if value is not None or word == "left out":
                    yield Attack(f"{table.name}.{column} {word}",
                                 lambda db, table=table, column=column, value=value: table.set(db, table.row, column, value))
        yield Attack(f"{table.name} row removed", lambda db, table=table: table.delete(db, table.row))
        for column in table.columns:
            for word, value in plausible(table, column):
                yield Attack(f"{table.name} row added, {column} {word}",
                             lambda db, table=table, row={**table.row, column: value}: table.insert(db, row))
        # Without a key of its own a row is the same wherever it stands.
        if table.others and set(table.keys) < set(table.columns):
            yield Attack(f"{table.name} rows exchanged",
                         lambda db, table=table: exchange(db, table, table.row, table.others[0]))


def exchange(db, table, one, other):
    for row in (one, other):
        table.delete(db, row)
    for row, keys in ((one, other), (other, one)):
        table.insert(db, {**row, **{key: keys[key] for key in table.keys}})


# Changes that go together.

# Everything else is made of what these hold.
STORED = {"book", "agreement", "recording", "event", "payload", "remains", "subtree", "checkpoint", "cosignature",
          "sqlite_sequence"}
MIDDLE_EVENT = "recording = 'lease-3' AND ordinal = 1"
# It lies in the first 256, of which the book keeps the root.
EARLY_EVENT = "recording = '2026-04-27-revised-agreement' AND kind = 'term-amended'"
# Who forges knows all of this, and does each a step further.
CARE = ["payload", "digest", "leaf", "tree"]


def first(db, sql, values=()):
    return db.execute(sql, values).fetchone()


def forged_payload(which, change, care):
    """A payload that says something else, made right as far as the forger takes care."""
    def body(db):
        position, entry, salt, payload = first(
            db, f"SELECT position, entry, salt, bytes FROM event JOIN payload USING (position) WHERE {which}")
        forged = change(payload)
        if forged == payload:
            raise RuntimeError(f"nothing was forged in {payload}")
        db.execute("UPDATE payload SET bytes = ? WHERE position = ?", [forged, position])
        digest = b"sha256:" + hashlib.sha256(salt + forged).hexdigest().encode()
        rewrite(db, position, {"payload": digest.decode()}, care)
    return body


def rewrite(db, position, members, care):
    """An entry with other members, made right as far as the forger takes care."""
    if CARE.index(care) < CARE.index("digest"):
        return
    entry, leaf = first(db, "SELECT entry, leaf FROM event WHERE position = ?", [position])
    store_entry(db, position, canonical({**json.loads(entry), **members}))
    if care == "digest":
        db.execute("UPDATE event SET leaf = ? WHERE position = ?", [leaf, position])
    if care == "tree":
        grow(db)


def grow(db):
    """The rows of the tree made again from the leaves, as RFC 6962 has it."""
    leaves = [leaf for leaf, in db.execute("SELECT leaf FROM event ORDER BY position")]
    db.execute("DELETE FROM subtree")
    level = 1
    while len(leaves) >= 256:
        leaves = [root(leaves[n : n + 256]) for n in range(0, len(leaves) - 255, 256)]
        for number, found in enumerate(leaves):
            db.execute("INSERT INTO subtree (level, number, hash) VALUES (?, ?, ?)", [level, number, found])
        level += 1


def root(hashes):
    """Of as many as a power of two."""
    while len(hashes) > 1:
        hashes = [hashlib.sha256(b"\x01" + left + right).digest() for left, right in zip(hashes[::2], hashes[1::2])]
    return hashes[0]


def more_rent(payload):
    return payload.replace(b"USD 1003", b"USD 9003")


def fewer_words(payload):
    return re.sub(rb"non-exclusive", b"exclusive", payload) if b"non-exclusive" in payload else neighbour_text(payload)


def neighbour_text(payload):
    """The last text of the payload in other words."""
    return re.sub(rb'(\w)(\w)("[^"\w]*)$', lambda found: found[1] + found[1] + found[3], payload)


def forged_header(members, care, header_too=True):
    """The header of a recording of the middle, and of its entries, with other members."""
    def body(db):
        begin, last, header = first(db, "SELECT first_position, last_position, header FROM recording WHERE key = 'lease-3'")
        changed = {name: change(json.loads(header)[name]) for name, change in members.items()}
        if header_too:
            db.execute("UPDATE recording SET header = ? WHERE first_position = ?",
                       [canonical({**json.loads(header), **changed}), begin])
        for position in range(begin, last + 1):
            rewrite(db, position, changed, care)
            if "disclosed" in changed:
                db.execute("UPDATE event SET disclosed_latest = disclosed_latest + 1 WHERE position = ?", [position])
    return body


def without_recording(key, is_last=True):
    """A recording taken out of every table that holds it; what is derived from it stays."""
    def body(db):
        begin, last = first(db, "SELECT first_position, last_position FROM recording WHERE key = ?", [key])
        for agreement, count in db.execute(
            "SELECT agreement, count(*) FROM event WHERE position BETWEEN ? AND ? GROUP BY agreement", [begin, last]
        ).fetchall():
            db.execute("UPDATE agreement SET version = version - ? WHERE id = CAST(? AS TEXT)", [count, agreement])
        db.execute("DELETE FROM agreement WHERE version = 0")
        for table in ("event", "payload", "remains"):
            db.execute(f"DELETE FROM {table} WHERE position BETWEEN ? AND ?", [begin, last])
        db.execute("DELETE FROM recording WHERE first_position = ?", [begin])
        if not is_last:
            close_ranks(db, last, last - begin + 1)
        end = first(db, "SELECT max(position) FROM event")[0]
        db.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'event'", [end])
        unsign(db, end)
    return body


def close_ranks(db, after, count):
    """What follows takes the places of what was removed."""
    for table in ("event", "payload", "remains"):
        for position, in db.execute(
            f"SELECT position FROM {table} WHERE position > ? ORDER BY position", [after]
        ).fetchall():
            db.execute(f"UPDATE {table} SET position = ? WHERE position = ?", [position - count, position])
    db.execute("UPDATE event SET version = version - ? WHERE agreement = 'lease' AND position > ?", [count, after - count])
    for begin, in db.execute("SELECT first_position FROM recording WHERE first_position > ? ORDER BY 1", [after]).fetchall():
        db.execute("UPDATE recording SET first_position = first_position - ?, last_position = last_position - ?"
                   " WHERE first_position = ?", [count, count, begin])


def close_entries(db):
    """The entries say the places that they have."""
    for position, version, entry in db.execute(
        "SELECT position, version, entry FROM event WHERE recording LIKE 'lease-%'"
    ).fetchall():
        rewrite(db, position, {"position": position, "version": version}, "leaf")


def unsign(db, end):
    """The checkpoints above the end taken out, with their cosignatures."""
    db.execute("DELETE FROM cosignature WHERE checkpoint IN (SELECT id FROM checkpoint WHERE size > ?)", [end])
    db.execute("DELETE FROM checkpoint WHERE size > ?", [end])
    for table in ("checkpoint", "cosignature"):
        last, = first(db, f"SELECT max(id) FROM {table}")
        # A table that never had a row has none there.
        db.execute("DELETE FROM sqlite_sequence WHERE name = CAST(? AS TEXT)", [table])
        if last:
            db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (CAST(? AS TEXT), ?)", [table, last])


def without_agreement(agreement, those):
    """An agreement taken out of every table."""
    def body(db):
        for table in ("payload", "remains"):
            db.execute(f"DELETE FROM {table} WHERE position IN (SELECT position FROM event WHERE agreement = ?)",
                       [agreement])
        for table in those.values():
            if "agreement" in table.columns:
                db.execute(f"DELETE FROM {table.name} WHERE agreement = ?", [agreement])
        db.execute("DELETE FROM agreement WHERE id = ?", [agreement])
        db.execute("DELETE FROM recording WHERE NOT EXISTS (SELECT 1 FROM event WHERE recording = key)")
    return body


def redacted(db):
    """Something in place of an intact payload, as if it had been redacted."""
    position, = first(db, f"SELECT position FROM event WHERE {MIDDLE_EVENT}")
    redaction, schema = first(db, "SELECT redacted_by, schema FROM remains ORDER BY position")
    db.execute("DELETE FROM payload WHERE position = ?", [position])
    db.execute("INSERT INTO remains (position, redacted_by, schema, bytes) VALUES (?, ?, ?, ?)",
               [position, redaction, schema, b'{"set":{"amount":{"redacted":"redacted by order-1#1"}},"term":"rent"}'])


def invented(db):
    """A payload for an event whose own was redacted."""
    position, = first(db, "SELECT position FROM remains ORDER BY position")
    db.execute("DELETE FROM remains WHERE position = ?", [position])
    db.execute("INSERT INTO payload (position, salt, bytes) VALUES (?, ?, ?)",
               [position, bytes(range(16)), b'{"name":"Someone else","party":"b"}'])


def moved(care):
    """An event of the lease as one more of another agreement."""
    def body(db):
        position, = first(db, f"SELECT position FROM event WHERE {MIDDLE_EVENT}")
        version, = first(db, "SELECT version + 1 FROM agreement WHERE id = 'deal-1'")
        db.execute("UPDATE event SET agreement = 'deal-1', version = ? WHERE position = ?", [version, position])
        db.execute("UPDATE agreement SET version = ? WHERE id = 'deal-1'", [version])
        rewrite(db, position, {"agreement": "deal-1", "version": version}, care)
        for later, version in db.execute(
            "SELECT position, version - 1 FROM event WHERE agreement = 'lease' AND position > ? ORDER BY position",
            [position],
        ).fetchall():
            db.execute("UPDATE event SET version = ? WHERE position = ?", [version, later])
            rewrite(db, later, {"version": version}, care)
        db.execute("UPDATE agreement SET version = version - 1 WHERE id = 'lease'")
    return body


def all_of(*bodies):
    def body(db):
        for one in bodies:
            one(db)
    return body


def sql(*statements):
    def body(db):
        changed = 0
        for statement in statements:
            changed += db.execute(statement).rowcount
        if changed < 1:
            raise RuntimeError(f"nothing was changed by {statements}")
    return body


OF_LEASE = "WHERE agreement = 'lease'"


def as_kept(names, where=""):
    """These tables as they were before the last recording."""
    def body(db):
        for name in names:
            db.execute(f"DELETE FROM main.{name} {where}")
            db.execute(f"INSERT INTO main.{name} SELECT * FROM kept.{name} {where}")
    return body


def are_other(opened, names, where=""):
    """Whether any of these tables was another before the last recording."""
    with contextlib.closing(opened.connect(opened.path)) as db:
        sides = [f"SELECT * FROM {side}.{{0}} {where}" for side in ("main", "kept")]
        return any(db.execute(f"{one} EXCEPT {other}".format(name)).fetchone()
                   for name in names for one, other in (sides, sides[::-1]))


class Plain:
    """A connection to the file itself, whose version of the schema stays what it was."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.version = first(self.db, "PRAGMA schema_version")[0]
        # It goes on to the next statement as if the schema had always been so.
        self.db.execute("PRAGMA writable_schema = ON")

    def close(self):
        self.db.execute(f"PRAGMA schema_version = {self.version}")
        self.db.close()


def coherent(opened):
    """Changes of several rows that go together."""
    those = tables(opened)
    for care in CARE:
        yield Attack(f"forged payload, with {care}", forged_payload(MIDDLE_EVENT, more_rent, care))
        yield Attack(f"forged early payload, with {care}", forged_payload(EARLY_EVENT, fewer_words, care))
    yield Attack("forged payload, all made again", forged_payload(MIDDLE_EVENT, more_rent, "tree"), then=["rebuild"])
    yield Attack("forged early payload, all made again", forged_payload(EARLY_EVENT, fewer_words, "tree"), then=["rebuild"])
    yield Attack(
        "forged book, signed by the forger",
        all_of(forged_payload(MIDDLE_EVENT, more_rent, "tree"), lambda db: unsign(db, -1)),
        then=["rebuild", "keygen --out thief.deedbook-key", "checkpoint --key thief.deedbook-key"])
    title = {"instrument": lambda instrument: {**instrument, "title": "Another"}}
    day = {"disclosed": lambda day: day[:-1] + "2"}
    name = {"recorder": lambda recorder: "clerk"}
    for what, members in (("title", title), ("day", day), ("recorder", name)):
        yield Attack(f"forged {what} in header", forged_header(members, "payload"))
        yield Attack(f"forged {what} in entries, with leaf", forged_header(members, "leaf", header_too=False))
        yield Attack(f"forged {what} in header and entries, with leaf", forged_header(members, "leaf"))
        yield Attack(f"forged {what}, all made again", forged_header(members, "tree"), then=["rebuild"])
    yield Attack("last recording cut off", without_recording(f"lease-{UNSIGNED}"))
    yield Attack("last recording cut off, all made again", without_recording(f"lease-{UNSIGNED}"), then=["rebuild"])
    signed = all_of(without_recording(f"lease-{UNSIGNED}"), without_recording(f"lease-{SIGNED}"))
    yield Attack("last two cut off, the signed one too, all made again", signed, then=["rebuild"])
    middle = without_recording("lease-3", is_last=False)
    yield Attack("recording of the middle removed", middle)
    yield Attack("recording of the middle removed, all made again", all_of(middle, close_entries, grow), then=["rebuild"])
    yield Attack("agreement removed", without_agreement("coreweave-openai", those))
    yield Attack("agreement removed, all made again", without_agreement("coreweave-openai", those), then=["rebuild"])
    yield Attack("remains for an intact payload", redacted)
    yield Attack("a payload for remains", invented)
    yield Attack("event moved to another agreement", moved("payload"))
    yield Attack("event moved to another agreement, with leaf", moved("leaf"), then=["rebuild"])
    yield Attack("last checkpoint removed",
                 lambda db: unsign(db, first(db, "SELECT max(size) - 1 FROM checkpoint")[0]))
    yield Attack("every checkpoint removed", lambda db: unsign(db, -1))
    yield Attack("heads of all agreements one less", sql("UPDATE agreement SET version = version - 1 WHERE version > 1"))
    yield Attack("head and last event of an agreement removed", sql(
        f"DELETE FROM event WHERE recording = 'lease-{UNSIGNED}'",
        "UPDATE agreement SET version = version - 1 WHERE id = 'lease'"))


def of_derived(opened):
    """What is derived from the events, made to say less, or what it said before."""
    those = tables(opened)
    derived = [name for name in those if name not in STORED]
    of_agreements = [name for name in derived if "agreement" in those[name].columns]
    for name in derived:
        yield Attack(f"{name} emptied", sql(f"DELETE FROM {name}"))
    for name in of_agreements:
        yield Attack(f"{name} of an agreement removed", sql(f"DELETE FROM {name} {OF_LEASE}"))
        if are_other(opened, [name], OF_LEASE):
            yield Attack(f"{name} of an agreement as it was", as_kept([name], OF_LEASE))
        yield Attack(f"{name} of two agreements exchanged", sql(
            f"UPDATE OR IGNORE {name} SET agreement = 'x' WHERE agreement = 'lease'",
            f"UPDATE OR IGNORE {name} SET agreement = 'lease' WHERE agreement = 'deal-1'",
            f"UPDATE OR IGNORE {name} SET agreement = 'deal-1' WHERE agreement = 'x'"))
        if "term" in those[name].columns:
            yield Attack(f"{name} of a term removed", sql(f"DELETE FROM {name} WHERE term = 'rent'"))
    yield Attack("all derived of an agreement removed",
                 sql(*(f"DELETE FROM {name} {OF_LEASE}" for name in of_agreements)))
    yield Attack("all derived of an agreement as it was", as_kept(of_agreements, OF_LEASE))
    yield Attack("all derived as it was", as_kept(derived))
    yield Attack("common of a party removed", sql("DELETE FROM common WHERE party = 'openai'"))
    yield Attack("due of one level removed", sql("DELETE FROM due WHERE level = 0"))
    yield Attack("step and piece of the last amendment undone", sql(
        "DELETE FROM step WHERE position = (SELECT max(position) FROM event)",
        "DELETE FROM piece WHERE recorded_from = (SELECT max(position) FROM event)",
        "UPDATE piece SET recorded_to = NULL WHERE recorded_to = (SELECT max(position) FROM event)"))


# One row says of which form what is derived is, and where that is another one, no seal is read.
UNSEALED = {
    "of an earlier form": "UPDATE piece_head SET reckoning = 1",
    "of a later form": "UPDATE piece_head SET reckoning = 99",
    "short of the end": "UPDATE piece_head SET position = position - 1",
    "of nothing": "DELETE FROM piece_head",
}


def unsealed(opened):
    """Columns by which events are found, in a book that says that nothing is sealed."""
    last = f"recording = 'lease-{UNSIGNED}'"
    for word, statement in UNSEALED.items():
        yield Attack(f"unsealed as {word}, head of an agreement removed",
                     sql(statement, "DELETE FROM agreement WHERE id = 'coreweave-openai'"))
        yield Attack(f"unsealed as {word}, last event given away", sql(
            statement,
            f"UPDATE event SET agreement = 'deal-1', version = (SELECT version + 1 FROM agreement WHERE id = 'deal-1') WHERE {last}",
            "UPDATE agreement SET version = version + 1 WHERE id = 'deal-1'",
            "UPDATE agreement SET version = version - 1 WHERE id = 'lease'"))
        yield Attack(f"unsealed as {word}, kind of an event another",
                     sql(statement, f"UPDATE event SET kind = 'party-admitted' WHERE {MIDDLE_EVENT}"))


# The file as a whole.


def other_copy(name):
    return lambda path: shutil.copy(os.path.join(os.path.dirname(path), "kept", name), path)


def stated(*statements):
    """Statements that the file's own checks and triggers see."""
    def file(path):
        with contextlib.closing(Plain(path)) as plain:
            for statement in statements:
                plain.db.execute(statement)
    return file


def in_a_log(trigger, statement):
    """What is changed, past a trigger, stands in the write-ahead log beside the file alone."""
    def file(path):
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA wal_autocheckpoint = 0")
        definition, = first(db, "SELECT sql FROM sqlite_schema WHERE name = ?", [trigger])
        for one in (f"DROP TRIGGER {trigger}", statement, definition):
            db.execute(one)
        for end in ("", "-wal"):
            shutil.copy(path + end, f"{path}.copy{end}")
        # The last connection that closes takes the log into the file.
        db.close()
        for end in ("", "-wal"):
            os.replace(f"{path}.copy{end}", path + end)
    return file


def of_no_rows(index):
    """An index whose definition leaves every row out."""
    def file(path):
        with contextlib.closing(Plain(path)) as plain:
            definition, = first(plain.db, "SELECT sql FROM sqlite_schema WHERE name = ?", [index])
            plain.db.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?",
                             [re.sub(r"\s+WHERE .*", "", definition, flags=re.S) + " WHERE 0", index])
        with contextlib.closing(Plain(path)) as plain:
            plain.db.execute(f"REINDEX {index}")
    return file


def missing(index, definition, table, sql):
    """An index that lacks one row of its table: that of another table, which had all others, was put in its place."""
    def file(path):
        with contextlib.closing(Plain(path)) as plain:
            db = plain.db
            db.execute(re.sub(rf"CREATE TABLE {table.name}\b", "CREATE TABLE spare", sql))
            condition, values = table.at(table.row)
            names = ", ".join(dict.fromkeys([*table.keys, *table.columns]))
            db.execute(f"INSERT INTO spare ({names}) SELECT {names} FROM {table.name} WHERE NOT ({condition})", values)
            if definition:
                db.execute(re.sub(rf"INDEX {index} ON {table.name}\b", "INDEX spare_index ON spare", definition))
            spare = "spare_index" if definition else f"sqlite_autoindex_spare_{index.rsplit('_', 1)[1]}"
            roots = [first(db, "SELECT rootpage FROM sqlite_schema WHERE name = ?", [name])[0] for name in (spare, index)]
            for name, page in zip((index, spare), roots):
                db.execute("UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", [page, name])
        with contextlib.closing(Plain(path)) as plain:
            plain.db.execute("DROP TABLE spare")
    return file


def behind_a_view(table):
    """The table under another name, and a view in its place that leaves a row out."""
    def file(path):
        with contextlib.closing(Plain(path)) as plain:
            db = plain.db
            db.execute("DELETE FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", [table.name])
            db.execute("UPDATE sqlite_schema SET name = ?, tbl_name = ?, sql = replace(sql, ?, ?) WHERE name = ?",
                       ["real", "real", f"CREATE TABLE {table.name}", "CREATE TABLE real", table.name])
            db.execute("UPDATE sqlite_schema SET tbl_name = 'real', name = replace(name, ?, ?),"
                       " sql = replace(sql, ?, ?) WHERE tbl_name = ?",
                       [f"autoindex_{table.name}_", "autoindex_real_", f" ON {table.name} ", " ON real ", table.name])
        with contextlib.closing(Plain(path)) as plain:
            condition, values = table.at(table.row)
            for value in values:
                condition = condition.replace("CAST(? AS TEXT)", "?").replace("?", quoted(value), 1)
            plain.db.execute(f"CREATE VIEW {table.name} AS SELECT * FROM real WHERE NOT ({condition})")
    return file


def quoted(value):
    return str(value) if isinstance(value, int) else "'" + value.decode().replace("'", "''") + "'"


def flipped(value):
    """One bit of the bytes of a value, where they stand in the file."""
    def file(path):
        with open(path, "r+b") as book:
            at = book.read().find(value)
            if at < 0:
                raise RuntimeError("the value does not stand in one piece in the file")
            book.seek(at + len(value) // 2)
            byte = book.read(1)[0]
            book.seek(-1, os.SEEK_CUR)
            book.write(bytes([byte ^ 1]))
    return file


def other_kind_of_page(number):
    """The first byte of a page says that it is a leaf where it is none, or the other way round."""
    def file(path):
        with open(path, "r+b") as book:
            book.seek(16)
            size = int.from_bytes(book.read(2), "big")
            book.seek((number - 1) * size)
            kind = book.read(1)[0]
            book.seek(-1, os.SEEK_CUR)
            book.write(bytes([kind ^ 8]))
    return file


def of_the_file(opened):
    those = tables(opened)
    schema = {name: (kind, table, page, sql) for _, kind, name, table, page, sql in opened.schema}
    yield Attack("older copy, before the last recording", file=other_copy("last"))
    yield Attack("older copy, before the last checkpoint", file=other_copy("first"))
    for index, (kind, table, _, definition) in sorted(schema.items()):
        if kind != "index":
            continue
        yield Attack(f"index {index} lacks a row", file=missing(index, definition, those[table], schema[table][3]))
        if definition:
            yield Attack(f"index {index} of no rows", file=of_no_rows(index))
    for name, table in those.items():
        if name != "sqlite_sequence":
            yield Attack(f"{name} behind a view", file=behind_a_view(table))
    yield Attack("trigger dropped", file=stated("DROP TRIGGER event_update"))
    yield Attack("trigger that never fires", file=stated("DROP TRIGGER event_update",
        "CREATE TRIGGER event_update BEFORE UPDATE ON event WHEN 0 BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END"))
    yield Attack("trigger added", file=stated(
        "CREATE TRIGGER more AFTER INSERT ON event BEGIN DELETE FROM step WHERE position = NEW.position; END"))
    yield Attack("table added", file=stated("CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT"))
    yield Attack("view added", file=stated("CREATE VIEW more AS SELECT * FROM event"))
    yield Attack("index added", file=stated("CREATE INDEX more ON event (kind)"))
    yield Attack("table without its checks", file=stated(
        "UPDATE sqlite_schema SET sql = replace(sql, ' CHECK (version > 0)', '') WHERE name = 'event'"))
    yield Attack("user_version one less", file=stated("PRAGMA user_version = 2"))
    yield Attack("user_version one more", file=stated("PRAGMA user_version = 4"))
    yield Attack("application_id of no program", file=stated("PRAGMA application_id = 0"))
    yield Attack("forged payload in the log beside the file", file=in_a_log(
        "payload_update", f"UPDATE payload SET bytes = CAST(replace(CAST(bytes AS TEXT), '1003', '9003') AS BLOB)"
        f" WHERE position = (SELECT position FROM event WHERE {MIDDLE_EVENT})"))
    for name in ("event", "step"):
        yield Attack(f"page of {name} of another kind", file=other_kind_of_page(schema[name][2]))
    yield Attack("bit of a payload flipped", file=flipped(those["payload"].row["bytes"]))
    yield Attack("bit of an entry flipped", file=flipped(those["event"].row["entry"]))
    yield Attack("bit of a header flipped", file=flipped(those["recording"].row["header"]))


def attacks(opened):
    """All attacks that can be made of this book."""
    known = collections.Counter()
    for sort in (of_one_row, coherent, of_derived, unsealed, of_the_file):
        for attack in sort(opened):
            attack.sort = sort.__name__
            kind = attack.name.split(",")[0]
            if "row added" in kind and known[kind]:
                continue
            if is_possible(opened, attack):
                known[kind] += 1
                yield attack


def is_possible(opened, attack):
    """Whether the rows can be such: the tables themselves want some values to be there once."""
    with contextlib.closing(opened.connect(opened.path)) as db:
        db.execute("BEGIN")
        try:
            attack.rows(db)
            return True
        except sqlite3.IntegrityError:
            return False
        finally:
            db.execute("ROLLBACK")
