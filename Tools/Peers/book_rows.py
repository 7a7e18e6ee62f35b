"""Reads a book's file as what it is, a SQLite file, so that peers are given the very same history."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson


@dataclass(frozen=True)
class BookEvent:
    """One event with what peers need of it."""

    agreement: str
    kind: str
    recording: str
    effective: str
    body: dict[str, Any]


def open_book(book: Path) -> sqlite3.Connection:
    """The file, to read only."""
    return sqlite3.connect(f"file:{book}?mode=ro", uri=True)


def events(book: Path) -> Iterator[BookEvent]:
    """All events, in the order of their agreements and then of their recording."""
    with open_book(book) as connection:
        for agreement, kind, recording, entry, body in connection.execute(
            "SELECT agreement, kind, recording, entry, bytes FROM event JOIN payload USING (position)"
            " ORDER BY agreement, version"
        ):
            effective = orjson.loads(entry)["effective"]["on"]
            yield BookEvent(agreement, kind, recording, effective, orjson.loads(body))


def count(book: Path) -> int:
    """How many events there are."""
    with open_book(book) as connection:
        return int(connection.execute("SELECT count(*) FROM event").fetchone()[0])


def stored_bytes(book: Path) -> int:
    """The bytes of all entries and payloads: what the book is about, without anything derived."""
    with open_book(book) as connection:
        return int(
            connection.execute(
                "SELECT sum(length(entry)) + sum(length(bytes)) FROM event JOIN payload USING (position)"
            ).fetchone()[0]
        )
