"""Durable appends and bulk import, beside raw SQLite in C that inserts the same bytes with the same fsync."""

import statistics
from pathlib import Path

from .bench import Bench
from .book_rows import count
from .stopwatch import Command, once, same
from .table import Row


def appends(bench: Bench, book: Path) -> None:
    """One recording a commit, by one writer and by 64; the book has the rows for raw SQLite."""
    raw = bench.compiled("raw_sqlite.c")
    ours, many, theirs = [], [], []
    for turn in range(max(1, bench.sizes.runs // 3)):
        measured = bench.deedbook.measured("append", limit=bench.sizes.limit * 5)
        ours.append(_rate(measured, "durable appends, one writer"))
        many.append(_rate(measured, "durable appends, 64 writers"))
        new = bench.folder / f"durable-{turn}.sqlite"
        words = [str(raw), "durable", str(book), str(new), str(bench.sizes.appends)]
        theirs.append(_raw(Command(words), bench.sizes.limit))
    one, together, plain = (statistics.median(rates) for rates in (ours, many, theirs))
    work = "durable appends, one writer, one recording a commit"
    bench.table.rated(work, one, "raw SQLite in C", plain, at_least=0.8)
    bench.table.rated("durable appends, 64 writers", together, "one writer", one, at_least=8)


def bulk(bench: Bench, book: Path) -> None:
    """Imports an export of the book, with everything that is derived from it."""
    export, copy = bench.folder / "bulk.jsonl", bench.folder / "bulk.deedbook"
    bench.deedbook.ask(book, "export", "--out", str(export)).output(bench.sizes.limit * 5)
    timing = once(bench.deedbook.ask(copy, "import", str(export)), bench.sizes.limit * 5)
    raw = Command([str(bench.compiled("raw_sqlite.c")), "bulk", str(book), str(bench.folder / "bulk.sqlite")])
    theirs = _raw(raw, bench.sizes.limit)
    events = count(book)
    same("import", {"the book": events, "the imported one": count(copy)})
    work = f"import of {events:,} events, with tree and pieces"
    peer = "raw SQLite in C, one transaction"
    bench.table.rated(work, events / timing.seconds, peer, theirs, at_least=0.35, unit="events/s")
    peak = timing.peak / 1e6
    bench.table.add(Row("memory of the import, at most", f"{peak:.0f} MB", goal="under 300 MB", met=peak < 300))


def _rate(measured: dict[str, str], what: str) -> float:
    return float(measured[what].split()[0])


def _raw(command: Command, limit: float) -> float:
    """Rows a second."""
    rows, took = command.output(limit).split()
    return int(rows) / float(took)
