"""What grows with an agreement and what with the book: the same work on small and on large ones."""

import json
import math
import shutil
import statistics
from dataclasses import dataclass
from pathlib import Path

from . import sample
from .bench import Bench
from .stopwatch import Command, medians, same
from .table import Row, number, power, seconds


@dataclass(frozen=True)
class Sizing:
    """A book, and how many amendments its sample has."""

    size: int
    book: Path


def sample_books(bench: Bench) -> list[Sizing]:
    """Books with the sample alone, of a hundredth, a tenth and all of its amendments; the last one is timed.

    Recording them is itself a row.
    """
    largest = bench.sizes.amendments
    books = []
    for size in (max(largest // 100, 10), max(largest // 10, 50), largest):
        book = bench.folder / f"sample-{size}.deedbook"
        files = sample.folder(bench.folder / f"sample-{size}", range(size))
        timing = bench.record(files, book)
        books.append(Sizing(size, book))
    share = 20 * largest / 10_000
    bench.table.bounded(f"recording {largest:,} amendments from one folder", timing.seconds, share)
    return books


def recording(bench: Bench, books: list[Sizing], terms: int = sample.TERMS, what: str = "one amendment") -> None:
    """Records one more amendment at a time, in turns between the sizes."""
    copies = [Sizing(each.size, _copy(bench, each)) for each in books]
    times: list[list[float]] = [[] for _ in copies]
    for turn in range(bench.sizes.runs + 1):
        for place, each in enumerate(copies):
            index = each.size + turn
            file = bench.folder / f"{sample.key(index)}.yaml"
            file.write_text(sample.amendment(index, terms))
            took = bench.record(file, each.book).seconds
            if turn > 0:
                times[place].append(took)
    _grown(bench, f"recording {what}, cold", "amendments", copies, [statistics.median(each) for each in times], 1.5)


def diff(bench: Bench, books: list[Sizing]) -> None:
    """A diff with one change between, at the end of each history, and at an old position beside the head."""
    commands = [
        bench.deedbook.ask(each.book, "diff", sample.AGREEMENT, sample.day(each.size - 2), sample.day(each.size - 1))
        for each in books
    ]
    changes = {f"of {each.size}": len(_lines(command, bench)) for each, command in zip(books, commands, strict=True)}
    same("diff with one change between", {"made": 1} | changes)
    times = medians(commands, bench.sizes.runs, bench.sizes.limit)
    _grown(bench, "`diff` with one change between, cold", "amendments", books, times, 1.5)
    large = books[-1]
    middle = large.size // 2
    early, late = sample.day(middle - 1), sample.day(middle)
    position = f"@#{3 + sample.TERMS + middle + 1}"
    old = bench.deedbook.ask(large.book, "diff", sample.AGREEMENT, early + position, late + position)
    head = bench.deedbook.ask(large.book, "diff", sample.AGREEMENT, early, late)
    same("diff at an old position", {"at the head": _lines(head, bench), "then": _lines(old, bench)})
    at_old, at_head = bench.medians(old, head)
    bench.table.timed("`diff` with one change between, at an old position", at_old, "at the head", at_head, at_most=2)


def hot(bench: Bench) -> None:
    """One term overwritten over and over, beside terms that no one has touched since the first day."""
    books = []
    for size in (bench.sizes.overwrites // 50, bench.sizes.overwrites):
        book = bench.folder / f"hot-{size}.deedbook"
        bench.record(sample.folder(bench.folder / f"hot-{size}", range(size), terms=1), book)
        books.append(Sizing(size, book))
    recording(bench, books, terms=1, what="an overwrite of one hot term")
    for what, number_of_term in (("the hot term", 0), ("an ancient open term", 7)):
        commands = [
            bench.deedbook.ask(
                each.book,
                "why",
                sample.AGREEMENT,
                f"{sample.term(number_of_term)}.rate",
                "--on",
                sample.day(each.size - 1),
            )
            for each in books
        ]
        times = medians(commands, bench.sizes.runs, bench.sizes.limit)
        _grown(bench, f"`why` of {what}, cold", "overwrites", books, times, 1.5)


def _grown(bench: Bench, work: str, unit: str, books: list[Sizing], times: list[float], at_most: float) -> None:
    """A row for the largest beside the smallest."""
    sizes = [each.size for each in books]
    ratio = times[-1] / times[0]
    exponent = math.log(ratio) / math.log(sizes[-1] / sizes[0])
    smaller = "of " + ", ".join(f"{size:,}" for size in sizes[:-1])
    course = ", ".join(seconds(time) for time in times[:-1])
    bench.table.add(
        Row(
            f"{work}, of {sizes[-1]:,} {unit}", seconds(times[-1]), smaller, course,
            f"{number(ratio)} ×, {power(exponent)}", f"at most {at_most:g} ×", ratio <= at_most,
        )
    )  # fmt: skip


def _lines(diff: Command, bench: Bench) -> list[object]:
    """What a diff says: each line's term with the values before and after."""
    answer = json.loads(Command([*diff.words, "--format", "json"], may_find=True).output(bench.sizes.limit))
    return [(line["id"], line["before"], line["after"]) for line in answer["lines"]]


def _copy(bench: Bench, each: Sizing) -> Path:
    """A book of its own to record into, so that the others stay as they are."""
    return Path(shutil.copy(each.book, bench.folder / f"grown-{each.book.name}"))
