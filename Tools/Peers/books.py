"""The books that sections share, each made when the first of them needs it."""

from functools import cached_property
from pathlib import Path

from . import growth, portfolio
from .bench import Bench
from .growth import Sizing


class Books:
    """Seeded by nothing but the sizes: the same books each time."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    @cached_property
    def samples(self) -> list[Sizing]:
        """One agreement of 30 terms, with fewer and with all of its amendments."""
        return growth.sample_books(self._bench)

    @property
    def sample(self) -> Path:
        """The one with all amendments."""
        return self.samples[-1].book

    @cached_property
    def portfolio(self) -> Path:
        """Many agreements of 20 terms each."""
        return portfolio.make(self._bench)
