"""Questions about one agreement, a page or a month in a book of many, beside `eventsourcing`."""

import json
from pathlib import Path

from . import replay, sample
from .bench import Bench
from .book_rows import stored_bytes
from .growth import Sizing
from .stopwatch import same
from .table import Row, number

FIRST, LAST = "2025-06-01", "2025-06-30"


def make(bench: Bench) -> Path:
    """The book: agreements of 20 terms each."""
    book = bench.folder / "portfolio.deedbook"
    bench.progress(f"a book of {bench.sizes.agreements:,} agreements")
    bench.deedbook.measured("generate", str(book), str(bench.sizes.agreements), limit=bench.sizes.limit * 10)
    return book


def size(bench: Bench, book: Path) -> None:
    """The book's file beside what it is about."""
    ours, theirs = book.stat().st_size, stored_bytes(book)
    ratio = ours / theirs
    bench.table.add(
        Row(
            f"the file of {bench.sizes.agreements:,} agreements", f"{ours / 1e6:,.0f} MB", "its entries and payloads",
            f"{theirs / 1e6:,.0f} MB", f"{number(ratio)} ×", "at most 3 ×", ratio <= 3,
        )
    )  # fmt: skip


def measure(bench: Bench, book: Path) -> None:
    """Times a page of agreements, a month of the calendar, and the conflicts of one agreement."""
    database = bench.folder / "portfolio-replayed.sqlite"
    bench.progress("the same agreements in eventsourcing")
    replay.build(book, database)
    agreements = ["agreements", "--limit", "20"]
    calendar = ["calendar", "--from", FIRST, "--to", LAST]
    bench.attempt("`agreements`, a page", "under 50 ms", lambda: _agreements(bench, book, database, agreements))
    bench.attempt("`calendar` of a month", "under 200 ms", lambda: _calendar(bench, book, database, calendar))
    bench.attempt("`conflicts` of one agreement", "under 200 ms", lambda: _conflicts(bench, book))


def one_change(bench: Bench, book: Path, small: Sizing) -> None:
    """A diff with one change between, of an agreement alone in its book and of the same one among many."""
    bench.record(bench.folder / f"sample-{small.size}", book)
    words = ["diff", sample.AGREEMENT, sample.day(small.size - 2), sample.day(small.size - 1)]
    many, alone = bench.medians(bench.deedbook.ask(book, *words), bench.deedbook.ask(small.book, *words))
    work = f"`diff` with one change between, among {bench.sizes.agreements:,} agreements"
    bench.table.timed(work, many, "alone in its book", alone, at_most=1.5)


def _agreements(bench: Bench, book: Path, database: Path, words: list[str]) -> None:
    replaying = bench.python("replay_answers", str(database), "agreements", "20")
    ours = bench.deedbook.answer(book, *words, limit=bench.sizes.limit)["agreements"]
    theirs = json.loads(replaying.output(bench.sizes.limit))
    same("agreements", {"deedbook": [each["id"] for each in ours], "eventsourcing": theirs})
    took, replay_took = bench.medians(bench.deedbook.ask(book, *words), replaying)
    _beside_replay(bench, "`agreements`, a page, cold", took, 0.05, replay_took)


def _calendar(bench: Bench, book: Path, database: Path, words: list[str]) -> None:
    replaying = bench.python("replay_answers", str(database), "calendar", FIRST, LAST)
    ours = bench.deedbook.answer(book, *words, limit=bench.sizes.limit)["deadlines"]
    same(
        "calendar",
        {
            "deedbook": sorted([each["agreement"], each["term"]] for each in ours if each["what"] == "ends"),
            "eventsourcing": json.loads(replaying.output(bench.sizes.limit)),
        },
    )
    took, replay_took = bench.medians(bench.deedbook.ask(book, *words), replaying)
    _beside_replay(bench, f"`calendar` of a month, {len(ours)} entries, cold", took, 0.2, replay_took)


def _conflicts(bench: Bench, book: Path) -> None:
    [took] = bench.medians(bench.deedbook.ask(book, "conflicts", "agreement-5"))
    bench.table.bounded("`conflicts` of one agreement, cold", took, 0.2)


def _beside_replay(bench: Bench, work: str, took: float, at_most: float, replayed: float) -> None:
    bench.table.bounded(work, took, at_most)
    bench.table.faster(work, took, replay.NAME, replayed, at_least=20)
