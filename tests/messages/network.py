"""Learns the network that reads messages (`app/exchange/meanings/network.py`), for `tests/messages/train.py`.

With PyTorch, from the extra `train`. The same messages give the same network on the same machine and release of
PyTorch; elsewhere its numbers differ by what sums in another order do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

from app.exchange.meanings.network import READ, WIDTHS, grams_of, words_of
from app.exchange.meanings.sentences import Sentence
from tests.messages.teaching import teach

LEAST_SEEN = 3
"""Messages that have to show a word for it to have a row of its own."""
GRAM_ROWS = 20_000
NUMBERS, FILTERS = 96, 128
"""Of a word's row; and filters of each width."""
EPOCHS, STEP, DECAY, WARMING = 9, 2e-3, 0.02, 200
"""See `teach`."""
FORGOTTEN, FORGOTTEN_WORDS = 0.3, 0.1
"""The share of numbers that is left out while learning, and of words' own rows: no message hangs on few of them."""
Message = Sequence[tuple[int, list[int]]]
"""Of each word the place of its own row, 0 if it has none, and those of its grams."""


class _Reader:
    """Knows the words of the messages that it was made of."""

    def __init__(self, messages: Sequence[Sequence[Sentence]]):
        counts = Counter(word for sentences in messages for word in set(words_of(sentences)))
        self.words = sorted(word for word, count in counts.items() if count >= LEAST_SEEN)
        self._places = {word: place for place, word in enumerate(self.words, 1)}

    def __call__(self, sentences: Sequence[Sentence]) -> Message:
        return [(self._places.get(word, 0), grams_of(word, GRAM_ROWS)) for word in words_of(sentences)]


def learned(messages: Sequence[Sequence[Sentence]], places: Sequence[int], meanings: int) -> dict[str, Any]:
    """Return what `Network` is made of.

    Args:
        messages: of each the subject and the sentences of its text.
        places: the meaning of each, as a whole number.
        meanings: how many there are.
    """
    import torch  # type: ignore

    torch.manual_seed(0)
    reader = _Reader(messages)
    model = _model(len(reader.words) + 1, meanings)
    model.train()
    group = {"params": list(model.parameters()), "lr": STEP, "weight_decay": DECAY}
    read = [reader(sentences) for sentences in messages]
    teach(read, places, lambda some: model(*_packed(some)), [group], epochs=EPOCHS, warming=WARMING)
    return _stored(model, reader.words)


def _model(words: int, meanings: int) -> Any:
    """Return the network, nothing learned."""
    import torch
    from torch import nn
    from torch.nn import functional  # type: ignore

    class Model(nn.Module):  # type: ignore
        def __init__(self) -> None:
            super().__init__()
            self.word_rows = nn.Embedding(words, NUMBERS, padding_idx=0)
            self.gram_rows = nn.EmbeddingBag(GRAM_ROWS, NUMBERS, mode="mean")
            for table in (self.word_rows, self.gram_rows):
                nn.init.normal_(table.weight, 0, 0.1)
            nn.init.zeros_(self.word_rows.weight[0].detach())
            self.filters = nn.ModuleList(nn.Conv1d(NUMBERS, FILTERS, width, padding=width // 2) for width in WIDTHS)
            self.forget = nn.Dropout(FORGOTTEN)
            self.last = nn.Linear(FILTERS * len(WIDTHS), meanings)

        def forward(self, words: Any, grams: Any, starts: Any, is_word: Any) -> Any:
            own = self.word_rows(words)
            if self.training:
                own = own * (torch.rand(*words.shape, 1) > FORGOTTEN_WORDS)
            rows = self.forget(own + self.gram_rows(grams, starts).view(own.shape)) * is_word[..., None]
            answers = [functional.relu(filters(rows.transpose(1, 2))) for filters in self.filters]
            strongest = [answer.masked_fill(~is_word[:, None], 0).amax(2) for answer in answers]
            return self.last(self.forget(torch.cat(strongest, 1)))

    return Model()


def _packed(messages: Sequence[Message]) -> tuple[Any, Any, Any, Any]:
    """Return messages as tables with a row each, filled up to the length of the longest."""
    import torch

    longest = min(READ, max(len(message) for message in messages))
    words = torch.zeros(len(messages), longest, dtype=torch.long)
    is_word = torch.zeros(len(messages), longest, dtype=torch.bool)
    grams: list[int] = []
    starts: list[int] = []
    for row, message in enumerate(messages):
        is_word[row, : len(message)] = True
        for column in range(longest):
            starts.append(len(grams))
            if column < len(message):
                place, of_word = message[column]
                words[row, column] = place
                grams += of_word
    return words, torch.tensor(grams), torch.tensor(starts), is_word


def _stored(model: Any, words: list[str]) -> dict[str, Any]:
    """Return a model's numbers as the package keeps them: the rows as bytes, the rest as half floats."""
    stored: dict[str, Any] = {"words": np.array("\n".join(words))}
    for name in ("word", "gram"):
        rows = getattr(model, f"{name}_rows").weight.detach().numpy()
        scale = float(np.abs(rows).max()) / 127
        stored |= {f"{name}_rows": np.rint(rows / scale).astype(np.int8), f"{name}_scale": np.float32(scale)}
    for width, filters in zip(WIDTHS, model.filters, strict=True):
        stored[f"filters_{width}"] = filters.weight.detach().numpy().transpose(2, 1, 0).astype(np.float16)
        stored[f"filters_{width}_bias"] = filters.bias.detach().numpy().astype(np.float16)
    return stored | {
        "last": model.last.weight.detach().numpy().T.astype(np.float16),
        "last_bias": model.last.bias.detach().numpy().astype(np.float16),
    }
