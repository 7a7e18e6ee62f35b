"""The one table that is printed: ours beside each peer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True)
class Row:
    """One figure of ours, beside one of a peer where there is one, and what it has to reach."""

    work: str
    ours: str
    peer: str = ""
    theirs: str = ""
    ratio: str = ""
    goal: str = ""
    met: bool | None = None

    def cells(self) -> list[str]:
        """The columns, in the order of `Table.HEADINGS`."""
        met = {True: "yes", False: "no", None: ""}[self.met]
        return [self.work, self.ours, self.peer, self.theirs, self.ratio, self.goal, met]


@dataclass
class Table:
    """Rows in the order in which they were measured; each is shown on `progress` at once."""

    progress: Callable[[str], None]
    rows: list[Row] = field(default_factory=list)

    HEADINGS: ClassVar[list[str]] = ["Work", "Ours", "Beside", "Takes", "Ratio", "Goal", "Met"]

    def add(self, row: Row) -> None:
        """Appends a row."""
        self.rows.append(row)
        self.progress("  ".join(cell for cell in row.cells() if cell))

    def timed(self, work: str, ours: float, peer: str, theirs: float, at_most: float | None = None) -> None:
        """A row of seconds beside seconds.

        `at_most` is the goal: ours is at most that many times theirs.
        """
        ratio = ours / theirs
        goal, met = "", None
        if at_most is not None:
            goal = f"at most {at_most:g} ×"
            met = ratio <= at_most
        self.add(Row(work, seconds(ours), peer, seconds(theirs), f"{number(ratio)} ×", goal, met))

    def faster(self, work: str, ours: float, peer: str, theirs: float, at_least: float) -> None:
        """A row of seconds beside those of a peer that is slower; `at_least` is the goal, in times."""
        ratio = theirs / ours
        shown = f"{number(ratio)} × faster"
        self.add(Row(work, seconds(ours), peer, seconds(theirs), shown, f"{at_least:g} × faster", ratio >= at_least))

    def rated(self, work: str, ours: float, peer: str, theirs: float, at_least: float, unit: str = "/s") -> None:
        """A row of counts a second beside counts a second; ours is to be at least that many times theirs."""
        ratio = ours / theirs
        self.add(
            Row(
                work, f"{number(ours)} {unit}", peer, f"{number(theirs)} {unit}",
                f"{number(ratio)} ×", f"at least {at_least:g} ×", ratio >= at_least,
            )
        )  # fmt: skip

    def bounded(self, work: str, ours: float, at_most: float) -> None:
        """A row of seconds with a goal in seconds and no peer."""
        self.add(Row(work, seconds(ours), goal=f"under {seconds(at_most)}", met=ours < at_most))

    def text(self) -> str:
        """The table for a terminal: columns padded with spaces."""
        lines = [self.HEADINGS] + [row.cells() for row in self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.HEADINGS))]
        return "\n".join(
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
        )

    def markdown(self) -> str:
        """The table as a page takes it."""
        lines = [self.HEADINGS, ["---"] * len(self.HEADINGS)] + [row.cells() for row in self.rows]
        return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def seconds(value: float) -> str:
    """A time with the digits that mean something."""
    if value < 0.01:
        return f"{value * 1e3:.2g} ms"
    if value < 1:
        return f"{value * 1e3:.0f} ms"
    return f"{value:.1f} s" if value < 100 else f"{value:.0f} s"


def number(value: float) -> str:
    """A ratio or a count with the digits that mean something."""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def power(exponent: float) -> str:
    """How something grows."""
    return f"n^{round(exponent, 2) + 0.0:.2f}"
