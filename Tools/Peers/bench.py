"""What every section of the run shares: the programs, the sizes, a folder, and the table that is filled."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .deedbook import Deedbook
from .sizes import Sizes
from .stopwatch import Command, Timing, TooLong, medians, once
from .table import Row, Table, seconds


@dataclass(frozen=True)
class Bench:
    """One run."""

    deedbook: Deedbook
    sizes: Sizes
    folder: Path
    table: Table
    progress: Callable[[str], None]

    def python(self, module: str, *words: str) -> Command:
        """A program of this package as a process of its own."""
        return Command([sys.executable, "-m", f"Peers.{module}", *words])

    def medians(self, *commands: Command) -> list[float]:
        """The median seconds of each command, run in turns. Raises `TooLong`."""
        return medians(commands, self.sizes.runs, self.sizes.limit)

    def record(self, source: Path, book: Path) -> Timing:
        """Records a file or a folder; what it takes. A book is made if there is none. Raises `TooLong`."""
        words = [str(self.deedbook.program), "record", str(source), "--book", str(book), "--accept-clock"]
        return once(Command(words), self.sizes.limit * 5)

    def gave_up(self, work: str, goal: str) -> None:
        """A row for a command that did not end within the limit."""
        self.table.add(Row(work, f"over {seconds(self.sizes.limit)}", goal=goal, met=False))

    def attempt(self, work: str, goal: str, body: Callable[[], None]) -> None:
        """Does a part of the run; where a command takes too long the table says so, and the run goes on."""
        try:
            body()
        except TooLong:
            self.gave_up(work, goal)

    def compiled(self, source: str) -> Path:
        """A C program beside this file, compiled with optimization."""
        compiler = shutil.which("cc") or shutil.which("clang") or "cc"
        program = self.folder / Path(source).stem
        words: Sequence[str] = [compiler, "-O2", "-o", str(program)]
        subprocess.run([*words, str(Path(__file__).parent / source), "-lsqlite3"], check=True)
        return program
