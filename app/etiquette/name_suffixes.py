"""What is written behind a name and is no part of it: degrees, "Jr.", a remark in parentheses, a phone number."""

from __future__ import annotations

import re

_DEGREES = frozenset((
    "APRN", "ARNP", "BA", "BS", "BSC", "BSN", "BSW", "CCC-SLP", "CCRN", "CEN", "CFA", "CFP", "CIA", "CISSP", "CMA",
    "CNA", "CNE", "CNM", "CNP", "CNS", "CPA", "CPNP", "CRNA", "CSM", "DC", "DDS", "DMD", "DNP", "DO", "DPM", "DPT",
    "DVM", "EDS", "ESQ", "FAAFP", "FAAN", "FAAP", "FACEP", "FACP", "FACS", "FNP", "FNP-BC", "FNP-C", "II", "III",
    "IV", "JD", "LCSW", "LICSW", "LLB", "LLM", "LMFT", "LMHC", "LMSW", "LPC", "LPN", "LVN", "MA", "MBA", "MBBS",
    "MD", "MFA", "MHA", "MLIS", "MPA", "MPH", "MPP", "MS", "MSC", "MSN", "MSW", "NBCT", "NP", "OTR", "OTR/L", "PA-C",
    "PE", "PGCE", "PHN", "PHR", "PMP", "RD", "RDN", "RN", "RPH", "RRT", "SHRM-CP", "SHRM-SCP", "SPHR",
))  # fmt: skip
"""Degrees and licenses, which are written in capitals."""
_ANYHOW = frozenset({"phd", "pharmd", "edd", "psyd", "esq", "jr", "sr", "dphil"})
"""Those that are written with small letters as well."""
_ALSO_NAMES = frozenset({"BA", "DO", "MA"})
"""They are names as well, as in LEE, DO: they count only behind two words that are not all in capitals."""
_DIGITS = 3
"""As many make a phone number, or a part of one."""
_REMARK = re.compile(r"\s*\(([^()]*)\)\s*$")
_BETWEEN = re.compile(r"[,;\n](?![^()]*\))")
"""What separates names of a list; not within a remark."""


def without_suffix(text: str) -> tuple[str, str]:
    """Return a name without what is written behind it, and that: "Raj Patel, MD" and "Sue (front desk)" have some."""
    remark = _REMARK.search(text)
    said = [remark[1].strip()] if remark is not None and text[: remark.start()].strip() else []
    words = (text[: remark.start()] if remark is not None and said else text).split()
    last = len(words)
    while last > 1 and _is_suffix(words[last - 1], words[: last - 1]):
        last -= 1
    suffixes = [word.strip(",") for word in words[last:]] + said
    return (" ".join(words[:last]).rstrip(",") if suffixes else text), ", ".join(filter(None, suffixes))


def names_listed(text: str) -> list[str]:
    """Return the names of a list that commas, semicolons or line breaks separate, each with its suffixes."""
    names: list[str] = []
    for part in _BETWEEN.split(text):
        words = part.partition("<")[0].split()
        before = names[-1] if names else ""
        if words and before and ">" not in before and all(_is_suffix(word, before.split()) for word in words):
            names[-1] = f"{before},{part}"
        else:
            names.append(part)
    return names


def _is_suffix(word: str, before: list[str]) -> bool:
    """Return whether a word behind others is no part of a name."""
    bare = word.strip(",").replace(".", "")
    if not any(map(str.isalpha, bare)):
        return sum(map(str.isdigit, bare)) >= _DIGITS
    if bare in _ALSO_NAMES:
        return len(before) > 1 and not " ".join(before).isupper()
    return bare in _DEGREES or (bare.casefold() in _ANYHOW and bare != bare.lower())
