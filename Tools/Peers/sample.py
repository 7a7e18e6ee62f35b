"""An agreement of 30 terms that is amended again and again, one rate a day: as files to record, and as states."""

import datetime
from pathlib import Path

TERMS = 30
AGREEMENT = "sample"
FIRST = datetime.date(1995, 1, 1)


def day(index: int) -> str:
    """The day of an amendment, counted from 0."""
    return (FIRST + datetime.timedelta(days=index + 1)).isoformat()


def key(index: int) -> str:
    """The key of an amendment's recording."""
    return f"amendment-{index}"


def term(number: int) -> str:
    """The id of a term."""
    return f"royalty.number-{number}"


def rate(index: int) -> str:
    """The rate that an amendment sets; before the first it is 1 %."""
    return f"{index % 97 + 1}.5% of net sales" if index >= 0 else "1% of net sales"


def changed(index: int, terms: int = TERMS) -> str:
    """The term that an amendment changes: one after the other."""
    return term(index % terms)


def rates(index: int) -> dict[str, str]:
    """The rate of each term after an amendment."""
    return {term(number): rate(index - (index - number) % TERMS) for number in range(TERMS)}


def opening() -> str:
    """The recording that all others amend, in YAML."""
    terms = "".join(
        f"  - term-added:\n      term: {term(number)}\n      kind: royalty\n"
        f"      set: {{ payer: a, payee: b, rate: {rate(-1)} }}\n"
        for number in range(TERMS)
    )
    return _recording(
        "0-opening",
        FIRST.isoformat(),
        "  - agreement-recorded: { title: Sample, zone: UTC }\n"
        "  - party-admitted: { party: a, name: A }\n"
        "  - party-admitted: { party: b, name: B }\n" + terms,
    )


def amendment(index: int, terms: int = TERMS) -> str:
    """One amendment, in YAML; of one term alone where `terms` is 1."""
    return _recording(
        key(index),
        day(index),
        f"  - term-amended:\n      term: {changed(index, terms)}\n      set: {{ rate: {rate(index)} }}\n",
    )


def folder(path: Path, indices: range, terms: int = TERMS) -> Path:
    """A folder of recordings, a file each, with the opening where the first amendment is among them."""
    path.mkdir(parents=True)
    if 0 in indices:
        (path / "0-opening.yaml").write_text(opening())
    for index in indices:
        (path / f"{key(index)}.yaml").write_text(amendment(index, terms))
    return path


def _recording(name: str, on: str, events: str) -> str:
    return (
        f"recording: {name}\nagreement: {AGREEMENT}\n"
        f"instrument:\n  kind: amendment\n  title: Amendment\n  effective: {{ on: {on} }}\n"
        f"disclosed: {on}\n"
        "sources:\n  - id: text\n    grade: executed-text\n    publisher: the parties\n"
        f"events:\n{events}"
    )
