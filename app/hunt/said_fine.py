"""What the user said is fine in a letter, so that the checker says it no more: one digest a line, in the state folder.

A digest is of a letter, a check and the words that it points at. Other words are judged anew.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from app import locations
from app.etiquette.checks.findings import Finding, Report, Verdict
from app.etiquette.checks.quoting import quoted
from app.etiquette.errors import SettingsError, StorageError
from app.hunt.private_files import write_privately
from app.user_files import read_own

_ASKING = (Verdict.FAIL, Verdict.WARN, Verdict.UNSURE)


def said_fine_file() -> Path:
    """Return where it is kept."""
    return locations.state_folder() / "fine.txt"


def said_fine() -> tuple[str, ...]:
    """Return the digests in the order in which they were added; none if the file cannot be read."""
    try:
        return tuple(read_own(said_fine_file()).split())
    except (OSError, SettingsError, StorageError):
        return ()


def turn_around(digest: str) -> bool:
    """Add a digest, or remove it if it is there; return whether it is there now.

    Raises:
        StorageError: the file cannot be written.
    """
    path, digests = said_fine_file(), said_fine()
    is_new = digest not in digests
    rest = [line for line in digests if line != digest]
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"{path.parent} cannot be written: {error.strerror}.") from None
    write_privately(path, "".join(f"{line}\n" for line in ([*rest, digest] if is_new else rest)).encode())
    return is_new


def digest_of(finding: Finding, letter_id: int, body: str) -> str:
    """Return what stands for a finding on these words of this letter; on what it says, if it points nowhere."""
    words = _words(finding, body) or finding.message
    return sha256(f"{letter_id}\0{finding.check}\0{words}".encode()).hexdigest()[:20]


def without_fine(report: Report, letter_id: int, body: str) -> Report:
    """Return a report in which what the user said is fine passes."""
    digests = frozenset(said_fine())
    if not digests:
        return report
    findings = (
        _passed(finding, body)
        if finding.verdict in _ASKING and digest_of(finding, letter_id, body) in digests
        else finding
        for finding in report.findings
    )
    return replace(report, findings=tuple(findings))


def finding_meant(report: Report, letter_id: int, body: str, at: int) -> Finding | None:
    """Return the finding under the cursor, else the first open one, else the one that was said to be fine last."""
    asking = [*report.open, *report.doubts]
    for finding in asking:
        if finding.start is not None and finding.end is not None and finding.start <= at <= finding.end:
            return finding
    digests = said_fine()
    order = {digest: place for place, digest in enumerate(digests)}
    still_open = [finding for finding in asking if digest_of(finding, letter_id, body) not in order]
    if still_open:
        return still_open[0]
    return max(asking, key=lambda finding: order[digest_of(finding, letter_id, body)], default=None)


def _words(finding: Finding, body: str) -> str:
    return "" if finding.start is None or finding.end is None else body[finding.start : finding.end]


def _passed(finding: Finding, body: str) -> Finding:
    words = _words(finding, body)
    about = quoted(words) if words else str(finding.check)
    return replace(finding, verdict=Verdict.PASS, message=f"you said it's fine: {about}")
