"""Columns of results of one stage among several: what passed the documents, or a first round, has no offer yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.exchange.sheets.columns.column import Column
from app.exchange.sheets.folding import plain
from app.exchange.sheets.statuses.meaning import APPLIED, INTERVIEWED, Meaning

_FINAL = re.compile(
    r"\b(?:final\w*|last|overall|letzte\w*|ultim\w*|laatste|ostatni\w*|sist[ae]|utols\w*|son)\b|最終|最终|최종|итог|фінал"
)
_EARLY = re.compile(
    r"\b(?:cvs?|resume|documents?|paperwork|screening|tests?|assessment|oa|unterlagen|dossier|curriculum|curriculo|triagem"
    r"|teste|prueba|prova|toets)\b|書類|简历|履歴|笔试|筆試|筆記|适性|適性|테스트|서류|필기|적성|인적성|резюме|тест"
)
_ROUND = re.compile(
    r"\b(?:interviews?|rounds?|phone|onsite|gesprach\w*|runde\w*|entretiens?|entrevistas?|rodada|colloqui\w*|gesprek\w*"
    r"|rozmow\w*|pohovor\w*|interju\w*|intervju\w*|interviu\w*|mulakat\w*|wawancara|phong van|samtale\w*)\b"
    r"|\bhaastattelu|一次|二次|三次|1次|2次|3次|[一二三四]面|面接|面试|面試|면접|1차|2차|3차|собеседован|співбесід|συνεντευξ|ראיון|مقابلة|สัมภาษณ์"
)
_PASSES = """
pass passed ok cleared selected bestanden reussi aprobado aprobada aprovado aprovada superato superata geslaagd zdane
合格 通過 通过 过 합격 통과 lolos dau пройден пройдено
"""
_PASSED = frozenset(_PASSES.split())
"""What stands under a stage that was passed, and would be an offer elsewhere."""


def is_pass(words: str) -> bool:
    """Return whether words say no more than that something was passed."""
    return plain(words) in _PASSED


def names_last(header: str) -> bool:
    """Return whether a column is that of the last stage or of the end."""
    return _FINAL.search(plain(header)) is not None


def is_round(header: str) -> bool:
    """Return whether a column is that of an interview or a round."""
    return _ROUND.search(plain(header)) is not None and not names_last(header)


def is_stage_result(header: str) -> bool:
    """Return whether a column is that of the result of a stage before the last: `CV screening`, `1st interview`."""
    folded = plain(header)
    return (_ROUND.search(folded) or _EARLY.search(folded)) is not None and not names_last(header)


def ceilings_of(columns: Sequence[Column]) -> dict[int, Meaning]:
    """Return what an offer in a column of statuses can mean at most, where the column is that of one stage.

    A sheet with no later column of a result has none: there "interview: selected" is the end.
    """
    results = [column for column in columns if column.field in ("status", "decision") or column.stage is not None]
    ceilings = {}
    for column in results[:-1]:
        header = plain(column.header)
        if column.stage is not None or names_last(column.header):
            continue
        if _ROUND.search(header):
            ceilings[column.index] = INTERVIEWED
        elif _EARLY.search(header):
            ceilings[column.index] = APPLIED
    return ceilings
