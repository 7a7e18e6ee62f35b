"""A client of a log that is served as static files, made from c2sp.org/tlog-tiles, tlog-checkpoint and signed-note,
RFC 6962 and RFC 9162, and nothing of Deedbook's own.

  tiles_client.py FOLDER VKEY [--since CHECKPOINT] [--checkpoint CHECKPOINT] [--entries FILE]

Serves the folder over HTTP on this machine, as any static server would, and fetches by path. It checks the signature of
the checkpoint, works the root out from the tiles, hashes every entry of the bundles into its leaf, proves every entry,
and proves that the tree of --since is the beginning of this one. --checkpoint is used instead of the one that is
served: what an earlier reader has. --entries is a file with what the entries must be, in one bundle. The exit status is 0
where all of it holds, else 1.
"""
import argparse, base64, functools, hashlib, http.client, http.server, re, sys, threading
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Wrong(Exception):
    """The log is not what it should be."""


def demand(holds, what):
    if not holds:
        raise Wrong(what)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# Signed notes and checkpoints.


def read_checkpoint(data, vkey):
    """Origin, size and root of a checkpoint that the key signed."""
    name, key_id, key = vkey.split("+", 2)
    key = base64.b64decode(key, validate=True)
    demand(key[:1] == b"\1" and sha256(name.encode(), b"\n", key)[:4].hex() == key_id, "the key")
    text, gap, signatures = data.decode("utf-8").rpartition("\n\n")
    demand(gap and signatures.endswith("\n"), "a note has signatures after an empty line")
    text += "\n"
    verified = False
    for line in signatures[:-1].split("\n"):
        dash, signer, signature = line.split(" ")
        demand(dash == "\u2014", "a signature begins with a dash")
        signature = base64.b64decode(signature, validate=True)
        if signer == name and signature[:4].hex() == key_id:
            try:
                Ed25519PublicKey.from_public_bytes(key[1:]).verify(signature[4:], text.encode())
            except InvalidSignature:
                raise Wrong("the signature is not of the checkpoint") from None
            verified = True
    demand(verified, "the checkpoint is not signed by the key")
    origin, size, root = text.split("\n")[:3]
    demand(origin == name, f"the origin {origin}")
    demand(re.fullmatch("0|[1-9][0-9]*", size), f"the size {size}")
    return int(size), base64.b64decode(root, validate=True)


# Tiles.


class Served:
    """A folder behind a web server."""

    def __init__(self, folder):
        class Quiet(http.server.SimpleHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_):
                pass

        handler = functools.partial(Quiet, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.connection = http.client.HTTPConnection(*self.server.server_address)

    def fetch(self, path):
        """The bytes at a path; None where nothing is there."""
        self.connection.request("GET", "/" + path)
        answer = self.connection.getresponse()
        data = answer.read()
        return data if answer.status == 200 else None


def number(index):
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    return "/".join(groups)


class Log:
    def __init__(self, served, size):
        self.served, self.size = served, size
        # Caches that are this log's own.
        self.tile = functools.cache(self.tile)
        self.root = functools.cache(self.root)

    def resource(self, level, index, count):
        """A full tile or bundle; or the partial one of this size, or in its place the full one."""
        width = min(256, count - 256 * index)
        path = f"tile/{level}/{number(index)}"
        data = self.served.fetch(path if width == 256 else f"{path}.p/{width}")
        if data is None and width < 256:
            data = self.served.fetch(path)
        demand(data is not None, f"{path} of width {width} is not there")
        return width, data

    def tile(self, level, index):
        """The hashes of a tile that this size needs, and above them those of the seven levels within it."""
        width, data = self.resource(level, index, self.size >> (8 * level))
        demand(len(data) in (32 * width, 32 * 256), f"tile/{level}/{index}: {len(data)} bytes")
        rows = [[data[32 * i : 32 * i + 32] for i in range(width)]]
        while len(rows) < 9:
            row = rows[-1]
            rows.append([sha256(b"\1", *row[i : i + 2]) for i in range(0, len(row) - 1, 2)])
        return rows

    def root(self, start, end):
        """MTH(D[start:end]) of RFC 6962 section 2.1."""
        count = end - start
        if count == 0:
            return sha256()
        if count & (count - 1) == 0:
            height = count.bit_length() - 1
            # The eighth row of a tile is the hash that the tile above it has.
            level, row = divmod(height, 8)
            index, place = divmod(start >> (8 * level), 256)
            return self.tile(level, index)[row][place >> row]
        middle = start + split(count)
        return sha256(b"\1", self.root(start, middle), self.root(middle, end))

    def path(self, index, start, end):
        """PATH(m, D[n]) of RFC 9162 section 2.1.3.1."""
        if end - start == 1:
            return []
        middle = start + split(end - start)
        if index < middle:
            return self.path(index, start, middle) + [self.root(middle, end)]
        return self.path(index, middle, end) + [self.root(start, middle)]

    def growth(self, old, start, end, whole=True):
        """SUBPROOF(m, D[n], b) of RFC 9162 section 2.1.4.1."""
        if old == end:
            return [] if whole else [self.root(start, end)]
        middle = start + split(end - start)
        if old <= middle:
            return self.growth(old, start, middle, whole) + [self.root(middle, end)]
        return self.growth(old, middle, end, False) + [self.root(start, middle)]

    def entries(self):
        for index in range((self.size + 255) // 256):
            width, data = self.resource("entries", index, self.size)
            at = 0
            for _ in range(width):
                length = int.from_bytes(data[at : at + 2], "big")
                entry = data[at + 2 : at + 2 + length]
                demand(len(data) >= at + 2 and len(entry) == length, f"bundle {index} is too short")
                at += 2 + length
                yield entry
            # A full bundle in the place of a partial one has more than this size.
            demand(at == len(data) or width < 256, f"bundle {index} is too long")


def split(count):
    return 1 << ((count - 1).bit_length() - 1)


# Verifiers.


def check_path(leaf, index, size, path, root):
    """RFC 9162 section 2.1.3.2."""
    node, last, hash_ = index, size - 1, leaf
    for sibling in path:
        demand(last, "a path is too long")
        if node & 1 or node == last:
            hash_ = sha256(b"\1", sibling, hash_)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            hash_ = sha256(b"\1", hash_, sibling)
        node, last = node >> 1, last >> 1
    demand(last == 0 and hash_ == root, f"entry {index} is not in the tree")


def check_growth(old, old_root, new, new_root, proof):
    """RFC 9162 section 2.1.4.2."""
    if old == new or old == 0:
        demand(old_root == (new_root if old else sha256()), "the tree is another than it was")
        return
    if old & (old - 1) == 0:
        proof = [old_root] + proof
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    first = second = proof[0]
    for hash_ in proof[1:]:
        demand(last, "a consistency proof is too long")
        if node & 1 or node == last:
            first, second = sha256(b"\1", hash_, first), sha256(b"\1", hash_, second)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            second = sha256(b"\1", second, hash_)
        node, last = node >> 1, last >> 1
    demand(last == 0 and first == old_root and second == new_root, "the tree does not continue what it was")


def check(arguments):
    served = Served(arguments.folder)
    if arguments.checkpoint:
        data = open(arguments.checkpoint, "rb").read()
    else:
        data = served.fetch("checkpoint")
        demand(data is not None, "no checkpoint is served")
    size, root = read_checkpoint(data, arguments.vkey)
    log = Log(served, size)
    demand(log.root(0, size) == root, "the tiles make another root")
    entries = list(log.entries())
    demand(len(entries) == size, "the bundles have another number of entries")
    for index, entry in enumerate(entries):
        leaf = sha256(b"\0", entry)
        demand(leaf == log.root(index, index + 1), f"entry {index} is not its leaf")
        check_path(leaf, index, size, log.path(index, 0, size), root)
    if arguments.entries:
        expected = open(arguments.entries, "rb").read()
        bundle = b"".join(len(entry).to_bytes(2, "big") + entry for entry in entries)
        demand(bundle == expected, "the entries are others")
    if arguments.since:
        old, old_root = read_checkpoint(open(arguments.since, "rb").read(), arguments.vkey)
        demand(old <= size, "the tree is shorter than it was")
        proof = log.growth(old, 0, size) if old else []
        check_growth(old, old_root, size, root, proof)
        print(f"continues {old}")
    print(f"verified {size} entries")


parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("vkey")
parser.add_argument("--since")
parser.add_argument("--checkpoint")
parser.add_argument("--entries")
try:
    check(parser.parse_args())
except Wrong as wrong:
    sys.exit(f"wrong: {wrong}")
