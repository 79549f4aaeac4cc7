"""The words and stars for how much somebody wants a job. A table alone."""

from __future__ import annotations

import re

PRIORITIES = (
    (
        3,
        re.compile(
            r"\b(high(est)?|top|urgent|dream|must|hoch|haute?|elevee?|alt[ao]|p[01]|a|hot)\b|高|★{4}|⭐{4}"
            r"|[45] ?(stars?|of 5)"
        ),
    ),
    (2, re.compile(r"\b(med(ium)?|normal|mittel|moyen(ne)?|medi[ao]|p2|b|warm|mid)\b|中|★{3}|⭐{3}|3 ?(stars?|of 5)")),
    (
        1,
        re.compile(
            r"\b(low(est)?|niedrig|gering|basse?|faible|baj[ao]|baixa|p[345]|c|cold)\b|低|★|⭐|[12] ?(stars?|of 5)"
        ),
    ),
)
"""3 high, 2 medium, 1 low; looked for in this order."""
