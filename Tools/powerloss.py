"""What a disk may hold after the power fails, made from the log of everything a program asked of it.

The log is strace's, with every byte written. Of a file, what was written before its last completed sync is
there; of what was written since, any part may be: sector by sector, and in any order. A directory keeps the
order of what was done in it, and may lose the end of that unless it was synced. Nothing else is assumed; the
log of a lock (-shm) is memory, and not on the disk at all.
"""
import os, random, re

SECTOR = 512
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,link,unlink,rename"


class File:
    """One file, whatever it is called: its writes in order, and how many of them are sure to be there."""

    def __init__(self):
        self.writes, self.synced, self.base, self.folded = [], 0, bytearray(), 0

    def fold(self):
        """What is sure is put together once."""
        for write in self.writes[self.folded : self.synced]:
            apply(self.base, write)
        self.folded = max(self.folded, self.synced)

    def image(self, choose):
        self.fold()
        content = bytearray(self.base)
        for write in choose(self.writes[self.folded :]):
            apply(content, write)
        return content


def apply(content, write):
    offset, data = write
    if data is None:
        size = offset
        del content[size:]
        content.extend(bytes(size - len(content)))
    else:
        content.extend(bytes(max(0, offset - len(content))))
        content[offset : offset + len(data)] = data


def sectors(write):
    offset, data = write
    if data is None:
        return [write]
    cuts = [0, *range(SECTOR - offset % SECTOR, len(data), SECTOR), len(data)]
    return [(offset + a, data[a:b]) for a, b in zip(cuts, cuts[1:])]


class Disk:
    """A folder, as the program sees it and as the disk may have it."""

    def __init__(self):
        self.files, self.names, self.steps, self.synced = [], {}, [], 0

    def create(self, name):
        self.files.append(File())
        self.names[name] = len(self.files) - 1
        self.steps.append(("create", name, self.names[name]))

    def link(self, old, new):
        self.names[new] = self.names[old]
        self.steps.append(("create", new, self.names[new]))

    def unlink(self, name):
        if self.names.pop(name, None) is not None:
            self.steps.append(("unlink", name, None))

    def rename(self, old, new):
        if old in self.names:
            self.names[new] = self.names.pop(old)
            self.steps.append(("rename", old, new))

    def listing(self, steps):
        names = {}
        for kind, name, what in self.steps[:steps]:
            if kind == "create":
                names[name] = what
            elif kind == "unlink":
                names.pop(name, None)
            else:
                names[what] = names.pop(name)
        return names

    def image(self, steps, choose):
        """By name; two names of one file have the very same content."""
        names = self.listing(steps)
        files = {f: self.files[f].image(choose) for f in sorted(set(names.values()))}
        return {name: files[f] for name, f in names.items()}

    def images(self, dice, torn):
        """What may be found now: nothing unsynced, all of it, and some random parts of it."""
        yield "nothing that was not synced", self.image(self.synced, lambda writes: [])
        yield "everything", self.image(len(self.steps), lambda writes: writes)
        yield "the last write alone", self.image(len(self.steps), lambda writes: writes[-1:])
        for number in range(torn):
            def choose(writes):
                parts = [part for write in writes for part in sectors(write)]
                kept = [part for part in parts if dice.random() < share]
                if number % 2:
                    dice.shuffle(kept)
                return kept
            share = dice.choice([0.1, 0.5, 0.9])
            steps = dice.randint(self.synced, len(self.steps))
            yield f"parts {number}", self.image(steps, choose)


def text(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def calls(trace):
    """The calls of a log in the order in which they began; a sync is listed where it was over."""
    begun, order = {}, []
    for line in open(trace):
        pid, rest = line.split(None, 1)
        resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", rest)
        if resumed:
            began, head = begun.pop(pid)
            order.append((began, len(order), head + resumed[1]))
        elif rest.rstrip().endswith("<unfinished ...>"):
            begun[pid] = (len(order), rest.rstrip()[: -len("<unfinished ...>")])
        else:
            order.append((len(order), len(order), rest))
    return order


PATH = r"<((?:\\x[0-9a-f]{2})*)>"
WRITE = re.compile(rf"pwrite64\(\d+{PATH}, \"([^\"]*)\", (\d+), (\d+)\) += (-?\d+)")
SAY = re.compile(rf"write\(1{PATH}, \"([^\"]*)\"")
SYNC = re.compile(rf"f(?:data)?sync\(\d+{PATH}\) += 0")
TRUNCATE = re.compile(rf"ftruncate\(\d+{PATH}, (\d+)\) += 0")
OPEN = re.compile(rf"openat\(.*O_CREAT.*= \d+{PATH}")
UNLINK = re.compile(r"unlink\(\"([^\"]*)\"\) += 0")
LINK = re.compile(r"link\(\"([^\"]*)\", \"([^\"]*)\"\) += 0")
RENAME = re.compile(r"rename\(\"([^\"]*)\", \"([^\"]*)\"\) += 0")


def replay(trace, folder):
    """Yields, after each call that matters, the disk and the lines said so far."""
    disk, said, counts = Disk(), "", []

    def inside(quoted):
        path = text(quoted).decode()
        name = os.path.basename(path)
        return name if os.path.dirname(path) == folder and not name.endswith("-shm") else None

    def file(name):
        return disk.files[disk.names[name]]

    for began, _, call in calls(trace):
        matters = True
        if match := WRITE.match(call):
            name = inside(match[1])
            matters = name is not None
            if matters:
                file(name).writes.append((int(match[4]), text(match[2])[: max(0, int(match[5]))]))
        elif match := SAY.match(call):
            said += text(match[2]).decode()
        elif match := SYNC.match(call):
            path = text(match[1]).decode()
            name = inside(match[1])
            before = counts[began] if began < len(counts) else None
            if path == folder:
                disk.synced = before[0] if before else len(disk.steps)
            elif name:
                own = disk.names.get(name)
                if own is not None:
                    known = before[1].get(own, 0) if before else len(disk.files[own].writes)
                    disk.files[own].synced = max(disk.files[own].synced, known)
        elif match := TRUNCATE.match(call):
            name = inside(match[1])
            matters = name is not None
            if matters:
                file(name).writes.append((int(match[2]), None))
        elif match := OPEN.match(call):
            name = inside(match[1])
            matters = name is not None and name not in disk.names
            if matters:
                disk.create(name)
        elif match := LINK.match(call):
            old, new = inside(match[1]), inside(match[2])
            matters = old is not None and new is not None
            if matters:
                disk.link(old, new)
        elif match := UNLINK.match(call):
            name = inside(match[1])
            matters = name is not None
            if matters:
                disk.unlink(name)
        elif match := RENAME.match(call):
            old, new = inside(match[1]), inside(match[2])
            matters = old is not None and new is not None
            if matters:
                disk.rename(old, new)
        else:
            matters = False
        counts.append((len(disk.steps), {f: len(x.writes) for f, x in enumerate(disk.files)}))
        if matters:
            yield disk, said
