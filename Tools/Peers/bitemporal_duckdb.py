"""The bitemporal table in DuckDB, in a file."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb

from .bitemporal import COLUMNS, VALID, Row
from .spreadsheet import write_csv

TYPES = {
    "rate": "DECIMAL(9, 4)", "amount": "DECIMAL(20, 2)", "ends_first": "DATE", "ends_last": "DATE",
    "valid_from": "DATE", "valid_to": "DATE",
}  # fmt: skip


class BitemporalDuckDB:
    """Rows with both times; the indexes are the ones its point queries can use."""

    name = "DuckDB"

    def __init__(self, folder: Path, rows: Iterable[list[str | None]]) -> None:
        self._connection = duckdb.connect(str(folder / "bitemporal.duckdb"))
        columns = ", ".join(f"{name} {TYPES.get(name, 'VARCHAR')}" for name in COLUMNS)
        self._connection.execute(
            f"CREATE TABLE term ({columns}, recorded_from TIMESTAMP DEFAULT '2024-01-01',"
            " recorded_to TIMESTAMP DEFAULT '9999-12-31')"
        )
        file = write_csv(folder / "duckdb.csv", rows)
        self._connection.execute(f"COPY term ({', '.join(COLUMNS)}) FROM '{file}' (HEADER false, NULLSTR '\\N')")
        for indexed in ("payer", "payee", "agreement"):
            self._connection.execute(f"CREATE INDEX term_{indexed} ON term ({indexed})")

    def ask(self, condition: str) -> Sequence[Row]:
        """Each row that holds, as recorded now."""
        return self._connection.execute(
            "SELECT * FROM term WHERE recorded_from <= TIMESTAMP '2025-01-01'"
            f" AND recorded_to > TIMESTAMP '2025-01-01' AND {VALID} AND {condition}"
        ).fetchall()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()
