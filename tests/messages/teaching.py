"""How both models that read mail are taught: in batches of messages about as long, by steps that grow and shrink."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Sized
from typing import Any, TypeVar

import numpy as np

AT_ONCE = 32
"""Messages between two steps."""
DOUBT = 0.05
"""The share of certainty that is not asked for."""
One = TypeVar("One", bound=Sized)


def teach(
    read: Sequence[One],
    places: Sequence[int],
    sums_of: Callable[[list[One]], Any],
    groups: list[dict[str, Any]],
    *,
    epochs: int,
    warming: int,
) -> None:
    """Change the numbers of a model until what it makes of messages is what is wanted of them.

    Args:
        read: the messages, as `sums_of` takes them.
        places: the meaning of each, as a whole number.
        sums_of: returns what the model makes of some, a row each.
        groups: the numbers that are taught, `params`, each with its longest step, `lr`, and its pull towards 0,
            `weight_decay`.
        epochs: times that all messages are gone through.
        warming: steps that grow to the longest one; from there they shrink to nothing.
    """
    import torch  # type: ignore
    from torch.nn import functional  # type: ignore

    order = np.random.default_rng(0)
    wanted = torch.tensor(list(places))
    taught = [numbers for group in groups for numbers in group["params"]]
    optimizer = torch.optim.AdamW(groups)
    steps = epochs * -(-len(read) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / warming) * (1 - step / steps)
    )
    for _ in range(epochs):
        for batch in _batches(read, order):
            sums = sums_of([read[place] for place in batch])
            loss = functional.cross_entropy(sums, wanted[torch.tensor(batch)], label_smoothing=DOUBT)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(taught, 1.0)
            optimizer.step()
            schedule.step()


def _batches(read: Sequence[Sized], order: np.random.Generator) -> Iterator[list[int]]:
    """Yield the places of messages of about one length, in an order that is new each time."""
    places = sorted(range(len(read)), key=lambda place: len(read[place]) + order.random() * 6)
    starts = np.arange(0, len(places), AT_ONCE)
    order.shuffle(starts)
    yield from (places[start : start + AT_ONCE] for start in starts)
