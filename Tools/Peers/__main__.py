"""Measures deedbook beside its peers, and prints one table. `Tools/benchmark all` runs it."""

import argparse
import datetime
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from . import audits, finding, grants, growth, portfolio, reads, writes
from .bench import Bench
from .books import Books
from .deedbook import Deedbook
from .sizes import QUICK, WHOLE, Sizes
from .stopwatch import Stop
from .table import Table


def sections(bench: Bench, books: Books) -> dict[str, Callable[[], None]]:
    """The parts of a run by name, in the order in which they are measured."""

    def many() -> None:
        portfolio.size(bench, books.portfolio)
        portfolio.measure(bench, books.portfolio)

    def grow() -> None:
        growth.recording(bench, books.samples)
        growth.diff(bench, books.samples)
        portfolio.one_change(bench, books.portfolio, books.samples[0])

    return {
        "reads": lambda: reads.measure(bench, books.sample),
        "fold": lambda: audits.fold(bench, books.sample),
        "find": lambda: finding.measure(bench, books.portfolio),
        "portfolio": many,
        "conflicts": lambda: grants.measure(bench),
        "growth": grow,
        "hot": lambda: growth.hot(bench),
        "appends": lambda: writes.appends(bench, books.sample),
        "import": lambda: writes.bulk(bench, books.portfolio),
        "verify": lambda: audits.verify(bench, books.portfolio),
    }


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="Tools/benchmark all", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small books: about 3 minutes")
    parser.add_argument("--markdown", action="store_true", help="the table as Markdown")
    parser.add_argument("--amendments", type=int, help=f"of the one agreement (default: {WHOLE.amendments:,})")
    parser.add_argument("--agreements", type=int, help=f"of the book of many (default: {WHOLE.agreements:,})")
    parser.add_argument("--only", nargs="+", metavar="SECTION", help="only these: " + ", ".join(NAMES))
    parser.add_argument("--deedbook", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--measurements", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--versions", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    unknown = set(asked.only or []) - set(NAMES)
    if unknown:
        parser.error(f"no section is called {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    return asked


NAMES = ["reads", "fold", "find", "portfolio", "conflicts", "growth", "hot", "appends", "import", "verify"]


def main() -> None:
    """One run. What was measured before an interrupt is printed; before an answer that differs, nothing."""
    asked = arguments()
    start = time.monotonic()

    def progress(line: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {line}", file=sys.stderr)

    load = os.getloadavg()[0]
    sizes: Sizes = (QUICK if asked.quick else WHOLE).with_sizes(asked.amendments, asked.agreements)
    table = Table(progress)
    interrupted = False
    with tempfile.TemporaryDirectory(prefix="deedbook-peers-") as folder:
        bench = Bench(Deedbook(asked.deedbook, asked.measurements), sizes, Path(folder), table, progress)
        try:
            for name, measure in sections(bench, Books(bench)).items():
                if not asked.only or name in asked.only:
                    progress(name)
                    bench.attempt(f"`{name}`, the rest of the section", "", measure)
        except KeyboardInterrupt:
            interrupted = True
    print(headline(sizes, asked.versions, load))
    print()
    print(table.markdown() if asked.markdown else table.text())
    if interrupted:
        sys.exit("Tools/benchmark: interrupted")


def interrupt(_number: int, _frame: FrameType | None) -> None:
    """Stops what was started and removes the folder; once, however often it is asked for."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def headline(sizes: Sizes, versions: str, load: float) -> str:
    """When, on what, how busy it was before, of what sizes, and beside which versions."""
    today = datetime.date.today().isoformat()
    machine = f"{os.cpu_count()} processors ({platform.machine()}), load before {load:.1f}"
    books = f"one agreement of {sizes.amendments:,} amendments, a book of {sizes.agreements:,} agreements of 20 terms"
    peers = ", ".join(versions.splitlines())
    return f"{today}, {machine}; {books}; medians of up to {sizes.runs} runs in turns.\nBeside {peers}."


if __name__ == "__main__":
    os.environ["DEEDBOOK_RECORDER"] = "clerk"
    os.environ["GIT_PAGER"] = "cat"
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    try:
        main()
    except Stop as stopped:
        sys.exit(f"Tools/benchmark: {stopped}")
