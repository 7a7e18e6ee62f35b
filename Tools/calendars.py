#!/usr/bin/env python3
"""Writes what QuantLib says of the calendars that are shipped, for the tests to compare: Tests/TermsTests/Fixtures.

    python3 -m venv .build-peers && .build-peers/bin/pip install QuantLib
    .build-peers/bin/python3 Tools/calendars.py

Each fixture has, for 50 years: the holidays that are no Saturday or Sunday, one year a line; and for each year how far
each of its days is moved, one letter a day (`o` for not at all, the alphabet around it a day a letter, `0` to `9` for 12
to 21 days later), by each convention and by business days counted forwards and back. It is computed by QuantLib alone.
"""
import datetime
import pathlib
import QuantLib as ql

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Tests" / "TermsTests" / "Fixtures"
CALENDARS = {
    "new-york": (ql.UnitedStates(ql.UnitedStates.FederalReserve), 1978),
    "london": (ql.UnitedKingdom(ql.UnitedKingdom.Settlement), 1978),
    "target2": (ql.TARGET(), 1999),
}
ROLLS = {
    "following": ql.Following,
    "modified-following": ql.ModifiedFollowing,
    "preceding": ql.Preceding,
    "modified-preceding": ql.ModifiedPreceding,
}
COUNTS = [1, 10, -1, -5]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


def days(year):
    first = datetime.date(year, 1, 1)
    count = (datetime.date(year + 1, 1, 1) - first).days
    return [ql.Date(1, 1, year) + number for number in range(count)]


def letter(moved):
    if not -14 <= moved <= 21:
        raise ValueError(f"{moved} days have no letter")
    return LETTERS[moved + 14]


def lines(name, calendar, first):
    yield f"# {name}, {first} to {first + 49}, by QuantLib {ql.__version__} ({calendar.name()})."
    yield "# Made by Tools/calendars.py. The holidays of each year, then how far each day of it is moved."
    for year in range(first, first + 50):
        found = calendar.holidayList(ql.Date(1, 1, year), ql.Date(31, 12, year))
        yield f"holidays {year} " + " ".join(day.ISO() for day in found)
    moves = {word: (lambda day, way=way: calendar.adjust(day, way)) for word, way in ROLLS.items()}
    for count in COUNTS:
        moves[f"{count:+d}"] = lambda day, count=count: calendar.advance(day, count, ql.Days)
    for word, move in moves.items():
        for year in range(first, first + 50):
            yield f"{word} {year} " + "".join(letter(move(day) - day) for day in days(year))


for name, (calendar, first) in CALENDARS.items():
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.txt").write_text("\n".join(lines(name, calendar, first)) + "\n")
