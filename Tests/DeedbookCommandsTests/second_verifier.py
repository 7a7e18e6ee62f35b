"""A second verifier of what Deedbook writes, made from docs/formats.md and nothing of Deedbook's own.

  second_verifier.py FILE… [--policy FILE] [--key VKEY|FILE]… [--against CHECKPOINT]

FILE is an export (of a whole book or a part), a proof file or a consistency proof. Prints a line for every finding, and
one for what was not checked. The exit status is 0 where nothing is wrong, else 1.
"""
import argparse, base64, calendar, datetime, hashlib, json, os, re, sys
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

FORMAT = "deedbook/export/1"
ENTRY_LIMIT, LINE_LIMIT, NOTE_LIMIT = 65_535, 1 << 20, 1 << 20
CLOCK_SKEW = 5 * 60 * 1_000_000
SIGNATURE_LIMIT, PATH_LIMIT, DEPTH_LIMIT, NUMBER_LIMIT = 100, 63, 64, (1 << 53) - 1


class Wrong(Exception):
    """Something is not as docs/formats.md has it."""


def demand(holds, what):
    if not holds:
        raise Wrong(what)


# 1. Bytes, numbers, hashes


def sha256(data):
    return hashlib.sha256(data).digest()


def digest(data):
    return "sha256:" + sha256(data).hex()


def from_base64(text):
    """The bytes; None unless the text is the one that an encoder makes of them."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def from_hexadecimal(text, count):
    return bytes.fromhex(text) if re.fullmatch(f"[0-9a-f]{{{2 * count}}}", text) else None


def from_decimal(text):
    """The number; None unless it is written in the one way."""
    number = int(text) if re.fullmatch("0|[1-9][0-9]{0,15}", text) else None
    return number if number is not None and number <= NUMBER_LIMIT else None


def strict_json(data):
    def members(pairs):
        demand(len(dict(pairs)) == len(pairs), "a member is given twice")
        return dict(pairs)

    def integer(text):
        demand(text != "-0" and len(text) < 18 and abs(int(text)) <= NUMBER_LIMIT, f"the number {text}")
        return int(text)

    def refuse(text):
        raise Wrong(f"the number {text}")

    try:
        text = data.decode("utf-8")
        value = json.loads(
            text, object_pairs_hook=members, parse_int=integer, parse_float=refuse, parse_constant=refuse
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # a lone surrogate has no bytes
    except (ValueError, RecursionError) as error:
        raise Wrong(f"no strict JSON: {error}") from None
    demand(depth(value) <= DEPTH_LIMIT, "no strict JSON: nested too deeply")
    return value


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return max((1 + depth(item) for item in inner), default=0)


def canonical(value):
    """RFC 8785, of values without floating point numbers whose member names are ASCII."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


# 3. The entry: how its members are spelled. Each of these says whether a value is one.


def text(value):
    return isinstance(value, str)


def any_number(value):
    return type(value) is int


def number(value):
    return type(value) is int and value >= 1


def word(*words):
    return lambda value: value in words if isinstance(value, str) else False


def spelled(pattern):
    return lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None


def members(required, optional=()):
    optional = dict(optional)
    known = required | optional
    return lambda value: (
        isinstance(value, dict)
        and required.keys() <= value.keys() <= known.keys()
        and all(known[name](member) for name, member in value.items())
    )


def listing(is_item, least=1, most=None):
    return lambda value: (
        isinstance(value, list)
        and least <= len(value) <= (most or len(value))
        and all(map(is_item, value))
    )


def days(value):
    """The first and the last day that a date may mean; None where it is none."""
    if not isinstance(value, str) or not value:
        return None
    said = value[:-1] if value[-1] in "~?%" else value
    try:
        if re.fullmatch("[0-9]{3}X|[0-9]{2}XX", said):
            first, last = max(int(said.replace("X", "0")), 1), int(said.replace("X", "9"))
            return datetime.date(first, 1, 1), datetime.date(last, 12, 31)
        if season(said) in (22, 24):
            year = datetime.date(int(said[:4]), 1, 1).year
            first = datetime.date(year - 1, 12, 1) if year > 1 else datetime.date.min
            return first, datetime.date(year + 1, 3, 31) if year < 9999 else datetime.date.max
        # Spring and autumn lie in their year; some month or some day of one is any of it.
        said = re.sub("^([0-9]{4})-(21|23|XX|XX-XX)$", r"\1", said)
        said = re.sub("^([0-9]{4}-[0-9]{2})-XX$", r"\1", said)
        found = re.fullmatch("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", said)
        if not found:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        first = datetime.date(year, month or 1, day or 1)
        if day:
            return first, first
        last_month = month or 12
        return first, datetime.date(year, last_month, calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None


def season(value):
    found = re.fullmatch("[0-9]{4}-(2[1-4])[~?%]?", value)
    return int(found[1]) if found else None


def date(value):
    return days(value) is not None


def in_order(first, last):
    return days(first)[0] <= days(last)[1]


def span(value):
    if not isinstance(value, str) or "/" not in value:
        return date(value)
    sides = value.split("/")
    dates = [side for side in sides if side not in ("", "..")]
    if len(sides) != 2 or not dates or not all(map(date, dates)):
        return False
    if len(dates) == 2 and all(map(season, dates)) and dates[0][:4] == dates[1][:4]:
        return sides[0] != sides[1] and season(dates[0]) <= season(dates[1])
    return len(dates) == 1 or sides[0] != sides[1] and in_order(*dates)


def bound(value):
    if value == "open":
        return True
    if not isinstance(value, dict) or len(value) != 1:
        return False
    ((name, said),) = value.items()
    return name in BOUNDS and BOUNDS[name](said)


def between(value):
    return listing(date, 2, 2)(value) and in_order(*value)


def instant(value):
    return moment(value) is not None


def moment(value):
    pattern = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z"
    if not spelled(pattern)(value) or value.endswith(".000000Z"):
        return None
    try:
        return datetime.datetime.fromisoformat(value[:-1])
    except ValueError:
        return None


def since_1970(value):
    """Microseconds."""
    return (value - datetime.datetime(1970, 1, 1)) // datetime.timedelta(microseconds=1)


def point(value, clock):
    """An instant, or that of a whole day with that clock; None where it is neither."""
    if not spelled("[0-9]{4}-[0-9]{2}-[0-9]{2}")(value):
        return moment(value)
    return datetime.datetime.combine(days(value)[0], clock) if date(value) else None


def verifier_key(value):
    try:
        return isinstance(value, str) and bool(Key(value))
    except Wrong:
        return False


ID = spelled("(?=.{1,128}$)[a-z0-9]+(-[a-z0-9]+)*")
DIGEST = spelled("sha256:[0-9a-f]{64}")
LENGTH = spelled("P(?=.)" + "".join(f"((0|[1-9][0-9]{{0,5}}){unit})?" for unit in "YQMWD"))
FLAG = lambda value: value is True
COUNT = lambda value: any_number(value) and 1 <= value <= 9999
CALENDAR = lambda value: ID(value) or listing(ID, 2)(value)
ROLL = word(*"following modified-following preceding modified-preceding none".split())
BOUNDS = {name: date for name in ("on", "from", "through", "until", "announced")} | {
    "soft": span,
    "upon": ID,
    "between": between,
    "first-of": listing(bound),
    "last-of": listing(bound),
    "after": lambda value: COUNTED(value) or members({"of": bound, "period": LENGTH}, {"end-of-month": FLAG})(value),
    "before": lambda value: COUNTED(value),
    "rolled": lambda value: ROLLED(value) or members({"day": bound, "by": word("none")})(value),
    "end-of": lambda value: any(members({period: bound})(value) for period in ("month", "quarter", "year")),
}
COUNTED = members({"of": bound, "business-days": COUNT, "calendar": CALENDAR})
ROLLED = members({"day": bound, "by": ROLL, "calendar": CALENDAR})
INSTRUMENT = members(
    {
        "kind": word(
            *"""definitive amendment restatement waiver consent side-letter notice memorandum joint-statement
            statement filing report order correction""".split()
        ),
        "title": text,
    },
    {"number": any_number, "signed": lambda value: value == "unknown" or date(value), "effective": bound},
)
SOURCE = members(
    {
        "id": ID,
        "grade": word(
            *"""executed-text regulatory-filing party-statement court-finding named-press unnamed-source
            secondary inference""".split()
        ),
        "publisher": text,
    },
    {"title": text, "url": text, "quote": text, "note": text, "page": text, "published": date},
)
ENTRY = {
    "v": lambda value: any_number(value) and value == 2,
    "origin": text,
    "position": number,
    "agreement": ID,
    "version": number,
    "kind": text,
    "schema": number,
    "recording": spelled("[a-z0-9][a-z0-9.-]{0,127}"),
    "ordinal": number,
    "filedUnder": ID,
    "instrument": INSTRUMENT,
    "disclosed": date,
    "effective": bound,
    "sources": listing(SOURCE),
    "recorder": text,
    "recordedAt": instant,
    "payload": DIGEST,
}
OPTIONAL = {
    "signature": members({"key": verifier_key, "bytes": spelled("[0-9a-f]{128}")}),
    "remains": members({"position": number, "schema": number, "digest": DIGEST}),
}
HEADER = ("recording", "filedUnder", "instrument", "disclosed", "sources", "recorder", "recordedAt")
REDACTION = "payload-redacted"


def read_entry(data):
    demand(len(data) <= ENTRY_LIMIT, f"an entry of {len(data)} bytes")
    entry = strict_json(data)
    demand(isinstance(entry, dict), "an entry is an object")
    for name in ENTRY.keys() - entry.keys():
        raise Wrong(f"the entry lacks {name}")
    for name, value in entry.items():
        is_one = ENTRY.get(name) or OPTIONAL.get(name)
        demand(is_one, f"an entry has no member {name}")
        demand(is_one(value), f"{name} of the entry is not spelled as it should be: {json.dumps(value)[:80]}")
    demand(canonical(entry) == data, "the entry is no canonical JSON")
    demand("signature" not in entry or entry["ordinal"] == 1, "only the first event of a recording is signed")
    demand(("remains" in entry) == (entry["kind"] == REDACTION), "remains are for redactions, and for each")
    return entry


# 5. Leaf, tree, paths


def leaf(entry):
    return sha256(b"\0" + entry)


def node(left, right):
    return sha256(b"\1" + left + right)


class Tree:
    """Grows leaf by leaf; keeps the complete subtrees on its right edge."""

    def __init__(self):
        self.size, self.edge = 0, []

    def append(self, hash_):
        rest = self.size
        while rest & 1:
            hash_, rest = node(self.edge.pop(), hash_), rest >> 1
        self.edge.append(hash_)
        self.size += 1

    def root(self):
        if not self.edge:
            return sha256(b"")
        hash_ = self.edge[-1]
        for left in reversed(self.edge[:-1]):
            hash_ = node(left, hash_)
        return hash_


def root_by_path(hash_, index, size, path):
    """RFC 9162 section 2.1.3.2."""
    demand(index < size, f"there is no leaf {index} in a tree of {size}")
    fn, sn = index, size - 1
    for side in path:
        demand(sn != 0, "the path is too long")
        if fn & 1 or fn == sn:
            hash_ = node(side, hash_)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            hash_ = node(hash_, side)
        fn, sn = fn >> 1, sn >> 1
    demand(sn == 0, "the path is too short")
    return hash_


def check_growth(old, old_root, new, new_root, proof):
    """RFC 9162 section 2.1.4.2."""
    demand(old <= new, f"a tree of {old} is not the beginning of one of {new}")
    if old in (0, new):
        demand(not proof, "the proof is too long")
        demand(old_root == (new_root if old else sha256(b"")), "the trees have other roots")
        return
    if old & (old - 1) == 0:
        proof = [old_root] + proof
    demand(proof, "the proof is too short")
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    older = newer = proof[0]
    for side in proof[1:]:
        demand(sn != 0, "the proof is too long")
        if fn & 1 or fn == sn:
            older, newer = node(side, older), node(side, newer)
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            newer = node(newer, side)
        fn, sn = fn >> 1, sn >> 1
    demand(sn == 0, "the proof is too short")
    demand((older, newer) == (old_root, new_root), "the proof leads to other roots")


# 6. Checkpoints, signatures, cosignatures


def is_key_name(name):
    return bool(name) and not any(c == "+" or c.isspace() or ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in name)


class Key:
    def __init__(self, vkey):
        parts = vkey.split("+", 2)
        data = from_base64(parts[2]) if len(parts) == 3 else None
        demand(data and len(data) == 33 and data[0] in (1, 4) and is_key_name(parts[0]), f"'{vkey}' is no vkey")
        self.name, self.algorithm, self.public = parts[0], data[0], data[1:]
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        demand(parts[1] == self.id.hex(), f"the id of '{vkey}' is {self.id.hex()}")

    def __str__(self):
        return f"{self.name}+{self.id.hex()}"

    def made(self, signature):
        return (self.name, self.id) == signature[:2]

    def verifies(self, data, message):
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(data, message)
            return True
        except (InvalidSignature, ValueError):
            return False

    def signed(self, signature, message):
        """Whether it is this key's signature of a note's text."""
        data = signature[2]
        if self.algorithm == 1:
            return len(data) == 64 and self.verifies(data, message)
        time = int.from_bytes(data[:8], "big")
        if len(data) != 72 or not 0 < time < 1 << 63:
            return False
        return self.verifies(data[8:], b"cosignature/v1\ntime %d\n" % time + message)


class Checkpoint:
    """A signed checkpoint, read and not verified."""

    def __init__(self, data):
        demand(len(data) <= NOTE_LIMIT, "a note of too many bytes")
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            raise Wrong("a note is UTF-8") from None
        gap = data.rfind(b"\n\n")
        demand(gap >= 0, "a note has an empty line before its signatures")
        self.text = data[: gap + 1]
        demand(all(byte >= 0x20 or byte == 0x0A for byte in self.text), "a control character in a note")
        *lines, rest = data[gap + 2 :].decode().split("\n")
        demand(rest == "" and 1 <= len(lines) <= SIGNATURE_LIMIT, "a note ends in lines of signatures")
        self.signatures = [self.signature(line) for line in lines]
        lines = self.text.decode().split("\n")
        demand(len(lines) == 4 and lines[0], "a checkpoint has three lines: origin, size, root")
        self.origin, self.size, self.root = lines[0], from_decimal(lines[1]), from_base64(lines[2])
        demand(self.size is not None, f"'{lines[1]}' is no size")
        demand(self.root is not None and len(self.root) == 32, f"'{lines[2]}' is no root")

    @staticmethod
    def signature(line):
        parts = line.split(" ")
        data = from_base64(parts[2]) if len(parts) == 3 else None
        demand(data and len(data) > 4 and parts[0] == "\u2014" and is_key_name(parts[1]), f"'{line}' is no signature")
        return parts[1], data[:4], data[4:]

    def signers(self, keys):
        """Those of the keys that signed it.

        Raises where the signature of one of them is false.
        """
        found = []
        for signature in self.signatures:
            for key in keys:
                if key.made(signature):
                    demand(key.signed(signature, self.text), f"the signature of {key} is false")
                    found.append(key)
        return found

    def seen(self, witnesses):
        """When each of these witnesses saw it whose cosignature is valid, in seconds since 1970."""
        return [
            int.from_bytes(signature[2][:8], "big")
            for signature in self.signatures
            for witness in witnesses
            if witness.made(signature) and witness.signed(signature, self.text)
        ]


class Policy:
    def __init__(self, data):
        self.logs, self.witnesses, self.quorum = [], [], None
        self.named, self.members, self.depth = {}, set(), {}
        self.recorders, self.times = [], {}
        for count, line in enumerate(data.decode("utf-8").split("\n"), 1):
            demand(all(c == "\t" or " " <= c != "\x7f" for c in line), f"line {count}: a control character")
            words = line.replace("\t", " ").split(" ")
            words = [word for word in words if word]
            if words and not words[0].startswith("#"):
                demand(self.read(*words), f"line {count}: '{line}' is no line of a policy")
        demand(self.quorum is not None, "there is no quorum line")

    def read(self, verb, *words):
        """False where the line is none."""
        if verb == "log" and len(words) in (1, 2):
            return self.add(self.logs, Key(words[0]), 1)
        if verb == "witness" and len(words) in (2, 3):
            key = Key(words[1])
            return self.add(self.witnesses, key, 4) and self.define(words[0], lambda keys: key.public in keys)
        if verb == "group" and len(words) >= 3 and set(words[2:]) <= self.named.keys() - self.members:
            rules = [self.named[name] for name in words[2:]]
            least = {"all": len(rules), "any": 1}.get(words[1]) or from_decimal(words[1])
            if len(set(words[2:])) < len(rules) or not least or least > len(rules):
                return False
            self.depth[words[0]] = 1 + max(self.depth.get(name, 0) for name in words[2:])
            if self.depth[words[0]] > 32:
                return False
            self.members.update(words[2:])
            return self.define(words[0], lambda keys: sum(rule(keys) for rule in rules) >= least)
        if verb == "quorum" and len(words) == 1 and self.quorum is None:
            self.asks = words[0] != "none"
            self.quorum = self.named.get(words[0]) if self.asks else lambda keys: True
            return self.quorum is not None
        if verb == "recorder" and 1 <= len(words) <= 3 and words[1:] != ("..",):
            key = Key(words[0])
            first = point("0001-01-01" if words[1:2] in ((), ("..",)) else words[1], datetime.time.min)
            last = point(words[2] if len(words) == 3 else "9999-12-31", datetime.time.max)
            self.times[key.public] = first, last
            return first is not None and last is not None and first <= last and self.add(self.recorders, key, 1)
        return False

    @staticmethod
    def add(keys, key, algorithm):
        if key.algorithm != algorithm or key.public in [known.public for known in keys]:
            return False
        keys.append(key)
        return True

    def define(self, name, rule):
        if name == "none" or name in self.named:
            return False
        self.named[name] = rule
        return True


# What to check


class Report:
    def __init__(self, file):
        self.file, self.faults = file, 0

    def fault(self, what, line=None):
        self.faults += 1
        print(f"{self.file}:{f'{line}:' if line else ''} {what}")

    def note(self, what):
        print(f"{self.file}: {what}")

    def catching(self, line, body, *arguments):
        """What the body gives; None where it finds something wrong."""
        try:
            return body(*arguments)
        except Wrong as wrong:
            self.fault(wrong, line)
            return None


class Grounds:
    """What is given from outside."""

    def __init__(self, keys, policy, saved):
        self.keys, self.policy, self.saved = keys, policy, saved
        # Checkpoints that a consistency proof shows to continue the saved one.
        self.continued = set()

    def keeper(self, origin):
        return self.keys + [log for log in (self.policy.logs if self.policy else []) if log.name == origin]

    def check_signatures(self, checkpoint, origin, report, line=None):
        keys = self.keeper(origin)
        signers = report.catching(line, checkpoint.signers, keys)
        if signers == [] and keys:
            report.fault("no key of the keeper signed the checkpoint", line)
        if self.policy:
            report.catching(line, checkpoint.signers, self.policy.witnesses)

    def check_quorum(self, checkpoint, report):
        if not self.policy:
            report.note("not checked: witnesses, for there is no policy")
        elif not self.policy.asks:
            report.note("not checked: witnesses, for the policy asks for none")
        else:
            cosigned = set()
            for witness in self.policy.witnesses:
                for signature in checkpoint.signatures if checkpoint else []:
                    if witness.made(signature) and witness.signed(signature, checkpoint.text):
                        cosigned.add(witness.public)
            if not self.policy.quorum(cosigned):
                report.fault("too few witnesses of the policy cosigned the last checkpoint")


def read_line(data):
    """The line of an export as a value, and what it is: head, checkpoint or event."""
    value = strict_json(data)
    demand(isinstance(value, dict), "a line is an object")
    what = "head" if "format" in value else "checkpoint" if "checkpoint" in value else "event"
    is_one = {
        "head": members(
            {"format": lambda value: value == FORMAT, "origin": text, "size": any_number}, {"agreement": ID}
        ),
        "checkpoint": members({"checkpoint": text}),
        "event": lambda value: PRESENT(value) or REDACTED(value),
    }[what]
    demand(is_one(value), f"a line that is no {what} of {FORMAT}")
    return what, value


HASH = lambda value: isinstance(value, str) and len(from_base64(value) or b"") == 32
PATH = {"proof": lambda value: isinstance(value, list) and all(map(HASH, value))}
PRESENT = members({"entry": text, "payload": text, "salt": spelled("[0-9a-f]{32}")}, PATH)
REDACTED = members({"entry": text, "remains": text, "schema": any_number, "redactedBy": any_number}, PATH)


def check_body(event, entry):
    """4. What stands beside an entry: its payload, or what is left of it."""
    if "remains" in event:
        strict_json(event["remains"].encode())
        return
    payload = event["payload"].encode()
    demand(
        digest(bytes.fromhex(event["salt"]) + payload) == entry["payload"],
        "payload and salt are not what the entry commits to",
    )
    body = strict_json(payload)
    demand(isinstance(body, dict), "a payload is an object")
    effective = body.get("effective", entry["instrument"].get("effective", {"announced": entry["disclosed"]}))
    demand(effective == entry["effective"], "the entry has another effective day than the payload")


class Redactions:
    """What is left of redacted events, and what redactions say of it."""

    def __init__(self, report, is_part):
        self.report, self.is_part, self.left = report, is_part, {}

    def add(self, line, event, entry, position):
        if "remains" in event:
            reference = f"{entry['recording']}#{entry['ordinal']}" if entry else None
            self.left[position] = (line, reference, event, [])
        if not entry or entry["kind"] != REDACTION:
            return
        said = entry["remains"]
        target = said["position"]
        if target not in self.left or target >= position:
            if not self.is_part:
                self.report.fault(f"#{position} redacts #{target}, of which nothing was taken out before", line)
            return
        _, reference, redacted, redactions = self.left[target]
        redactions.append(position)
        proved = (redacted["schema"], digest(redacted["remains"].encode()))
        if proved != (said["schema"], said["digest"]):
            self.report.fault(f"what is left of #{target} is not what #{position} left", line)
        if "payload" in event and reference:
            body = self.report.catching(None, strict_json, event["payload"].encode())
            if isinstance(body, dict) and body.get("event") != reference:
                self.report.fault(f"#{position} redacts {body.get('event')}, not {reference}", line)

    def finish(self):
        for position, (line, _, event, redactions) in self.left.items():
            if event["redactedBy"] != next(iter(redactions), None):
                self.report.fault(f"it was not #{event['redactedBy']} that first took out the payload of #{position}", line)


class Recordings:
    """Whole recordings, in order, each signed as it says."""

    def __init__(self, report, policy):
        self.report, self.keys, self.open, self.line, self.signed = report, set(), [], 0, 0
        self.policy, self.key_of, self.counts = policy, {}, {"pinned": 0, "unpinned": 0, "unsigned": 0}

    def add(self, line, entry):
        header = [entry[name] for name in HEADER]
        known = self.open[-1] if self.open else None
        if known and header == [known[name] for name in HEADER] and entry["ordinal"] == known["ordinal"] + 1:
            self.open.append(entry)
            return
        self.close()
        if entry["ordinal"] != 1:
            self.report.fault(f"event {entry['ordinal']} of {entry['recording']} without the one before it", line)
        if entry["recording"] in self.keys:
            self.report.fault(f"{entry['recording']} was recorded before", line)
        self.keys.add(entry["recording"])
        self.open, self.line = [entry], line

    def close(self):
        if self.open and "signature" in self.open[0]:
            self.signed += 1
            key = self.report.catching(self.line, check_recorder, self.open)
            is_pinned = key and self.report.catching(self.line, self.check_key, key, moment(self.open[0]["recordedAt"]))
            self.counts["pinned" if is_pinned else "unpinned"] += 1
        elif self.open:
            self.counts["unsigned"] += 1
        self.open = []

    def check_key(self, key, recorded):
        """Whether the policy pins it."""
        pinned = [known for known in self.policy.recorders if known.name == key.name] if self.policy else []
        if not pinned:
            known = self.key_of.setdefault(key.name, key.public)
            demand(known == key.public, f"{key} is a second key of that name")
            return False
        demand(key.public in [known.public for known in pinned], f"the policy pins other keys of {key.name}")
        first, last = self.policy.times[key.public]
        demand(first <= recorded <= last, f"the policy pins {key} for another time")
        return True


class PartRecordings(Recordings):
    """Signed recordings of a part, which may have less of each."""

    unshown = 0

    def add(self, line, entry):
        known = self.open[-1] if self.open else None
        if known and all(entry[name] == known[name] for name in HEADER):
            if all(entry[name] == known[name] + 1 for name in ("ordinal", "position")):
                self.open.append(entry)
                return
        self.close(entry["position"] if entry["ordinal"] == 1 else None)
        self.open, self.line = [entry] if "signature" in entry else [], line

    def close(self, after):
        """after: where another recording begins, or the book ends; None where that is not known."""
        entries, self.open = self.open, []
        if not entries:
            return
        key = Key(entries[0]["signature"]["key"])
        try:
            check_recorder(entries)
            self.signed += 1
        except Wrong as wrong:
            if after == entries[0]["position"] + len(entries):
                self.report.fault(str(wrong), self.line)
                return
            self.unshown += 1
        self.report.catching(self.line, self.check_key, key, moment(entries[0]["recordedAt"]))


def check_recorder(entries):
    """7. What a recorder signs."""
    first = entries[0]
    key = Key(first["signature"]["key"])
    demand(key.algorithm == 1 and key.name == first["recorder"], "the signature is of another key than the recorder's")
    names = ("agreement", "effective", "kind", "payload", "schema")
    statement = {name: first[name] for name in HEADER if name not in ("filedUnder", "recordedAt")}
    statement["agreement"] = first["filedUnder"]
    statement["events"] = [{name: entry[name] for name in names} for entry in entries]
    message = b"deedbook.local/recording/v1\n" + canonical(statement) + b"\n"
    demand(
        key.verifies(bytes.fromhex(first["signature"]["bytes"]), message),
        f"the signature of {key} is not of {first['recording']}",
    )
    return key


def lines_of(data):
    """The lines with their numbers."""
    *lines, rest = data.split(b"\n")
    demand(rest == b"", "the file ends in the middle of a line")
    return enumerate(lines, 1)


def check_export(data, grounds, report):
    lines = []
    for count, line in lines_of(data):
        try:
            demand(len(line) <= LINE_LIMIT, f"a line of {len(line)} bytes")
            lines.append((count, *read_line(line)))
        except Wrong as wrong:
            raise Wrong(f"line {count}: {wrong}") from None
    demand(lines and lines[0][1] == "head", "the first line is no head")
    demand(all(what != "head" for _, what, _ in lines[1:]), "a second head")
    head = lines[0][2]
    checkpoints, events = [], []
    for count, what, value in lines[1:]:
        if what == "event":
            events.append((count, value))
            continue
        try:
            checkpoint = Checkpoint(value["checkpoint"].encode())
        except Wrong as wrong:
            raise Wrong(f"line {count}: {wrong}") from None
        if events:
            report.fault("a checkpoint after an event", count)
        else:
            checkpoints.append((count, checkpoint))
    (check_part if "agreement" in head else check_book)(head, checkpoints, events, grounds, report)


def check_book(head, checkpoints, events, grounds, report):
    if len(events) != head["size"]:
        report.fault(f"the head has {head['size']} events; there are {len(events)}", 1)
    tree, versions, last, moments = Tree(), {}, None, {}
    roots = {0: tree.root()}
    recordings, redactions = Recordings(report, grounds.policy), Redactions(report, is_part=False)
    for position, (line, event) in enumerate(events, 1):
        tree.append(leaf(event["entry"].encode()))
        roots[position] = tree.root()
        entry = report.catching(line, read_entry, event["entry"].encode())
        redactions.add(line, event, entry, position)
        if not entry:
            continue
        report.catching(line, check_body, event, entry)
        if entry["origin"] != head["origin"]:
            report.fault(f"the entry is of {entry['origin']}", line)
        if entry["position"] != position:
            report.fault(f"the entry is of #{entry['position']} and stands at #{position}", line)
        expected = versions.get(entry["agreement"], 0) + 1
        if entry["version"] != expected:
            report.fault(f"version {entry['version']} of {entry['agreement']}, after {expected - 1}", line)
        versions[entry["agreement"]] = entry["version"]
        recorded = moment(entry["recordedAt"])
        if last and recorded < last:
            report.fault("it was recorded before the event before it", line)
        if last and recorded - last >= datetime.timedelta(days=367):
            report.note(f"doubtful: #{position} was recorded more than 366 days after the event before it")
        last = moments[position] = recorded
        recordings.add(line, entry)
    recordings.close()
    redactions.finish()
    if recordings.signed:
        report.note(f"signatures of recorders: {recordings.signed}")
    report.note(f"recordings: {recordings.counts}")
    for checkpoint in [checkpoint for _, checkpoint in checkpoints] + [grounds.saved]:
        if checkpoint and (checkpoint.origin, checkpoint.root) == (head["origin"], roots.get(checkpoint.size)):
            check_clock(checkpoint, moments, grounds, report)
    size = 0
    for line, checkpoint in checkpoints:
        if checkpoint.size <= size and line != checkpoints[0][0]:
            report.fault("checkpoints stand in the order of their sizes, one a size", line)
        size = checkpoint.size
        check_checkpoint(checkpoint, head["origin"], roots, grounds, report, line)
    check_outside(head["origin"], [checkpoint for _, checkpoint in checkpoints], roots, grounds, report)


def check_clock(checkpoint, moments, grounds, report):
    """What witnesses of the policy saw was recorded by then."""
    times = checkpoint.seen(grounds.policy.witnesses) if grounds.policy else []
    if not times:
        return
    seen, size = min(times) * 1_000_000, checkpoint.size
    if size in moments and since_1970(moments[size]) - seen > CLOCK_SKEW:
        report.fault(f"#{size} was recorded after a witness saw it")
    if size + 1 in moments and seen - since_1970(moments[size + 1]) > CLOCK_SKEW:
        report.note(f"doubtful: #{size + 1} was recorded before a witness saw what is before it")


def check_part(head, checkpoints, events, grounds, report):
    checkpoint = checkpoints[0][1] if checkpoints else None
    if len(checkpoints) != 1 or checkpoint.size != head["size"]:
        report.fault("a part has one checkpoint, of the size that its head has")
    recordings, redactions = PartRecordings(report, grounds.policy), Redactions(report, is_part=True)
    version, last = 0, 0
    for line, event in events:
        entry = report.catching(line, read_entry, event["entry"].encode())
        if not entry:
            continue
        report.catching(line, check_body, event, entry)
        redactions.add(line, event, entry, entry["position"])
        if (entry["origin"], entry["agreement"]) != (head["origin"], head["agreement"]):
            report.fault(f"the entry is of {entry['agreement']} in {entry['origin']}", line)
        if entry["version"] != version + 1 or entry["position"] <= last:
            report.fault(f"version {entry['version']} at #{entry['position']} after {version} at #{last}", line)
        version, last = entry["version"], entry["position"]
        recordings.add(line, entry)
        if checkpoint:
            report.catching(line, check_path, event, entry, checkpoint)
    recordings.close(head["size"] + 1)
    redactions.finish()
    if recordings.signed:
        report.note(f"signatures of recorders: {recordings.signed}")
    if recordings.unshown:
        report.note(f"not checked: {recordings.unshown} signatures of recorders, which are over whole recordings")
    roots = {checkpoint.size: checkpoint.root} if checkpoint else {}
    if checkpoint:
        check_checkpoint(checkpoint, head["origin"], roots, grounds, report, checkpoints[0][0])
    check_outside(head["origin"], [checkpoint] if checkpoint else [], roots, grounds, report, is_part=True)


def check_path(event, entry, checkpoint):
    demand("proof" in event, "it has no proof")
    path = [from_base64(hash_) for hash_ in event["proof"]]
    found = root_by_path(leaf(event["entry"].encode()), entry["position"] - 1, checkpoint.size, path)
    demand(found == checkpoint.root, "its proof leads to another root")


def check_checkpoint(checkpoint, origin, roots, grounds, report, line=None):
    """Of a checkpoint that stands in the export."""
    if checkpoint.origin != origin:
        report.fault(f"a checkpoint of {checkpoint.origin}", line)
    elif roots.get(checkpoint.size) != checkpoint.root:
        report.fault(f"the checkpoint of #{checkpoint.size} has another root than the entries", line)
    grounds.check_signatures(checkpoint, origin, report, line)


def check_outside(origin, checkpoints, roots, grounds, report, is_part=False):
    """What needs something from outside: keys, witnesses, a checkpoint that was kept elsewhere."""
    saved = grounds.saved
    if not grounds.keeper(origin):
        report.note("not checked: signatures of checkpoints, for no key of the keeper was given")
    elif not checkpoints and not saved:
        report.note("not checked: signatures of checkpoints, for there are none")
    grounds.check_quorum(checkpoints[-1] if checkpoints else None, report)
    if not saved:
        report.note("not checked: whether it was rolled back, for there is no checkpoint from elsewhere")
    elif saved.origin != origin:
        report.fault(f"the checkpoint from elsewhere is of {saved.origin}")
    elif saved.size in roots:
        grounds.check_signatures(saved, origin, report)
        if roots[saved.size] != saved.root:
            report.fault(f"the first {saved.size} events are not those of the checkpoint from elsewhere")
    elif not is_part:
        report.fault(f"the checkpoint from elsewhere has {saved.size} events")
    elif not checkpoints or (checkpoints[-1].size, checkpoints[-1].root) not in grounds.continued:
        report.note(f"not checked: whether it continues the checkpoint of #{saved.size}: give a consistency proof")


def read_proof(data):
    """8. The lines before the first empty one, and the checkpoint after it."""
    demand(b"\n\n" in data and len(data) <= 2 * NOTE_LIMIT, "a proof has lines, an empty one and a checkpoint")
    lines, note = data.split(b"\n\n", 1)
    try:
        return lines.decode("utf-8").split("\n"), Checkpoint(note)
    except UnicodeDecodeError:
        raise Wrong("the lines of a proof are UTF-8") from None


def read_path(lines):
    demand(len(lines) <= PATH_LIMIT, f"a path of {len(lines)} hashes")
    for line in lines:
        demand(HASH(line), f"'{line}' is no hash")
    return [from_base64(line) for line in lines]


def check_inclusion(data, grounds, report):
    lines, checkpoint = read_proof(data)
    lines = lines[1:]
    extra = None
    if lines and lines[0].startswith("extra "):
        extra = from_base64(lines.pop(0).removeprefix("extra "))
        demand(extra is not None, "'extra' is followed by base64")
    index = from_decimal(lines[0].removeprefix("index ")) if lines and lines[0].startswith("index ") else None
    demand(index is not None, "'index' and a number are missing")
    path = read_path(lines[1:])
    demand(extra is not None, "the proof has no entry with it")
    entry = read_entry(extra)
    found = report.catching(None, root_by_path, leaf(extra), index, checkpoint.size, path)
    if found and found != checkpoint.root:
        report.fault("the path leads to another root")
    if entry["position"] != index + 1:
        report.fault(f"the entry is of #{entry['position']}, the path of #{index + 1}")
    if entry["origin"] != checkpoint.origin:
        report.fault(f"the entry is of {entry['origin']}, the checkpoint of {checkpoint.origin}")
    if "signature" in entry:
        recorders = Recordings(report, grounds.policy)
        report.catching(None, recorders.check_key, Key(entry["signature"]["key"]), moment(entry["recordedAt"]))
    grounds.check_signatures(checkpoint, checkpoint.origin, report)
    if grounds.policy and not grounds.keeper(checkpoint.origin):
        report.fault("no log of the policy is the keeper")
    elif not grounds.keeper(checkpoint.origin):
        report.note("not checked: the signature of the checkpoint, for no key of the keeper was given")
    grounds.check_quorum(checkpoint, report)


def check_consistency(data, grounds, report):
    lines, checkpoint = read_proof(data)
    old = from_decimal(lines[0].removeprefix("old "))
    demand(old is not None, "'old' and a size are missing")
    path = read_path(lines[1:])
    saved = grounds.saved
    demand(saved, "a consistency proof is checked with the older checkpoint: --against")
    demand((saved.origin, saved.size) == (checkpoint.origin, old), f"it is not of the checkpoint of #{saved.size}")
    check_growth(old, saved.root, checkpoint.size, checkpoint.root, path)
    for signed in (saved, checkpoint):
        grounds.check_signatures(signed, checkpoint.origin, report)
    grounds.check_quorum(checkpoint, report)
    grounds.continued.add((checkpoint.size, checkpoint.root))


CHECKS = {b"old ": check_consistency, b"c2sp.org/tlog-proof@v1\n": check_inclusion, b"": check_export}


def check_of(data):
    return next(check for start, check in CHECKS.items() if data.startswith(start))


def content(path):
    with open(path, "rb") as file:
        return file.read()


def keys_of(given):
    """A vkey, or a file with one a line."""
    if not os.path.exists(given):
        return [Key(given)]
    lines = content(given).decode("utf-8").split("\n")
    return [Key(line) for line in lines if line and not line.startswith("#")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--policy")
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("--against")
    given = parser.parse_args()
    grounds = Grounds(
        [key for text in given.key for key in keys_of(text)],
        Policy(content(given.policy)) if given.policy else None,
        Checkpoint(content(given.against)) if given.against else None,
    )
    files = [(path, content(path)) for path in given.files]
    # What continues the saved checkpoint has to be known before a part is read.
    files.sort(key=lambda file: check_of(file[1]) is not check_consistency)
    faults = 0
    for path, data in files:
        report = Report(path)
        report.catching(None, check_of(data), data, grounds, report)
        report.note("nothing wrong" if not report.faults else f"{report.faults} wrong")
        faults += report.faults
    return 1 if faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Wrong as wrong:
        sys.exit(f"what was given from outside cannot be read: {wrong}")
