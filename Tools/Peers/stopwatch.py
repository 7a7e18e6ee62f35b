"""Times whole processes: cold each, what they read warm in the file cache."""

import os
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class Stop(Exception):
    """Ends the whole run: what follows would not mean anything. Its text is the reason."""


class TooLong(Exception):
    """A command did not end within its limit."""


@dataclass(frozen=True)
class Command:
    """A program with its arguments; status 1 may mean "there is something", as with diff(1)."""

    words: Sequence[str]
    folder: Path | None = None
    may_find: bool = False

    def allows(self, status: int) -> bool:
        """Whether an exit status is no failure."""
        return status == 0 or self.may_find and status == 1

    def output(self, limit: float) -> bytes:
        """What it prints. Raises `TooLong`, or `Stop` where it fails."""
        try:
            done = subprocess.run(list(self.words), cwd=self.folder, capture_output=True, timeout=limit, check=False)
        except subprocess.TimeoutExpired as expired:
            raise TooLong from expired
        if not self.allows(done.returncode):
            raise Stop(f"{' '.join(self.words)}\n{done.stderr.decode()}")
        return done.stdout


@dataclass(frozen=True)
class Timing:
    """What one run of a command took."""

    seconds: float
    peak: int
    """The largest resident memory, in bytes."""


def once(command: Command, limit: float) -> Timing:
    """Runs a command to its end, its output thrown away. Raises `TooLong`, or `Stop`."""
    start = time.monotonic()
    process = subprocess.Popen(
        list(command.words),
        cwd=command.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    timer = threading.Timer(limit, process.kill)
    timer.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
        took = time.monotonic() - start
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode == -signal.SIGKILL and took >= limit:
        raise TooLong
    if not command.allows(process.returncode):
        raise Stop(f"{' '.join(command.words)}: status {process.returncode}")
    return Timing(took, usage.ru_maxrss * 1024)


def medians(commands: Sequence[Command], runs: int, limit: float) -> list[float]:
    """The median seconds of each, run in turns after one round that does not count.

    In turns, so that a machine that is busy for a while is busy for all of them. Once half of the limit is spent
    no further round begins: what takes long varies less. Raises `TooLong` where a single run takes the limit.
    """
    start = time.monotonic()
    first = [once(command, limit).seconds for command in commands]
    rounds: list[list[float]] = []
    while len(rounds) < runs and time.monotonic() - start < limit / 2:
        rounds.append([once(command, limit).seconds for command in commands])
    return [statistics.median(column) for column in zip(*(rounds or [first]), strict=True)]


def same(work: str, answers: Mapping[str, object]) -> None:
    """Stops the run unless all answers, by the name of who gave them, are equal."""
    (first, expected), *others = answers.items()
    for name, answer in others:
        if answer != expected:
            raise Stop(
                f"{work}: {name} does not answer as {first} does\n"
                f"{first}: {str(expected)[:600]}\n{name}: {str(answer)[:600]}"
            )
