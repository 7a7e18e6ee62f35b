"""Checks notes, keys, checkpoints and proofs with nothing of Deedbook's own code.

Reads a JSON object on standard input, as IndependentTests.swift writes it, and prints one as it reads it.
"""
import base64, hashlib, json, struct, sys
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives import serialization

RAW = serialization.Encoding.Raw, serialization.PublicFormat.Raw


def leaf(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return hashlib.sha256(b"\1" + root(leaves[:split]) + root(leaves[split:])).digest()


def path_root(hash_, index, size, path):
    """RFC 9162 section 2.1.3.2, word for word."""
    fn, sn = index, size - 1
    for p in path:
        assert sn != 0, "path: too long"
        if fn & 1 or fn == sn:
            hash_ = hashlib.sha256(b"\1" + p + hash_).digest()
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            hash_ = hashlib.sha256(b"\1" + hash_ + p).digest()
        fn, sn = fn >> 1, sn >> 1
    assert sn == 0, "path: too short"
    return hash_


def path(index, leaves):
    """RFC 9162 section 2.1.3.1, word for word."""
    if len(leaves) == 1:
        return []
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    if index < split:
        return path(index, leaves[:split]) + [root(leaves[split:])]
    return path(index - split, leaves[split:]) + [root(leaves[:split])]


def growth(old, leaves, whole=True):
    """RFC 9162 section 2.1.4.1, word for word."""
    if old == len(leaves):
        return [] if whole else [root(leaves)]
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    if old <= split:
        return growth(old, leaves[:split], whole) + [root(leaves[split:])]
    return growth(old - split, leaves[split:], False) + [root(leaves[:split])]


def check_growth(old, old_root, new, new_root, proof):
    """RFC 9162 section 2.1.4.2, word for word."""
    if old == new:
        assert not proof and old_root == new_root, "growth of one tree"
        return
    if old & (old - 1) == 0:
        proof = [old_root] + proof
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    assert proof, "growth without a proof"
    fr = sr = proof[0]
    for c in proof[1:]:
        assert sn != 0, "growth: too long"
        if fn & 1 or fn == sn:
            fr = hashlib.sha256(b"\1" + c + fr).digest()
            sr = hashlib.sha256(b"\1" + c + sr).digest()
            while not fn & 1 and fn != 0:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = hashlib.sha256(b"\1" + sr + c).digest()
        fn, sn = fn >> 1, sn >> 1
    assert sn == 0, "growth: too short"
    assert fr == old_root and sr == new_root, "growth: another root"


def key_id(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def read_vkey(vkey):
    name, digits, data = vkey.split("+", 2)
    data = base64.b64decode(data, validate=True)
    assert key_id(name, data[0], data[1:]).hex() == digits, "key id of " + vkey
    return name, data[0], Ed25519PublicKey.from_public_bytes(data[1:]), bytes.fromhex(digits)


def verify_note(note, vkeys):
    """Every one of the keys signed the note."""
    text, lines = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :].splitlines()
    signatures = {}
    for line in lines:
        dash, name, data = line.split(" ")
        assert dash == "\u2014"
        data = base64.b64decode(data, validate=True)
        signatures[name, data[:4]] = data[4:]
    for vkey in vkeys:
        name, kind, key, ident = read_vkey(vkey)
        signature = signatures[name, ident]
        if kind == 1:
            key.verify(signature, text.encode())
        else:
            (seconds,) = struct.unpack(">Q", signature[:8])
            key.verify(signature[8:], f"cosignature/v1\ntime {seconds}\n{text}".encode())
    return text


def check(task):
    entries = [base64.b64decode(entry) for entry in task["entries"]]
    text = verify_note(task["checkpoint"], task["vkeys"])
    origin, size, top = text.splitlines()
    assert int(size) == len(entries), "size"
    leaves = [leaf(entry) for entry in entries]
    assert base64.b64decode(top) == root(leaves), "root"
    for old, proof in enumerate(task["growth"], 1):
        hashes = [base64.b64decode(line, validate=True) for line in proof]
        check_growth(old, root(leaves[:old]), len(leaves), root(leaves), hashes)
    for proof in task["proofs"]:
        head, note = proof.split("\n\n", 1)
        lines = head.splitlines()
        assert lines[0] == "c2sp.org/tlog-proof@v1"
        if lines[1].startswith("extra "):
            lines.pop(1)
        index = int(lines[1].removeprefix("index "))
        hashes = [base64.b64decode(line, validate=True) for line in lines[2:]]
        text = verify_note(note, task["vkeys"])
        top = base64.b64decode(text.splitlines()[2])
        assert path_root(leaf(entries[index]), index, len(entries), hashes) == top, "path: another root"


def make(task):
    """The other direction: a log and a witness of our own."""
    entries = [f"entry {number}".encode() for number in range(task["count"])]
    result = {"entries": [base64.b64encode(entry).decode() for entry in entries], "vkeys": []}
    text = f"python.example/log\n{len(entries)}\n{base64.b64encode(root([leaf(e) for e in entries])).decode()}\n"
    lines = ""
    for name, kind, seed in (("python.example/log", 1, b"l" * 32), ("witness.example", 4, b"w" * 32)):
        key = Ed25519PrivateKey.from_private_bytes(seed)
        public = key.public_key().public_bytes(*RAW)
        ident = key_id(name, kind, public)
        if kind == 1:
            signature = key.sign(text.encode())
        else:
            signature = struct.pack(">Q", 1700000000) + key.sign(
                f"cosignature/v1\ntime 1700000000\n{text}".encode()
            )
        lines += f"\u2014 {name} {base64.b64encode(ident + signature).decode()}\n"
        result["vkeys"].append(f"{name}+{ident.hex()}+{base64.b64encode(bytes([kind]) + public).decode()}")
    result["checkpoint"] = text + "\n" + lines
    leaves = [leaf(entry) for entry in entries]
    result["proofs"] = [
        f"c2sp.org/tlog-proof@v1\nextra {base64.b64encode(entry).decode()}\nindex {index}\n"
        + "".join(base64.b64encode(hash_).decode() + "\n" for hash_ in path(index, leaves))
        + "\n" + result["checkpoint"]
        for index, entry in enumerate(entries)
    ]
    result["growth"] = [
        [base64.b64encode(hash_).decode() for hash_ in growth(old, leaves)]
        for old in range(1, len(leaves) + 1)
    ]
    return result


task = json.load(sys.stdin)
check(task)
json.dump(make(task), sys.stdout)
