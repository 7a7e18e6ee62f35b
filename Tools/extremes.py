"""Books with one extreme value each, and what every command makes of them.

An alteration puts one value into one column of one row, behind the book's back: without the triggers and checks that
would refuse it, which are made again as they were. A *forgery* goes further: one member of a stored JSON object is
changed, and every digest, column and leaf that commits to it is made right, as one who holds the file can.
No command may crash, hang, end with a status of its own making, fail without a word, or print what steers a terminal.
"""
import collections, contextlib, hashlib, json, os, re, shutil, sqlite3
from books import (OF_A_PART, OF_MUCH, OF_THE_RECORD, READ_FIRST, READING, VERIFY_AGAINST, Bench, canonical, side_by_side,
                   store_entry)

# What writes; each has a copy of its own.
WRITING = [
    "record more-1.yaml --recorder me",
    "record order-1.yaml signed-1.yaml --recorder me",
    "record redact-1.yaml --recorder me",
    "checkpoint --key book.key",
    "checkpoint --policy trust.policy --cosigned answer.txt",
    "rebuild",
]
# Made from the events by rules; being guarded is a matter of their own.
DERIVED = ("piece", "piece_head", "step", "common", "due")

LONG = b"a" * 1_000_000
ZEROS = bytes(1_000_000)
DEEP = [b"[" * 100_000, b'{"a":' * 20_000 + b"1" + b"}" * 20_000]


def numbers(now):
    """Int64, a double's integers, Int32, and the first and last day: since 1970, since 0001, in microseconds."""
    edges = [0, 1 << 31, 1 << 53, 1 << 63, -(1 << 63), -719_162, 2_932_896, 3_652_058,
             -62_135_596_800_000_000, 253_402_300_799_999_999, now or 0]
    return sorted({edge + step for edge in edges for step in (-1, 0, 1) if -(1 << 63) <= edge + step < 1 << 63} - {now})


def texts(now):
    """Texts as bytes: the store does not look at them."""
    now = now if isinstance(now, bytes) else b""
    return [b"", b" ", b"x", LONG, now + b"\x00", now[:2] + b"\x00" + now[2:], b"\xff", now + b"\xc3",
            b"\xed\xa0\x80", b"\xc0\x80", b"\x1b[2J\x1b]0;x\x07", now + b"\r\n" + now, now + "\u202e".encode(),
            "\u2066\u009b31m".encode(), "\u0301\u200d\U000e0001".encode(), now.upper(), now[:-1], b"9" * 40, b"null", *DEEP]


def blobs(now):
    now = now if isinstance(now, bytes) else b""
    flipped = bytes([now[0] ^ 1]) + now[1:] if now else b"\x01"
    return [b"", b"\x00", b"\xff" * len(now), bytes(len(now)), now + b"\x00", now[:-1], flipped, b"{}", b"null",
            b"[" + now + b"]", b"\xef\xbb\xbf" + now, b'{"v":99999999999999999999}', b'{"v":1e999}',
            now.replace(b'":"', b'":"\x1b[2J', 1), now.replace(b'":"', b'":"\\u001b[2J', 1),
            now.replace(b'":"', '":"\u202e'.encode(), 1), bytes(65_536), ZEROS, *DEEP]


class As:
    """A value and its storage class."""

    def __init__(self, kind, value):
        self.kind, self.value = kind, value

    def place(self):
        return "CAST(? AS TEXT)" if self.kind == "TEXT" and self.value is not None else "?"

    def __str__(self):
        if not isinstance(self.value, bytes):
            return str(self.value)
        shown = repr(self.value[:24])[1:] + ("" if len(self.value) <= 24 else f"... {len(self.value)} bytes")
        return f"{self.kind} {shown}"


def values(kind, now):
    """The extremes of a column, then values of the other storage classes."""
    own = {"INTEGER": numbers, "TEXT": texts, "BLOB": blobs}[kind](now)
    others = [("TEXT", b""), ("TEXT", b"abc"), ("TEXT", b"7"), ("BLOB", b""), ("BLOB", b"7"), ("BLOB", b"\xff\x00"),
              ("INTEGER", 7), ("INTEGER", -(1 << 63)), ("REAL", 0.5), ("REAL", 1e300), ("REAL", float("inf"))]
    if isinstance(now, bytes):
        others.append(("BLOB" if kind == "TEXT" else "TEXT", now))
    seen = {}
    for value in [As(kind, value) for value in own] + [As(*other) for other in others if other[0] != kind] + [As("NULL", None)]:
        if value.value != now or value.kind != kind:
            seen.setdefault((value.kind, value.value), value)
    return list(seen.values())


class Case:
    """One alteration of the book: what it is called, and how it is done."""

    def __init__(self, table, column, row, value, body, is_forged=False):
        self.table, self.column, self.row, self.value, self.body = table, column, row, value, body
        self.is_forged = is_forged

    @property
    def place(self):
        return f"{self.table}.{self.column}"

    def __str__(self):
        return f"{self.place} of {self.row} = {self.value}"


def alterations(opened, dice, sample=6):
    """Every column of every table: with every value in one row and in the last, and with a few of them in any other."""
    with contextlib.closing(opened.connect(opened.path)) as db:
        for table, (columns, keys) in opened.tables.items():
            names, order = ", ".join([*keys, *columns]), ", ".join(keys)
            rows = db.execute(f"SELECT {names} FROM {table} ORDER BY {order}").fetchall()
            first = db.execute(f"SELECT {names} FROM {table} WHERE {READ_FIRST.get(table, 'true')} ORDER BY {order}").fetchall()
            if not first:
                raise RuntimeError(f"the book has nothing in {table}")
            chosen = dict.fromkeys([dice.choice(first), rows[-1], dice.choice(rows)])
            for number, found in enumerate(chosen):
                key, row = found[: len(keys)], found[len(keys) :]
                for (column, kind), now in zip(columns.items(), row):
                    extremes = values(kind, now)
                    for value in extremes if number < 2 else dice.sample(extremes, sample):
                        yield altering(table, column, keys, key, value)


def altering(table, column, keys, key, value):
    where = " AND ".join(f"{name} IS {'CAST(? AS TEXT)' if isinstance(part, bytes) else '?'}" for name, part in zip(keys, key))

    def body(db):
        done = db.execute(f"UPDATE {table} SET {column} = {value.place()} WHERE {where}", [value.value, *key])
        if done.rowcount != 1:
            raise sqlite3.Error("no such row")

    name = "/".join(part.decode() if isinstance(part, bytes) else str(part) for part in key)
    return Case(table, column, name, value, body)


# What a member may be made to say. All can stand in canonical JSON; which of them may stand there is the reader's to say.
MEMBERS = [
    "", " ", "a" * 30_000, "a\u0000b", "\u001b[2J", "\u202eabc\u2066", "\u009b31m", "\r\n", "\u0301\u200d",
    "0001-01-01", "9999-12-31", "9999", "0001", "9999-12", "0001~", "P999999Y", "P999999D", "P0D",
    "USD 999999999999999999999999999999", "USD -1", "USD 0", "0%", "100%", "0.0001%", "0001-01-01/9999-12-31",
    "fee", "deal-1", "deed-1#1", "deed-1#9223372036854775807", "a", "e", "microsoft-openai",
    0, 1, -1, (1 << 53) - 1, -(1 << 53) + 1, 1 << 53, True, None, [], {}, {"on": "9999-12-31"}, {"on": "0001-01-01"},
    {"from": "9999"}, {"through": "9999-12-31"}, {"until": "0001-01-01"}, {"between": ["0001-01-01", "9999-12-31"]},
    {"after": [{"on": "9999-12-31"}, "P999999Y"]}, {"upon": "one"}, {"first-of": [{"on": "0001-01-01"}, {"upon": "one"}]},
]


def leaves(value, path=()):
    """Where texts and numbers stand in a JSON value, and the objects and lists around them."""
    yield path
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from leaves(part, (*path, key))


def replaced(value, path, new):
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], new)
    return copy


def forgeries(opened, dice, sample=6):
    """Every member of a payload of each kind and of a header, with what commits to it made right."""
    with contextlib.closing(opened.connect(opened.path)) as db:
        known = {}
        found = db.execute("SELECT position, kind, entry, salt, bytes, agreement FROM event JOIN payload USING (position)"
                           " ORDER BY position DESC").fetchall()
        for position, kind, entry, salt, payload, agreement in found:
            # Of each kind one of the invented agreement, and one of the record.
            known.setdefault((kind, agreement == b"deal-1"), (f"{agreement.decode()}/{position}", position, entry, salt, payload))
        headers = db.execute("SELECT first_position, last_position, header FROM recording").fetchall()
    for (kind, _), (row, position, entry, salt, payload) in known.items():
        for path in leaves(json.loads(payload)):
            for member in dice.sample(MEMBERS, sample):
                yield forging_payload(kind.decode(), row, position, entry, salt, json.loads(payload), path, member)
    for header in (headers[0], headers[-1]):
        for path in leaves(json.loads(header[2])):
            for member in dice.sample(MEMBERS, sample):
                yield forging_header(*header, path, member)


def named(path):
    return ".".join(map(str, path)) or "all"


def forging_payload(kind, row, position, entry, salt, payload, path, member):
    forged = canonical(replaced(payload, path, member))

    def body(db):
        digest = hashlib.sha256(salt + forged).hexdigest().encode()
        store_entry(db, position, re.sub(rb'"payload":"sha256:[0-9a-f]{64}"', b'"payload":"sha256:' + digest + b'"', entry))
        db.execute("UPDATE payload SET bytes = ? WHERE position = ?", [forged, position])

    return Case("payload", f"{kind}:{named(path)}", row, As("JSON", canonical(member)), body, is_forged=True)


def forging_header(first, last, header, path, member):
    """A member of a header has the same name in the entry, but the agreement."""
    forged = replaced(json.loads(header), path, member)

    def body(db):
        db.execute("UPDATE recording SET header = ? WHERE first_position = ?", [canonical(forged), first])
        if isinstance(forged, dict):
            for position, entry in db.execute("SELECT position, entry FROM event WHERE position BETWEEN ? AND ?",
                                              [first, last]).fetchall():
                members = {"filedUnder" if name == "agreement" else name: part for name, part in forged.items()}
                store_entry(db, position, canonical({**json.loads(entry), **members}))
            if isinstance(forged.get("recording"), str):
                key = forged["recording"].encode("utf-8", "replace")
                db.execute("UPDATE recording SET key = CAST(? AS TEXT) WHERE first_position = ?", [key, first])
                db.execute("UPDATE event SET recording = CAST(? AS TEXT) WHERE position BETWEEN ? AND ?", [key, first, last])
        if path == ("disclosed",) and member in ("9999-12-31", "0001-01-01"):
            day = 2_932_896 if member == "9999-12-31" else -719_162
            db.execute("UPDATE event SET disclosed_latest = ? WHERE position BETWEEN ? AND ?", [day, first, last])

    return Case("recording", f"header:{named(path)}", first, As("JSON", canonical(member)), body, is_forged=True)


CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
# In JSON and CSV they stand as the book has them: digests are of these very bytes.
STEERING = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069]")


class Judge:
    """What is wrong with how a command ended."""

    def __init__(self, program, baseline):
        self.program, self.baseline = program, baseline

    def faults(self, line, result):
        status, output, errors = result
        if status is None or status == -24:
            return ["hang"]
        if status < 0 or status > 128:
            return ["signal"]
        found = []
        if status not in self.program.statuses:
            found.append("status")
        if status == 70:
            found.append("own fault")
        if status != 0 and not (output + errors).strip():
            found.append("no message")
        if "csv" in line:
            # RFC 4180 ends its lines so.
            output = output.replace(b"\r\n", b"\n")
        try:
            text = output.decode() + errors.decode()
        except UnicodeDecodeError:
            return found + ["not UTF-8"]
        is_data = line.startswith("export") or "--format json" in line
        if CONTROLS.search(text) or STEERING.search(errors.decode() if is_data else text):
            found.append("steers a terminal")
        return found

    def is_silent(self, line, result):
        """Whether the command ended as it does for the unaltered book, and answered otherwise."""
        known = self.baseline.get(line)
        return known is not None and result[0] == known[0] and result[1] != known[1]


class Trial(Bench):
    """A bench on which commands that write are tried, too."""

    def write(self, line):
        """On a copy, and what the copy says afterwards."""
        for end in ("", "-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copy(self.book + end, os.path.join(self.folder, "written.deedbook" + end))
        return self.ask(f"{line} --book written.deedbook")

    def tried(self, case, reading, writing, rebuilt=()):
        """Yields each command and how it ended; nothing where the value cannot be put there.

        rebuilt: what is asked once more after what is derived was made again.
        """
        self.clear()
        try:
            self.opened.alter(self.book, case.body)
        except sqlite3.Error:
            return
        yield from self.asked(reading)
        for line in writing:
            yield line, self.write(line)
        if rebuilt:
            # As who forges would: what is derived is made again of it, and asked.
            yield "rebuild", self.ask("rebuild")
            for line in rebuilt:
                yield f"{line} (rebuilt)", self.ask(line)


def baseline(bench, plans):
    """What the unaltered book answers to all that is asked, where that does not change from one moment to the next."""
    asked = {line for _, reading, writing, _ in plans for line in (*reading, *writing)}
    unaltered = Case("", "", "", "", lambda db: None)
    answers = dict(bench.tried(unaltered, *([line for line in lines if line in asked] for lines in (READING, WRITING))))
    for line, (status, output, errors) in answers.items():
        if status != 0:
            raise RuntimeError(f"the unaltered book: {line}: {status} {output[-300:]} {errors[-300:]}")
    return {line: result for line, result in answers.items() if line != "doctor"}


class Findings:
    """What was found, by kind; then by place and command, with the values that did it."""

    def __init__(self):
        self.kinds = collections.defaultdict(lambda: collections.defaultdict(list))
        self.cases = self.commands = self.impossible = 0

    def add(self, kind, case, line, result):
        self.kinds[kind][(case.place, line)].append((case, result))

    def count(self, kind):
        return sum(map(len, self.kinds[kind].values()))

    def listed(self, kind, shown=6):
        """One line for each place and command, with the values; of a failure, one for each thing that is said."""
        grouped = collections.defaultdict(list)
        for (place, line), found in self.kinds[kind].items():
            for case, (status, output, errors) in found:
                words = (errors or output)[-300:].decode("utf-8", "backslashreplace")
                key = (place, line) if kind in NOTED else (line, f"{status} {words!r}")
                grouped[key].append(f"{case.row}: {case.value}" if kind in NOTED else str(case))
        for key, cases in sorted(grouped.items()):
            more = f" and {len(cases) - shown} more" if len(cases) > shown else ""
            yield f"{kind:18} {' | '.join(key)} | {'; '.join(cases[:shown])}{more}"

    def judge(self, judge, case, results):
        """Adds what is wrong with how the commands ended that were given one altered book."""
        self.cases += bool(results)
        self.impossible += not results
        self.commands += len(results)
        for line, result in results:
            for fault in judge.faults(line, result):
                self.add(fault, case, line, result)
            if line == VERIFY_AGAINST and result[0] == 0:
                self.add("unfound", case, line, result)
            if not case.is_forged and judge.is_silent(line, result):
                self.add("silent, derived" if case.table in DERIVED else "silent", case, line, result)

    def summary(self):
        silent = f"{self.count('silent')} silent answers, {self.count('silent, derived')} of derived tables"
        return (f"{self.cases} books, {self.commands} commands, {self.impossible} values that cannot be put there, "
                f"{silent}, {self.count('unfound')} that verify against a saved checkpoint did not find")

    @property
    def failures(self):
        return sum(self.count(kind) for kind in self.kinds if kind not in NOTED)

    def report(self):
        for kind in sorted(self.kinds):
            yield from self.listed(kind)


# Wrong answers, which are counted and listed, and are not what is judged here.
NOTED = ("silent", "silent, derived", "unfound")


def chosen(opened, dice, options):
    """All alterations, in an order that repeats for a seed; of a quick run, one of each column and kind of event."""
    cases = [*alterations(opened, dice), *forgeries(opened, dice)]
    if options.only:
        only = options.only.split(",")
        cases = [case for case in cases if {case.place, "forged" if case.is_forged else case.table} & set(only)]
    dice.shuffle(cases)
    if not options.quick:
        return cases[: options.rounds]
    first = {}
    for case in cases:
        first.setdefault((case.table, case.column.split(":")[0]), case)
    return list(first.values())


DERIVED_FIRST = [line for line in READING if re.match("terms|diff|why|timeline|calendar|conflicts|find|payable|verify$", line)]
# The others say all that these say.
MUCH_IN_SHORT = [line for line in OF_MUCH if line not in ("verify", "conflicts --on 2026-03-15") and "--check" not in line]


def plan(number, case, options):
    """What is asked of an altered book, what is written to it, and what is asked of it rebuilt.

    Of a quick run every command has its turn, one that reads but a part of the book more often.
    """
    if not options.quick:
        return case, READING, WRITING, DERIVED_FIRST if case.is_forged else []

    def in_turn(lines, every=1, place=0):
        """The next of these for one case in so many."""
        return [lines[number // every % len(lines)]] if number % every == place else []

    reading = in_turn(OF_THE_RECORD if "microsoft-openai" in f"{READ_FIRST.get(case.table)} {case.row}" else OF_A_PART)
    for line in in_turn(MUCH_IN_SHORT, 10):
        # What is imported is what was exported before.
        reading += ["export --out book.jsonl", line] if line.startswith("import") else [line]
    rebuilt = in_turn([line for line in DERIVED_FIRST if line in OF_A_PART], 12, 3) if case.is_forged else []
    return case, reading, in_turn(WRITING, 12, 6), rebuilt


def tried(benches, cases, options):
    """Tries all cases, each bench one after the other. What was found until then is reported if it is interrupted."""
    plans = [plan(number, case, options) for number, case in enumerate(cases)]
    found, judge = Findings(), Judge(benches[0].program, baseline(benches[0], plans))
    try:
        for case, results in side_by_side(benches, plans, lambda bench, plan: (plan[0], list(bench.tried(*plan)))):
            found.judge(judge, case, results)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
    return found
