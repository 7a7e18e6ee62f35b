"""`verify` and the fold, beside reading, hashing and parsing the same bytes with the fastest JSON parser of Python."""

from pathlib import Path

from . import hash_and_parse
from .bench import Bench
from .book_rows import count
from .stopwatch import once
from .table import Row, number, seconds


def verify(bench: Bench, book: Path) -> None:
    """Audits a whole book, which must be found to be in order."""
    events = count(book)
    took = once(bench.deedbook.ask(book, "verify"), bench.sizes.limit * 5).seconds
    reading = bench.python("hash_and_parse", str(book))
    theirs = once(reading, bench.sizes.limit).seconds
    rate = events / took
    bench.table.add(
        Row(
            f"`verify` of {events:,} events", f"{number(rate)} events/s",
            "Python: read, SHA-256, orjson", f"{number(events / theirs)} events/s",
            f"{number(theirs / took)} ×", "100,000 events/s", rate >= 100_000,
        )
    )  # fmt: skip


def fold(bench: Bench, book: Path) -> None:
    """Folds the sample of a book, decoded before, and asks for its terms again in the same process."""
    measured = bench.deedbook.measured("warm", str(book), limit=bench.sizes.limit)
    rate = float(measured["fold"].split()[0])
    events = count(book)
    theirs = events / min(hash_and_parse.parse(book) for _ in range(5))
    ratio = rate / theirs
    bench.table.add(
        Row(
            f"fold of {events:,} events, decoded before", f"{number(rate)} events/s",
            "Python: read, orjson", f"{number(theirs)} events/s", f"{number(ratio)} ×",
            "400,000 events/s, or 0.5 ×", rate >= 400_000 or ratio >= 0.5,
        )
    )  # fmt: skip
    warm = float(measured["terms on a day, warm"].split()[0]) / 1e3
    bench.table.add(Row("`terms` again in a process that runs", seconds(warm), goal="under 1 ms", met=warm < 1e-3))
