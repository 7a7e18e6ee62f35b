"""The same history in Python's `eventsourcing`: one aggregate an agreement, its events in SQLite."""

import itertools
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from eventsourcing.application import Application
from eventsourcing.domain import Aggregate, event

NAME = "eventsourcing, replayed"
"""What the table calls it."""


class Agreement(Aggregate):
    """An agreement with the steps of the rate of each term, and the days on which terms end."""

    @staticmethod
    def create_id(name: str) -> UUID:
        """Every name has its own id."""
        return uuid5(NAMESPACE_URL, name)

    @event("Opened")
    def __init__(self, name: str) -> None:
        self.name = name
        self.steps: dict[str, list[tuple[str, str, str]]] = {}
        self.ends: dict[str, str] = {}

    @event("Recorded")
    def record(self, kind: str, recording: str, effective: str, body: dict[str, Any]) -> None:
        """One event of the history, as the book has it."""
        if kind not in ("term-added", "term-amended"):
            return
        fields = body["set"]
        if "rate" in fields:
            self.steps.setdefault(body["term"], []).append((effective, fields["rate"], recording))
        if "ends" in fields:
            self.ends[body["term"]] = fields["ends"]["through"]

    def governing(self, term: str, day: str) -> tuple[str, str, str]:
        """The last step of a term's rate up to a day: the day, the rate, the recording."""
        return [step for step in self.steps[term] if step[0] <= day][-1]

    def rates(self, day: str) -> dict[str, str]:
        """The rate of each term on a day."""
        return {term: self.governing(term, day)[1] for term in self.steps}


class Agreements(Application[UUID]):
    """Where the aggregates are."""

    log_section_size = 1_000


def application(database: Path) -> Agreements:
    """The library's own SQLite store."""
    return Agreements(
        env={
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(database),
            "COMPRESSOR_TOPIC": "",
        }
    )


def build(book: Path, database: Path) -> None:
    """Puts the history of a book into a new database, event by event."""
    from .book_rows import events

    app = application(database)
    pending: list[Agreement] = []
    for name, history in itertools.groupby(events(book), key=lambda each: each.agreement):
        agreement = Agreement(name=name)
        for each in history:
            agreement.record(kind=each.kind, recording=each.recording, effective=each.effective, body=each.body)
        pending.append(agreement)
        if len(pending) == 100:
            app.save(*pending)
            pending = []
    app.save(*pending)
    app.close()
