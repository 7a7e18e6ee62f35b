"""An intact book to be altered behind its back, the commands that are asked of it, and a folder to do it in.

What was altered is written without the triggers and checks that would refuse it, which are made again as they were.
"""
import concurrent.futures, contextlib, hashlib, itertools, json, os, queue, re, shutil, sqlite3, subprocess

TODAY = "2026-04-28"
FORMER = "2021-03-01"
MICROSOFT = f"microsoft-openai --on {TODAY}"

# What is asked of every altered book: of the agreements of the record, of a part of the book else, of much of it.
OF_THE_RECORD = [
    f"terms {MICROSOFT}",
    f"terms {MICROSOFT} --term revenue-share.openai-to-microsoft --format json",
    f"terms {MICROSOFT} --disclosed-by 2026-01-01 --recorded-at 280",
    "diff microsoft-openai 2026-04-26 2026-04-28",
    f"why {MICROSOFT.replace(' ', ' revenue-share.openai-to-microsoft.rate ', 1)}",
    "timeline microsoft-openai",
    "show 2026-04-27-revised-agreement",
    "payable amazon-openai compute.aws --from 2025-11-03 --to 2026-12-31",
    f"new amendment {MICROSOFT.replace(' ', ' revenue-share.openai-to-microsoft ', 1)}",
]
OF_A_PART = [
    f"terms deal-1 --on {FORMER} --all",
    f"why deal-1 fee --on {FORMER}",
    "timeline deal-1 fee",
    "show deed-1 --format json",
    "log deal-1 --last 3",
    "agreements",
    f"find 'payer = openai or kind = fee' --on {TODAY}",
    f"find 'amount > USD 1000000' --on {FORMER} --recorded-at 280",
    f"export --agreement deal-1 --format csv-fields --on {FORMER}",
    "prove inclusion 17",
    "prove consistency first.checkpoint",
    "checkpoint --list",
    "record more-1.yaml --dry-run",
]
VERIFY_AGAINST = "verify --policy trust.policy --against last.checkpoint"
OF_MUCH = [
    "diff deal-1 2020-06-01 2023-06-01 --through",
    "log",
    "calendar --from 2024-01-01 --to 2032-12-31",
    "conflicts --on 2026-03-15",
    "conflicts microsoft-openai amazon-openai --on 2026-03-15",
    "verify",
    VERIFY_AGAINST,
    "verify --policy trust.policy --from first.checkpoint",
    "export --agreement deal-1",
    "export --out book.jsonl",
    "import book.jsonl --check --policy trust.policy --against last.checkpoint",
    "import book.jsonl --book imported.deedbook",
    "doctor",
    "backup copy.deedbook",
    "check more-1.yaml",
]
READING = [*OF_THE_RECORD, *OF_A_PART, *OF_MUCH]
# A command that needs more than this of a book of 300 events has no bound.
MEMORY, SECONDS, WALL = 1 << 30, 20, 120

MORE = """
recording: {key}
agreement: deal-1
instrument: {{ kind: {kind}, title: More, effective: {{ on: 2023-06-01 }} }}
disclosed: 2023-06-01
sources:
  - {{ id: deed, grade: executed-text, publisher: The parties }}
events:
"""


def recording(key, *events, kind="order"):
    return MORE.format(key=key, kind=kind) + "".join(f"  - {event}\n" for event in events)


def stat_of(pid):
    """How much of the processor a process had, and what each of its threads waits in."""
    def read(path):
        try:
            with open(path) as file:
                return file.read()
        except OSError:
            return ""

    fields = read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    ticks = sum(map(int, fields[11:13])) if fields else 0
    threads = os.listdir(f"/proc/{pid}/task") if fields else []
    waits = ", ".join(read(f"/proc/{pid}/task/{thread}/wchan") or "?" for thread in threads)
    return f"{ticks / os.sysconf('SC_CLK_TCK'):.1f} s of processor; its threads: {waits}"


class Program:
    """The program that is tried, with bounds on what it may take."""

    def __init__(self, path, root):
        self.path = os.path.abspath(path)
        source = open(os.path.join(root, "Sources/DeedbookCommands/Errors/ExitStatus.swift")).read()
        self.statuses = {int(number) for number in re.findall(r"case \w+ = (\d+)", source)}

    def run(self, line, folder, state=None):
        """Returns the status, or None where it took too long, and the bytes of both outputs.

        Where no folder for state is given, the program remembers no book.
        """
        memory = {"XDG_STATE_HOME": state} if state else {}
        command = (f"exec prlimit --as={MEMORY} --cpu={SECONDS}:{2 * SECONDS} --core=0 "
                   f"'{self.path}' {line}")
        process = subprocess.Popen(["/bin/sh", "-c", command], cwd=folder, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env={"PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "TZ": "UTC", **memory},
                                   start_new_session=True)
        try:
            output, errors = process.communicate(timeout=WALL)
            return process.returncode, output, errors
        except subprocess.TimeoutExpired:
            # Whether it was at work, or waited: a bound on the processor is not reached by who waits.
            used = stat_of(process.pid)
            process.kill()
            output, errors = process.communicate()
            return None, output, errors + f"\nafter {WALL} s: {used}".encode()

    def must(self, line, folder):
        status, output, errors = self.run(line, folder)
        if status != 0:
            raise RuntimeError(f"{line}: {status} {output[-500:]} {errors[-500:]}")
        return output.decode()


# What of the record the commands ask about, with what they refer to: with the rest just enough for a row of the tree.
IN_SHORT = ("microsoft-openai", "amazon-openai", "coreweave-openai")


def make_template(program, folder, root, is_short=False):
    """A small book with something in every table: the record, an event of every kind, a redaction, signatures.

    is_short: with as little of the record as all that is asked needs.
    """
    os.mkdir(folder)

    def write(name, text):
        open(os.path.join(folder, name), "w").write(text)

    # The document that a sample names is kept beside the book, under its digest.
    document = hashlib.sha256(b"words\n").hexdigest()
    kept = os.path.join(folder, "book.deedbook.documents", document[:2])
    os.makedirs(kept)
    open(os.path.join(kept, document[2:]), "w").write("words\n")
    samples = os.path.join(root, "Tests/DeedbookCommandsTests/Golden/Redaction")
    record = [f"'{root}/Events/{name}'" for name in IN_SHORT] if is_short else [f"'{root}/Events'"]
    program.must(f"record {' '.join(record)} --recorder me", folder)
    for name in sorted(os.listdir(samples)):
        file = name[2:].replace(".yaml", "-1.yaml")
        text = open(os.path.join(samples, name)).read().replace("NN", "1").replace("SECRET", "Words")
        write(file, re.sub("sha256: [0-9a-f]{64}", f"sha256: {document}", text))
        program.must(f"record {file} --recorder me", folder)
    key = program.must("keygen --out book.key", folder)
    log = re.search(r"log (\S+)", key)[1]
    witness = program.must("keygen lumen.example/w --witness --out witness.key", folder)
    cosigner = re.search(r"witness \S+ \S+", witness)[0]
    write("book.pub", log + "\n")
    write("trust.policy", f"log {log}\n{cosigner}\nquorum lumen.example/w\n")
    program.must("keygen clerk --out clerk.key", folder)
    program.must("checkpoint --key book.key --out first.checkpoint", folder)
    write("order-1.yaml", recording("order-1", *(
        f"payload-redacted: {{ event: deed-1#{number}, authority: An order }}" for number in (3, 13))))
    program.must("record order-1.yaml --recorder me", folder)
    write("signed-1.yaml", recording("signed-1", "party-admitted: { party: e, name: E }", kind="amendment"))
    program.must("record signed-1.yaml --sign-with clerk.key", folder)
    program.must("witness init seen", folder)
    sign(program, folder)
    write("more-1.yaml", recording("more-1", "party-admitted: { party: f, name: F }", kind="amendment"))
    write("redact-1.yaml", recording("redact-1", "payload-redacted: { event: changes-1#1, authority: An order }"))


def sign(program, folder):
    """The keeper signs the book as it is, and the witness of the policy cosigns it: the last checkpoint."""
    last, has = os.path.join(folder, "last.checkpoint"), ""
    if os.path.exists(last):
        # The second line of a checkpoint is its size. No file is overwritten.
        has = f"--witness-has {open(last).readlines()[1].strip()}"
        for name in ("request.txt", "answer.txt"):
            os.unlink(os.path.join(folder, name))
    program.must(f"checkpoint --key book.key --witness request.txt {has}", folder)
    program.must("witness cosign request.txt --key witness.key --memory seen --log book.pub --out answer.txt", folder)
    program.must("checkpoint --policy trust.policy --cosigned answer.txt --out last.checkpoint", folder)


def permissive(sql):
    """The same table as far as its bytes go, that takes any value in any column."""
    sql = re.sub(r"CHECK \((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", sql)
    sql = re.sub(r"REFERENCES \w+ \(\w+\)|NOT NULL", "", sql)
    sql = re.sub(r"\bTEXT\b|\bINTEGER\b(?! PRIMARY KEY)", "BLOB", sql)
    return sql.replace("STRICT, ", "").replace("STRICT", "")


class Opened:
    """The template without what refuses an alteration, and what it was."""

    def __init__(self, template, path, kept=None):
        """
        kept: an older copy, which an alteration reads under this name.
        """
        self.path, self.kept = path, kept
        shutil.copy(template, path)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
            self.schema = db.execute("SELECT rowid, type, name, tbl_name, rootpage, sql FROM sqlite_schema").fetchall()
            self.version = db.execute("PRAGMA schema_version").fetchone()[0]
            opened = [(*row[:5], permissive(row[5]) if row[1] == "table" and row[2] != "sqlite_sequence" else row[5])
                      for row in self.schema if row[1] != "trigger"]
            self.put(db, opened, self.version + 1)
        with contextlib.closing(self.connect(path)) as db:
            self.tables = {name: self.columns(db, name) for _, kind, name, *_ in self.schema if kind == "table"}

    @staticmethod
    def put(db, schema, version):
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA writable_schema = ON")
        db.execute("BEGIN")
        db.execute("DELETE FROM sqlite_schema")
        db.executemany("INSERT INTO sqlite_schema (rowid, type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?, ?)",
                       schema)
        db.execute("COMMIT")
        db.execute(f"PRAGMA schema_version = {version}")

    def connect(self, path):
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA synchronous = OFF")
        db.text_factory = bytes
        if self.kept:
            db.execute("ATTACH ? AS kept", [self.kept])
        return db

    def columns(self, db, table):
        sql = next(row[5] for row in self.schema if row[2] == table)
        def kind(name):
            declared = re.search(rf"^\s*{name} (INTEGER|TEXT|BLOB)", sql, re.M)
            return declared[1] if declared else {"seq": "INTEGER"}.get(name, "TEXT")
        found = db.execute("SELECT name, pk FROM pragma_table_info(?)", [table]).fetchall()
        names = [name.decode() for name, _ in found]
        keys = [name.decode() for name, pk in found if pk] or ["rowid"]
        return {name: kind(name) for name in names}, keys

    def alter(self, path, body):
        """Makes the altered copy."""
        shutil.copy(self.path, path)
        with contextlib.closing(self.connect(path)) as db:
            db.execute("BEGIN")
            body(db)
            db.execute("COMMIT")
            self.put(db, self.schema, self.version)


# The rows that the commands read first of all, by a condition; of every table the last one is looked at, too.
READ_FIRST = {
    "agreement": "id = 'deal-1'",
    "recording": "key = 'deed-1'",
    "event": "recording = 'deed-1'",
    "payload": "position IN (SELECT position FROM event WHERE recording = 'deed-1')",
    "piece": "agreement = 'microsoft-openai' AND term = 'revenue-share.openai-to-microsoft'",
    "step": "agreement = 'microsoft-openai' AND term = 'hosting.azure'",
    "due": "agreement = 'microsoft-openai' AND level = 0",
}


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def store_entry(db, position, entry):
    db.execute("UPDATE event SET entry = ?, leaf = ? WHERE position = ?",
               [entry, hashlib.sha256(b"\x00" + entry).digest(), position])


class Bench:
    """A folder in which one altered book after the other is tried."""

    def __init__(self, program, template, opened, folder):
        self.program, self.opened, self.folder = program, opened, folder
        self.book = os.path.join(folder, "book.deedbook")
        shutil.copytree(template, folder)

    def clear(self):
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            if re.search(r"deedbook|book\.jsonl", name) and not os.path.isdir(path):
                os.unlink(path)

    def ask(self, line):
        return self.program.run(line, self.folder)

    def asked(self, reading):
        """Yields each command and how it ended."""
        for line in reading:
            # What cannot be exported cannot be imported.
            if line.startswith("import") and not os.path.exists(os.path.join(self.folder, "book.jsonl")):
                continue
            yield line, self.ask(line)


def side_by_side(benches, plans, one):
    """Yields what `one` makes of each plan, on one bench or the other, as each is done."""
    free, plans = queue.Queue(), iter(plans)
    for bench in benches:
        free.put(bench)

    def on_a_bench(plan):
        bench = free.get()
        try:
            return one(bench, plan)
        finally:
            free.put(bench)

    with concurrent.futures.ThreadPoolExecutor(len(benches)) as pool:
        running = {pool.submit(on_a_bench, plan) for plan in itertools.islice(plans, len(benches))}
        while running:
            done, running = concurrent.futures.wait(running, return_when="FIRST_COMPLETED")
            for future in done:
                yield future.result()
            running |= {pool.submit(on_a_bench, plan) for plan in itertools.islice(plans, len(done))}
