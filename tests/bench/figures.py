"""What the bench knows of a figure: its runs, its floor's runs made in between, and the budget that it has to keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that a figure may be."""

    ratio: float | None = None
    """Times its floor; None: no ratio."""
    value: float | None = None
    """In the figure's unit; None: no such limit."""
    at: int | None = 1_000
    """The number of applications for which it is meant; None: whatever their number."""

    def __str__(self) -> str:
        return f"{self.ratio:g} x" if self.ratio is not None else f"{self.value:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured at one size."""

    name: str
    size: int
    """Applications, 0 where the number means nothing."""
    runs: Sequence[float]
    unit: str = "ms"
    floor: Sequence[float] = ()
    """The floor's runs, each made beside the run of the same place; empty: nothing to compare with."""
    budget: Budget | None = None
    note: str = ""
    """What could not be measured, and why, or what a reader has to know."""

    @property
    def value(self) -> float:
        """The median of the runs."""
        return median(self.runs) if self.runs else float("nan")

    @property
    def ratio(self) -> float | None:
        """The median of each run against the floor's run beside it."""
        pairs = [run / floor for run, floor in zip(self.runs, self.floor, strict=False)]
        return median(pairs) if pairs else None

    @property
    def is_met(self) -> bool | None:
        """Whether the budget is kept; None where there is none for this size, or nothing was measured."""
        budget = self.budget
        if budget is None or not self.runs or (budget.at is not None and self.size not in (0, budget.at)):
            return None
        if budget.ratio is not None:
            return self.ratio is not None and self.ratio <= budget.ratio
        return budget.value is not None and self.value <= budget.value


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    sizes: tuple[int, ...] = (100, 1_000, 10_000, 100_000)
    starts: int = 9
    """Starts of each program at each size."""
    keys: int = 40
    """Keys pressed, one by one."""


QUICK = Plan((100, 1_000), 3, 8)

Measurement = Callable[[Plan], list[Figure]]
"""Makes the figures of one name."""


def interleaved(count: int, *measures: Callable[[], float]) -> list[list[float]]:
    """Run each measure in turn, `count` times round, and return the runs of each."""
    rounds = [[measure() for measure in measures] for _ in range(count)]
    return [list(runs) for runs in zip(*rounds, strict=True)]
