"""Teaches a public sentence model the meanings (`app/exchange/meanings/transformer.py`), for `train.py`.

With PyTorch and the model, from the extra `train`; on two cores it takes about twenty minutes. The same messages give
the same numbers on the same machine and releases; elsewhere they differ by what sums in another order do.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from typing import Any

import numpy as np

from app.exchange.meanings.sentences import Sentence
from app.exchange.meanings.transformer import Pieces
from tests.messages.teaching import teach

COMMON = 16_000
"""Of the model's pieces of words, the most frequent first, so many are looked at; those in ASCII are kept."""
EPOCHS, STEP, STEP_OF_LAST, DECAY, WARMING = 2, 1e-4, 1e-3, 0.01, 100
"""See `teach`; the last layer, which knows nothing yet, goes by longer steps."""
FORGOTTEN = 0.1
"""The share of what was seen of a message that is left out while learning."""


def learned(messages: Sequence[Sequence[Sentence]], places: Sequence[int], meanings: int) -> dict[str, Any]:
    """Return what `Transformer` is made of.

    Args:
        messages: of each the subject and the sentences of its text, all in English.
        places: the meaning of each, as a whole number.
        meanings: how many there are.
    """
    import torch  # type: ignore
    from torch.nn import functional  # type: ignore

    torch.manual_seed(0)
    pieces, bert = _public_model()
    split = Pieces(pieces)
    last = torch.nn.Linear(2 * bert.config.hidden_size, meanings)
    bert.train()
    taught = [numbers for numbers in bert.parameters() if numbers.requires_grad]
    groups = [
        {"params": taught, "lr": STEP, "weight_decay": DECAY},
        {"params": list(last.parameters()), "lr": STEP_OF_LAST, "weight_decay": DECAY},
    ]
    read = [split.of(sentences) for sentences in messages]
    teach(
        read,
        places,
        lambda some: last(functional.dropout(_pooled(bert, some), FORGOTTEN)),
        groups,
        epochs=EPOCHS,
        warming=WARMING,
    )
    return _stored(pieces, bert, last)


def _public_model() -> tuple[list[str], Any]:
    """Return the pieces of words that are kept, and the model that knows them and no others."""
    import torch
    from all_minilm_l6_v2 import extract_model  # type: ignore
    from transformers import BertModel  # type: ignore

    with tempfile.TemporaryDirectory() as folder:
        path = extract_model(folder)
        known = json.loads((path / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]
        bert = BertModel.from_pretrained(path, add_pooling_layer=False, hidden_act="gelu_new")
    kept = [piece for piece, place in sorted(known.items(), key=lambda one: one[1]) if _is_kept(piece, place)]
    rows = bert.embeddings.word_embeddings.weight.detach()[[known[piece] for piece in kept]]
    bert.embeddings.word_embeddings = torch.nn.Embedding.from_pretrained(rows)
    return kept, bert


def _is_kept(piece: str, place: int) -> bool:
    return place < COMMON and piece.isascii() and not piece.startswith("[unused")


def _pooled(bert: Any, messages: Sequence[list[int]]) -> Any:
    """Return the mean and the maximum of what each message's pieces become, in one row."""
    import torch

    longest = max(len(message) for message in messages)
    places = torch.zeros(len(messages), longest, dtype=torch.long)
    is_piece = torch.zeros(len(messages), longest, dtype=torch.bool)
    for row, message in enumerate(messages):
        places[row, : len(message)] = torch.tensor(message)
        is_piece[row, : len(message)] = True
    rows = bert(input_ids=places, attention_mask=is_piece.long()).last_hidden_state
    mean = (rows * is_piece[..., None]).sum(1) / is_piece.sum(1, keepdim=True)
    return torch.cat([mean, rows.masked_fill(~is_piece[..., None], -1e4).amax(1)], 1)


def _stored(pieces: list[str], bert: Any, last: Any) -> dict[str, Any]:
    """Return a model's numbers as the package keeps them: matrices as bytes, the rest as half floats."""
    numbers = {f"last.{name}": value for name, value in last.state_dict().items()} | dict(bert.state_dict())
    types = numbers.pop("embeddings.token_type_embeddings.weight")
    numbers["embeddings.position_embeddings.weight"] = numbers["embeddings.position_embeddings.weight"] + types[0]
    stored: dict[str, Any] = {"pieces": np.array(json.dumps(pieces))}
    for name, value in numbers.items():
        table = value.detach().numpy()
        if table.ndim == 2:
            scale = np.abs(table).max(axis=1) / 127
            stored |= {name: np.rint(table / scale[:, None]).astype(np.int8), f"{name}.scale": scale}
        elif table.ndim == 1 and name.endswith((".weight", ".bias")):
            stored[name] = table.astype(np.float16)
    return stored
