"""`find` over many agreements, warm, beside MariaDB, DuckDB and a bitemporal table in SQLite."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from .bench import Bench
from .bitemporal import QUESTIONS, VALID_ON, Question, Row, rows
from .bitemporal_duckdb import BitemporalDuckDB
from .bitemporal_mariadb import BitemporalMariaDB
from .bitemporal_sqlite import BitemporalSQLite
from .stopwatch import same


class Peer(Protocol):
    """A database that holds the same terms."""

    name: str

    def ask(self, condition: str) -> Sequence[Row]:
        """Each row that holds and fits, with all of its columns, as `find` has all fields of a term."""

    def close(self) -> None:
        """Ends it."""


def measure(bench: Bench, book: Path) -> None:
    """Times each question in a process that has asked it before; the answers are compared first."""
    bench.progress("find: loading the peers")
    makers: list[Callable[[], Peer]] = [
        lambda: BitemporalMariaDB(bench.folder, rows(book)),
        lambda: BitemporalDuckDB(bench.folder, rows(book)),
        lambda: BitemporalSQLite(bench.folder, rows(book)),
    ]
    ours = {question: _ours(bench, book, question) for question in QUESTIONS}
    measured = bench.deedbook.measured(
        "find", str(book), *(each.predicate for each in QUESTIONS), limit=bench.sizes.limit
    )
    for make in makers:
        peer = make()
        try:
            for question in QUESTIONS:
                _compare(bench, peer, question, ours[question], float(measured[question.predicate].split()[0]))
        finally:
            peer.close()


def _compare(bench: Bench, peer: Peer, question: Question, found: list[tuple[str, str]], ours: float) -> None:
    theirs = sorted(row[:2] for row in peer.ask(question.condition))
    same(f"find '{question.predicate}'", {"deedbook": found, peer.name: theirs})
    times = []
    for _ in range(21):
        start = time.monotonic()
        peer.ask(question.condition)
        times.append(time.monotonic() - start)
    work = f"`find '{question.predicate}'`, warm, {len(found)} found"
    bench.table.timed(work, ours / 1e3, peer.name, statistics.median(times), at_most=1)


def _ours(bench: Bench, book: Path, question: Question) -> list[tuple[str, str]]:
    answer = bench.deedbook.answer(book, "find", question.predicate, "--on", VALID_ON, limit=bench.sizes.limit)
    return sorted((found["agreement"], found["term"]) for found in answer["matches"] + answer["possible"])
