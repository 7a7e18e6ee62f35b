"""What becomes of a command whose memory was attacked: that of a reader, which heads it saw, and that of a witness.

An attacked memory is held to one thing: what it was kept for may not happen without a word. A reader may not take an
older copy of the book for the one that was read; a witness may not cosign what does not continue what it saw. Each
attack has the words of the refusal; what no memory can notice is declared with the others, in attacks.py.
"""
import contextlib, hashlib, os, shutil, sqlite3, subprocess

WITNESS_ASKED = "witness cosign {} --key witness.key --memory seen --log book.pub"
# Both are of a smaller size than was seen, as one who begins anew would cosign it, and one who saw that size before.
STALE = ["stale-anew.txt", "stale-again.txt"]
NEXT = "next.txt"
ASKED = "terms lease --on 2026-04-28 --format json"
SEALED = "its rows are not those that this witness wrote"
NOT_CONTINUED = "is not the one that you read before"


class MemoryAttack:
    """What is done to a memory."""

    def __init__(self, name, sort, body, must):
        """
        sort: whose memory it is.
        must: what is said by who refuses.
        """
        self.name, self.sort, self.body, self.must = name, sort, body, must
        self.is_full, self.is_twice = name.endswith("full disk"), name.endswith("two processes at once")


def rows(*statements, sealed=False):
    """Rows of a witness's memory altered without its triggers, which are made again."""
    def body(path, _):
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
            triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
            for name, _ in triggers:
                db.execute(f"DROP TRIGGER {name}")
            if sum(db.execute(statement).rowcount for statement in statements) < 1:
                raise RuntimeError(f"nothing was changed by {statements}")
            if sealed:
                found = db.execute("SELECT origin, size, root FROM cosigned ORDER BY origin").fetchall()
                text = "".join(f"{origin}\n{size}\n{' '.join(f'{byte:x}' for byte in root)}\n" for origin, size, root in found)
                sealed_as = hashlib.sha256(f"deedbook.local/witness-memory/2\n{len(found)}\n{text}".encode()).digest()
                db.execute("UPDATE seal SET digest = ?", [sealed_as])
            for _, definition in triggers:
                db.execute(definition)
    return body


def lines(change):
    """A reader's memory with other lines: the origin, the size and the root."""
    def body(path, _):
        with open(path) as file:
            found = file.read().splitlines()
        with open(path, "w") as file:
            file.write("\n".join(change(*found)) + "\n")
    return body


def other(name):
    def body(path, folder):
        shutil.copy(os.path.join(folder, name), path)
    return body


def removed(path, _):
    os.unlink(path)


def emptied(path, _):
    open(path, "w").close()


def a_folder(path, _):
    os.unlink(path)
    os.mkdir(path)


def link(name):
    """A link in its place: to itself, which no privilege reads; to nothing; or to another memory."""
    def body(path, folder):
        os.unlink(path)
        os.symlink(path if name is None else os.path.join(folder, name), path)
    return body


def unchanged(path, _):
    pass


OF_A_WITNESS = [
    ("size of a row less", rows("UPDATE cosigned SET size = size - 1"), SEALED),
    ("root of a row another", rows("UPDATE cosigned SET root = zeroblob(32)"), SEALED),
    ("row removed", rows("DELETE FROM cosigned"), SEALED),
    ("row moved to another origin", rows("UPDATE cosigned SET origin = 'another.example/log'"), SEALED),
    ("row added of another origin",
     rows("INSERT INTO cosigned SELECT 'another.example/log', size, root FROM cosigned"), SEALED),
    ("row put back from an older copy", "row of older", SEALED),
    ("seal removed", rows("DELETE FROM seal"), SEALED),
    ("row removed, sealed again", rows("DELETE FROM cosigned", sealed=True), "not cosigned"),
    ("file of before", other("older.memory"), "not cosigned"),
    ("new memory in its place", other("new.memory"), "not cosigned"),
    ("file removed", removed, "there is no witness's memory"),
    ("file emptied", emptied, "the memory cannot be used"),
    ("folder in its place", a_folder, "the memory cannot be used"),
    ("link to itself", link(None), "witness's memory|the memory cannot be used"),
    ("link to nothing", link("nothing"), "there is no witness's memory"),
    ("link to a new memory", link("new.memory"), "not cosigned"),
    ("book in its place", other("book.deedbook"), "another program's database, and no witness's memory"),
    ("full disk", unchanged, "cannot be used|cannot answer|no space left|disk|not cosigned"),
    ("two processes at once", unchanged, "not cosigned"),
]
OF_A_READER = [
    ("size more", lines(lambda origin, size, root: (origin, str(int(size) + 1), root)), NOT_CONTINUED),
    ("root another", lines(lambda origin, size, root: (origin, size, "A" * 8 + root[8:])), NOT_CONTINUED),
    ("head of another book", lines(lambda origin, size, root: ("another.example/log", size, root)), NOT_CONTINUED),
    ("head of before", other("older.head"), NOT_CONTINUED),
    ("file removed", removed, NOT_CONTINUED),
    ("file emptied", emptied, "cannot be read"),
    ("folder in its place", a_folder, "is no plain file"),
    ("link to itself", link(None), "remembered head"),
    ("link to nothing", link("nothing"), NOT_CONTINUED),
    ("link to a head of before", link("older.head"), NOT_CONTINUED),
    # It answers, and says that the next answer is held to the head of before.
    ("full disk", unchanged, NOT_CONTINUED),
    ("two processes at once", unchanged, NOT_CONTINUED),
]


def memory_attacks():
    for sort, found in (("witness", OF_A_WITNESS), ("reader", OF_A_READER)):
        for name, body, must in found:
            yield MemoryAttack(f"memory of a {sort}, {name}", sort, body, must)


class MemoryBench:
    """A folder with a book, an older copy of it, and the memories of a reader and of a witness, of now and of before."""

    def __init__(self, program, template, folder):
        self.program, self.folder = program, folder
        self.state = os.path.join(folder, "state")
        shutil.copytree(template, folder)
        first, last = (self.content(f"{name}.checkpoint").split("\n\n")[0].split("\n")[1] for name in ("first", "last"))
        for name, old in zip(STALE, (0, first)):
            self.write(name, f"old {old}\n\n" + self.content("first.checkpoint"))
        for line in (f"checkpoint --key book.key --witness {NEXT} --witness-has {last}", "witness init new.memory",
                     "witness init older.memory",
                     WITNESS_ASKED.replace("seen", "older.memory").format(STALE[0]) + " --out older-answer.txt"):
            program.must(line, folder)
        shutil.copy(self.path("seen"), self.path("seen.kept"))
        shutil.copy(self.path("book.deedbook"), self.path("whole.book"))
        for book, head in ((os.path.join("kept", "last"), "older.head"), ("whole.book", "newer.head")):
            self.put(book)
            shutil.rmtree(self.state, ignore_errors=True)
            program.run(ASKED, folder, self.state)
            shutil.copy(self.head(), self.path(head))
        self.answer = program.run(ASKED, folder, self.state)[1]

    def path(self, name):
        return os.path.join(self.folder, name)

    def content(self, name):
        with open(self.path(name)) as file:
            return file.read()

    def write(self, name, text):
        with open(self.path(name), "w") as file:
            file.write(text)

    def head(self):
        place = os.path.join(self.state, "deedbook", "books")
        return os.path.join(place, next(name for name in os.listdir(place) if name.endswith(".head")))

    def put(self, book):
        for end in ("-wal", "-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(self.path("book.deedbook" + end))
        shutil.copy(self.path(book), self.path("book.deedbook"))

    def tried(self, attack):
        """By what is asked: what was done, and whether it was right to do it."""
        return self.of_a_witness(attack) if attack.sort == "witness" else self.of_a_reader(attack)

    def remembered(self, attack, path, kept):
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        elif os.path.lexists(path):
            os.unlink(path)
        shutil.copy(self.path(kept), path)
        if attack.body == "row of older":
            with contextlib.closing(sqlite3.connect(self.path("older.memory"))) as db:
                size, root = db.execute("SELECT size, hex(root) FROM cosigned").fetchone()
            rows(f"UPDATE cosigned SET size = {size}, root = x'{root}'")(path, self.folder)
        else:
            attack.body(path, self.folder)

    def of_a_witness(self, attack):
        for request in (*STALE, NEXT):
            shutil.copy(self.path("new.memory"), self.path("new.copy"))
            self.remembered(attack, self.path("seen"), "seen.kept")
            line = WITNESS_ASKED.format(request)
            program = Starved(self.program) if attack.is_full else self.program
            with together(self, WITNESS_ASKED.format(NEXT), attack.is_twice):
                yield line, request == NEXT, program.run(line, self.folder)
            if attack.is_full or attack.is_twice:
                # What was not remembered was not signed, and what was signed is remembered.
                yield f"{line} again", request == NEXT, self.program.run(line, self.folder)
            os.replace(self.path("new.copy"), self.path("new.memory"))

    def of_a_reader(self, attack):
        for book in (os.path.join("kept", "last"), "whole.book"):
            is_whole = book == "whole.book"
            # Where there is no room, there is something to be written: the book has grown.
            self.remembered(attack, self.head_path(), "older.head" if attack.is_full and is_whole else "newer.head")
            self.put(book)
            with together(self, ASKED, attack.is_twice), without_room(self.state, attack.is_full) as is_so:
                if is_so:
                    yield (f"{ASKED} of {'the book' if is_whole else 'an older copy'}", is_whole,
                           self.program.run(ASKED, self.folder, self.state))

    def head_path(self):
        place = os.path.join(self.state, "deedbook", "books")
        name = next((name for name in os.listdir(place) if name.endswith(".head")), None)
        self.head_name = name or self.head_name
        return os.path.join(place, self.head_name)


@contextlib.contextmanager
def together(bench, line, is_so):
    """Another process of the same memory meanwhile."""
    if not is_so:
        yield
        return
    other = subprocess.Popen(["/bin/sh", "-c", f"exec '{bench.program.path}' {line}"], cwd=bench.folder,
                             stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             env={"PATH": "/usr/bin:/bin", "TZ": "UTC", "XDG_STATE_HOME": bench.state})
    try:
        yield
    finally:
        other.wait()


@contextlib.contextmanager
def without_room(folder, is_so):
    """What is in the folder on a file system that is full; false where none can be mounted."""
    if not is_so:
        yield True
        return
    kept = f"{folder}.kept"
    os.rename(folder, kept)
    os.mkdir(folder)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True).returncode == 0
    try:
        if mounted:
            shutil.copytree(kept, folder, dirs_exist_ok=True)
            with contextlib.suppress(OSError), open(os.path.join(folder, "ballast"), "wb", buffering=0) as ballast:
                while ballast.write(b"x" * 4096):
                    pass
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", folder])
        os.rmdir(folder)
        os.rename(kept, folder)


class Starved:
    """The program where no file can grow, as on a disk without room."""

    def __init__(self, program):
        self.program = program

    def run(self, line, folder, state=None):
        memory = {"XDG_STATE_HOME": state} if state else {}
        done = subprocess.run(
            ["bash", "-c", f"ulimit -f 0; trap '' XFSZ; exec '{self.program.path}' {line}"], cwd=folder,
            stdin=subprocess.DEVNULL, capture_output=True, env={"PATH": "/usr/bin:/bin", "TZ": "UTC", **memory})
        return done.returncode, done.stdout, done.stderr
