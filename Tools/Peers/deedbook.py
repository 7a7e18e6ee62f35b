"""The program that is measured, and the helper that measures inside a process."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .stopwatch import Command


@dataclass(frozen=True)
class Deedbook:
    """Where the two release builds are."""

    program: Path
    measurements: Path

    def ask(self, book: Path, *words: str) -> Command:
        """A command on a book, as a person would type it."""
        may_find = words[0] in ("diff", "conflicts")
        return Command([str(self.program), *words, "--book", str(book)], may_find=may_find)

    def version(self) -> Command:
        """The least that the program can do: the floor of every command."""
        return Command([str(self.program), "--version"])

    def answer(self, book: Path, *words: str, limit: float) -> Any:
        """The answer of a command in JSON."""
        return json.loads(self.ask(book, *words, "--format", "json").output(limit))

    def measured(self, *words: str, limit: float) -> dict[str, str]:
        """The rows that `measurements` prints: what was measured, and the figure with its unit."""
        command = Command([str(self.measurements), str(self.program), *words])
        rows = {}
        for line in command.output(limit).decode().splitlines():
            found = re.fullmatch(r"\s*(.*?)\s{2,}([\d.]+ .*)", line)
            if found:
                rows[found[1]] = found[2].strip()
        return rows
