"""A bitemporal table in SQLite as one would write it by hand."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from .bitemporal import COLUMNS, INDEXES, VALID, Row

FOREVER = "9999-12-31"


class BitemporalSQLite:
    """Rows with the days on which they hold and the time from and until which they were recorded."""

    name = "SQLite, bitemporal by hand"

    def __init__(self, folder: Path, rows: Iterable[list[str | None]]) -> None:
        self._connection = sqlite3.connect(folder / "bitemporal.sqlite")
        kinds = {"rate": "REAL", "amount": "REAL"}
        columns = ", ".join(f"{name} {kinds.get(name, 'TEXT')}" for name in COLUMNS)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(
            f"CREATE TABLE term ({columns}, recorded_from TEXT NOT NULL, recorded_to TEXT NOT NULL)"
        )
        with self._connection:
            self._connection.executemany(
                f"INSERT INTO term VALUES ({', '.join('?' * len(COLUMNS))}, '2024-01-01', '{FOREVER}')", rows
            )
            for index, indexed in enumerate(INDEXES):
                self._connection.execute(f"CREATE INDEX term_{index} ON term ({indexed})")
            self._connection.execute("ANALYZE")

    def ask(self, condition: str) -> Sequence[Row]:
        """Each row that holds, as recorded now."""
        return self._connection.execute(
            "SELECT * FROM term WHERE recorded_from <= '2025-01-01'"
            f" AND recorded_to > '2025-01-01' AND {VALID} AND {condition}"
        ).fetchall()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()
