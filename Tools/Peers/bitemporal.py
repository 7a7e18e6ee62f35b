"""The terms of a book as rows with two times, and what is asked of them in SQL."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import sample
from .book_rows import events

VALID_ON = "2026-01-01"

COLUMNS = [
    "agreement", "term", "kind", "payer", "payee", "rate", "amount", "cap_state", "amount_state",
    "ends_first", "ends_last", "valid_from", "valid_to",
]  # fmt: skip


Row = tuple[Any, ...]
"""What a database answers: its columns, first the agreement and the term."""


@dataclass(frozen=True)
class Question:
    """One question: as a predicate of `deedbook find`, and as a condition in SQL on the same rows."""

    predicate: str
    condition: str


QUESTIONS = [
    Question(
        "kind = revenue-share and rate > 15% and party = party-77",
        "kind = 'revenue-share' AND rate > 15 AND (payer = 'party-77' OR payee = 'party-77')",
    ),
    Question(
        "payer = party-150 and cap is undisclosed",
        "payer = 'party-150' AND cap_state = 'undisclosed'",
    ),
    Question("kind = fee and amount is redacted", "kind = 'fee' AND amount_state = 'redacted'"),
    Question("agreement = agreement-42 and status = in-force", "agreement = 'agreement-42'"),
    Question(
        "party = party-77 and ends before 2027-01-01",
        "(payer = 'party-77' OR payee = 'party-77') AND ends_last < '2027-01-01'",
    ),
]

VALID = f"valid_from <= '{VALID_ON}' AND valid_to > '{VALID_ON}'"
"""That a row holds on the day of the question."""

INDEXES = ["payer", "payee", "kind, amount_state", "ends_first", "agreement, term"]
"""Columns with an index, one for each way in that the questions have."""


def rows(book: Path) -> Iterator[list[str | None]]:
    """A row for each term of the portfolio, its values in the order of `COLUMNS`; what is not stated is None."""
    for event in events(book):
        if event.kind != "term-added" or event.agreement == sample.AGREEMENT:
            continue
        fields = event.body["set"]
        rate = re.match(r"([\d.]+)%", fields.get("rate", ""))
        amount, cap = fields.get("amount"), fields.get("cap")
        money = re.match(r"USD ([\d.]+)$", amount) if isinstance(amount, str) else None
        first, last = days(fields["ends"]["through"])
        yield [
            event.agreement, event.body["term"], event.body["kind"], fields["payer"], fields["payee"],
            rate[1] if rate else None, money[1] if money else None,
            "undisclosed" if cap == "undisclosed" else None,
            "redacted" if isinstance(amount, dict) else None,
            first.isoformat(), last.isoformat(), event.effective,
            (last + datetime.timedelta(days=1)).isoformat(),
        ]  # fmt: skip


def days(date: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day that a year or a day may be."""
    if len(date) == 4:
        return datetime.date(int(date), 1, 1), datetime.date(int(date), 12, 31)
    day = datetime.date.fromisoformat(date)
    return day, day
