"""Reads every entry and payload of a book, hashes and parses them: the floor of an audit in Python.

    python3 -m Peers.hash_and_parse BOOK

Prints how many events there were, and the seconds of reading and parsing alone.
"""

import hashlib
import sys
import time
from pathlib import Path

import orjson

from .book_rows import open_book

ROWS = "SELECT entry, bytes, salt FROM event JOIN payload USING (position) ORDER BY position"


def audit(book: Path) -> int:
    """Reads, hashes and parses everything; how many events there are."""
    count = 0
    with open_book(book) as connection:
        for entry, body, salt in connection.execute(ROWS):
            hashlib.sha256(b"\0" + entry).digest()
            hashlib.sha256(salt + body).digest()
            orjson.loads(entry)
            orjson.loads(body)
            count += 1
    return count


def parse(book: Path) -> float:
    """The seconds that reading and parsing every payload takes: the floor of a replay."""
    start = time.monotonic()
    with open_book(book) as connection:
        for _, body, _ in connection.execute(ROWS):
            orjson.loads(body)
    return time.monotonic() - start


if __name__ == "__main__":
    print(audit(Path(sys.argv[1])), parse(Path(sys.argv[1])))
