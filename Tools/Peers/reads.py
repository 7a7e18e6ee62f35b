"""Questions about one agreement of many amendments, each a process of its own, beside git and `eventsourcing`."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import replay, sample
from .bench import Bench
from .git_history import GitHistory, read_diff, read_log, read_terms, read_why
from .stopwatch import Command, same
from .table import Row


@dataclass(frozen=True)
class AskedOfGit:
    """The same question in git."""

    words: str
    command: Command
    read: Callable[[bytes], object]


@dataclass(frozen=True)
class Read:
    """A question of deedbook, of the replay, and of git where one would ask it there."""

    words: list[str]
    replayed: list[str]
    read: Callable[[Any], object]
    """What the answer of deedbook is, as the replay puts it."""
    git: AskedOfGit | None = None
    at_most_of_git: float | None = None
    at_most_of_start: float | None = 3


def measure(bench: Bench, book: Path) -> None:
    """Times every read, after comparing the answers. The book holds the sample."""
    bench.progress("reads: the same history in git and in eventsourcing")
    git = GitHistory(bench.folder / "git", bench.sizes.amendments)
    database = bench.folder / "replayed.sqlite"
    replay.build(book, database)
    _start(bench)
    for read in _reads(git, bench.sizes.amendments):
        _measure(bench, book, database, read)


def _start(bench: Bench) -> None:
    """The floor of every command, and what is loaded for it."""
    [version] = bench.medians(bench.deedbook.version())
    bench.table.bounded("`deedbook --version`", version, 0.008)
    size = bench.deedbook.program.stat().st_size / 1e6
    bench.table.add(Row("the program, stripped", f"{size:.0f} MB", goal="under 30 MB", met=size < 30))


def _reads(git: GitHistory, amendments: int) -> list[Read]:
    middle, later = amendments // 2, amendments * 3 // 4
    on, to, key = sample.day(middle), sample.day(later), sample.key(middle)
    term, agreement = sample.term(7), sample.AGREEMENT
    terms = AskedOfGit("git rev-list, show", git.terms(on), read_terms)
    diff = AskedOfGit("git rev-list, diff", git.diff(on, to), read_diff)
    why = AskedOfGit("git rev-list, blame", git.why(7, on), read_why)
    log = AskedOfGit("git log", git.log(20), read_log)
    return [
        Read(["terms", agreement, "--on", on], ["terms", on], _terms, terms, 0.5, None),
        Read(["diff", agreement, on, to], ["diff", on, to], _diff, diff, 0.5, None),
        Read(["why", agreement, f"{term}.rate", "--on", on], ["why", term, on], _why, why),
        Read(["timeline", agreement, term], ["timeline", term], _timeline),
        Read(["show", key], ["show", key], _show),
        Read(["log", "-n", "20"], ["log", "20"], _log, log),
    ]


def _measure(bench: Bench, book: Path, database: Path, read: Read) -> None:
    limit = bench.sizes.limit
    work = f"`{read.words[0]}`, cold"
    ours = bench.deedbook.ask(book, *read.words)
    replaying = bench.python("replay_answers", str(database), *read.replayed)
    answers = {
        "deedbook": read.read(bench.deedbook.answer(book, *read.words, limit=limit)),
        "eventsourcing": json.loads(replaying.output(limit)),
    }
    if read.git:
        answers["git"] = read.git.read(read.git.command.output(limit))
    same(work, answers)
    commands = [ours, bench.deedbook.version(), replaying] + ([read.git.command] if read.git else [])
    took, started, replayed, *asked = bench.medians(*commands)
    if read.git:
        bench.table.timed(work, took, read.git.words, asked[0], at_most=read.at_most_of_git)
    bench.table.timed(work, took, "`deedbook --version`", started, at_most=read.at_most_of_start)
    bench.table.faster(work, took, replay.NAME, replayed, at_least=20)


def _terms(answer: Any) -> object:
    return {term["id"]: _rate(term)["value"]["value"] for term in answer["terms"]}


def _diff(answer: Any) -> object:
    lines = [line for line in answer["lines"] if line["facet"] == "rate"]
    return {line["id"]: [line["before"]["value"], line["after"]["value"]] for line in lines}


def _why(answer: Any) -> object:
    return _rate(answer["term"])["causes"][-1]["instrument"]["recording"]


def _timeline(answer: Any) -> object:
    steps = _rate(answer["terms"][0])["steps"]
    return [[step["from"], step["candidates"][0]["value"]["value"]] for step in steps]


def _show(answer: Any) -> object:
    return [event["body"] for event in answer["events"]]


def _log(answer: Any) -> object:
    return [recording["recording"] for recording in answer["recordings"]]


def _rate(term: Any) -> Any:
    return next(field for field in term["fields"] if field["name"] == "rate")
