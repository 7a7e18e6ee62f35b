"""The states of the sample kept as one file in git, a commit for each amendment."""

import re
import subprocess
from pathlib import Path

from . import sample
from .stopwatch import Command

FILE = "terms.txt"


class GitHistory:
    """A repository, and what one would type to ask it."""

    def __init__(self, path: Path, amendments: int) -> None:
        self.path = path
        subprocess.run(["git", "init", "--quiet", "--initial-branch=main", str(path)], check=True)
        subprocess.run(
            ["git", "-C", str(path), "fast-import", "--quiet"],
            input="".join(_commit(index) for index in range(amendments)).encode(),
            check=True,
        )

    def terms(self, on: str) -> Command:
        """The state on a day."""
        return self._shell(f"git show {_last(on)}:{FILE}")

    def diff(self, early: str, late: str) -> Command:
        """What differs between two days."""
        return self._shell(f"git diff -U0 {_last(early)} {_last(late)}")

    def why(self, number: int, on: str) -> Command:
        """Which commit made the line of a term what it is on a day."""
        line = number + 1
        return self._shell(f"git blame --porcelain -L {line},{line} {_last(on)} -- {FILE}")

    def log(self, count: int) -> Command:
        """The last commits."""
        return self._shell(f"git log -n {count} --format=%s")

    def _shell(self, script: str) -> Command:
        return Command(["/bin/sh", "-c", script], folder=self.path)


def read_terms(output: bytes) -> dict[str, str]:
    """The rate of each term in a state."""
    return dict(line.split(": ", 1) for line in output.decode().splitlines())


def read_diff(output: bytes) -> dict[str, list[str]]:
    """The rates before and after of each term that differs."""
    found: dict[str, dict[str, str]] = {"-": {}, "+": {}}
    for line in output.decode().splitlines():
        match = re.fullmatch(r"([-+])(royalty\S+): (.*)", line)
        if match:
            found[match[1]][match[2]] = match[3]
    return {term: [before, found["+"][term]] for term, before in found["-"].items()}


def read_why(output: bytes) -> str:
    """The key of the amendment that a line is blamed on."""
    return next(line[8:] for line in output.decode().splitlines() if line.startswith("summary "))


def read_log(output: bytes) -> list[str]:
    """The keys of the amendments, oldest first."""
    return output.decode().split()[::-1]


def _last(on: str) -> str:
    return f"$(git rev-list -1 --before={on}T23:59:59Z main)"


def _commit(index: int) -> str:
    text = "".join(f"{term}: {rate}\n" for term, rate in sample.rates(index).items())
    seconds = (sample.FIRST.toordinal() + index + 1 - 719_163) * 86_400
    name = sample.key(index)
    return (
        f"commit refs/heads/main\ncommitter clerk <clerk@example.invalid> {seconds} +0000\n"
        f"data {len(name)}\n{name}\nM 100644 inline {FILE}\ndata {len(text)}\n{text}\n"
    )
