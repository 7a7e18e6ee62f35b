"""Answers one question of a history in `eventsourcing`, as one would write it with that library.

python3 -m Peers.replay_answers DATABASE terms|diff|why|timeline|show|log|agreements|calendar [ARGUMENT …]
"""

import json
import sys
from pathlib import Path
from typing import Any

from .replay import Agreement, Agreements, application

OPENED = f"{Agreement.__module__}:Agreement.Opened"


def domain_event(app: Agreements, stored: Any) -> Any:
    """The event that a notification has, with the attributes of its own class."""
    return app.mapper.to_domain_event(stored)


def recorded(app: Agreements, start: int, limit: int) -> list[str]:
    """The recordings of notifications from a position on."""
    notifications = app.notification_log.select(start=start, limit=limit)
    return [domain_event(app, each).recording for each in notifications]


def answer(app: Agreements, question: str, arguments: list[str]) -> Any:
    """The answer of one question, ready for JSON."""

    def sample() -> Agreement:
        return app.repository.get(Agreement.create_id("sample"))

    match question, arguments:
        case "terms", [day]:
            return sample().rates(day)
        case "diff", [early, late]:
            agreement = sample()
            before, after = agreement.rates(early), agreement.rates(late)
            return {term: [before[term], after[term]] for term in before if before[term] != after[term]}
        case "why", [term, day]:
            return sample().governing(term, day)[2]
        case "timeline", [term]:
            return [[day, rate] for day, rate, _ in sample().steps[term]]
        case "show", [recording]:
            history: list[Any] = list(app.events.get(Agreement.create_id("sample")))
            return [each.body for each in history if getattr(each, "recording", "") == recording]
        case "log", [count]:
            last = app.recorder.max_notification_id() or 0
            return recorded(app, last - int(count) + 1, int(count))
        case "agreements", [count]:
            opened = app.notification_log.select(start=1, limit=int(count), topics=[OPENED])
            return [domain_event(app, each).name for each in opened]
        case "calendar", [first, last]:
            return calendar(app, first, last)
        case _:
            raise SystemExit(f"cannot answer {question} {arguments}")


def calendar(app: Agreements, first: str, last: str) -> list[list[str]]:
    """Every agreement and term that ends in a span of days."""
    found = []
    start: int | None = 1
    while start is not None:
        page = app.notification_log.select(start=start, limit=1_000, topics=[OPENED])
        for opened in page:
            agreement: Agreement = app.repository.get(domain_event(app, opened).originator_id)
            found += [[agreement.name, term] for term, end in agreement.ends.items() if first <= end <= last]
        start = page[-1].id + 1 if page else None
    return sorted(found)


if __name__ == "__main__":
    json.dump(answer(application(Path(sys.argv[1])), sys.argv[2], sys.argv[3:]), sys.stdout)
