"""How much is measured: the sizes of the books, and how long a row may take."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """The sizes of one run. Every book is made anew from them, the same one each time."""

    amendments: int
    """Of the agreement of 30 terms whose answers are timed."""
    agreements: int
    """Of the book of many agreements of 20 terms each."""
    grants: tuple[int, ...]
    """Agreements of ten grants each, in the books whose conflicts are looked for; ascending."""
    overwrites: int
    """Of one term, over and over."""
    appends: int
    """Durable commits of raw SQLite that are timed."""
    runs: int
    """Of each command; the median counts."""
    limit: float
    """Seconds that one command may take before it is given up."""

    def with_sizes(self, amendments: int | None, agreements: int | None) -> "Sizes":
        """The same with other sizes where they are given."""
        values = dict(self.__dict__)
        values["amendments"] = amendments or self.amendments
        values["agreements"] = agreements or self.agreements
        return Sizes(**values)


WHOLE = Sizes(
    amendments=10_000,
    agreements=2_000,
    grants=(30, 300, 3_000),
    overwrites=2_000,
    appends=2_000,
    runs=9,
    limit=180.0,
)

QUICK = Sizes(
    amendments=500,
    agreements=200,
    grants=(10, 30, 100),
    overwrites=300,
    appends=500,
    runs=5,
    limit=20.0,
)
