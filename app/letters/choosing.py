"""Which of a kind's builds a letter takes, so that no two that are read near each other are alike.

The choice needs nothing stored of its own: it follows from the letters that are stored. The builds of the tone and the
occasion are gone through from a place that the reader and the application give, and the first is taken that is not
alike to any letter at the same company, nor to any that the user wrote within the last two weeks. When all of them were
used by then, those of the next tone follow, and in the end the one that is least alike. A draft that is composed again
keeps its build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from app.etiquette.text import folded
from app.letters.builds import Build
from app.letters.templating import Rendered

ALIKE = 0.15
"""The share of five-word runs from which on two texts come from one build: others share next to none."""
_RUN = 5
_WORD = re.compile(r"\w+(?:'\w+)?")


def chosen(
    builds: Sequence[Build],
    start: int,
    render: Callable[[Build], Rendered],
    others: Iterable[str],
    draft: str = "",
    spare: Sequence[Build] = (),
) -> Rendered:
    """Return the letter of the build that fits best.

    Args:
        builds: those for the tone and the occasion, at least one.
        start: from which of them on they are gone through; it may be any number.
        others: the bodies of the letters that it should not be alike to.
        draft: the text that it takes the place of, whose build is kept; "" for none.
        spare: what else will do when all of them are alike to others.
    """
    start %= len(builds)
    in_turn = [*builds[start:], *builds[:start], *spare]
    if len(in_turn) == 1:
        return render(in_turn[0])
    kept = _of_draft(draft, builds, render) or _of_draft(draft, spare, render, is_strict=True)
    if kept is not None:
        return kept
    theirs = [runs_of(body) for body in others]
    best: tuple[float, Rendered] | None = None
    for build in in_turn:
        letter = render(build)
        mine = runs_of(letter.body)
        likest = max((alike(mine, other) for other in theirs), default=0.0)
        if likest < ALIKE:
            return letter
        if best is None or likest < best[0]:
            best = likest, letter
    assert best is not None
    return best[1]


def _of_draft(
    draft: str, builds: Sequence[Build], render: Callable[[Build], Rendered], *, is_strict: bool = False
) -> Rendered | None:
    """Return the letter of the build that a draft was made from; None when it is none of these.

    Args:
        is_strict: only where its closing is the same, too: with another one it was written in another tone.
    """
    mine = runs_of(draft)
    letters = [render(build) for build in builds] if mine else []
    if is_strict:
        letters = [letter for letter in letters if _closing(letter.body) == _closing(draft)]
    likest = max(letters, key=lambda letter: alike(runs_of(letter.body), mine), default=None)
    return likest if likest is not None and alike(runs_of(likest.body), mine) >= ALIKE else None


def _closing(body: str) -> str:
    return body.strip().split("\n\n")[-1]


def alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Return the share of the shorter text's runs that both have, 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def runs_of(body: str) -> frozenset[tuple[str, ...]]:
    """Return the five-word runs of a letter between its greeting and its last lines, in small letters."""
    lines = body.strip().splitlines()
    words = _WORD.findall(folded(" ".join(lines[1:-2] if len(lines) > 3 else lines)).replace("’", "'"))
    return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
