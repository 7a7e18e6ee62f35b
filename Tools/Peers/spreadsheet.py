"""Rows as a file that databases load in bulk."""

from collections.abc import Iterable
from pathlib import Path


def write_csv(path: Path, rows: Iterable[list[str | None]]) -> Path:
    """Values without commas or quotes, one row a line; `\\N` is no value."""
    with path.open("w") as file:
        for row in rows:
            file.write(",".join("\\N" if value is None else value for value in row) + "\n")
    return path
