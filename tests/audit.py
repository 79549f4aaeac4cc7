"""`make audit`: are there known holes in what the program is pinned to? Asks PyPI, else OSV, through pip-audit.

Exit codes: 0 none is known, 1 one is, 3 nobody could be asked, so that nothing is known.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

PINS = Path(__file__).parents[1] / ".ci" / "constraints.txt"
SERVICES = ("pypi", "osv")
CLEAN, HOLES, UNKNOWN = 0, 1, 3


def main() -> int:
    """Ask one service after another until one knows every pin; print what it says."""
    sentences: list[str] = []
    for service in SERVICES:
        code, sentence = verdict(_asked(service))
        sentences.append(f"{service}: {sentence}")
        if code != UNKNOWN:
            print(sentences[-1])
            return code
    print("\n".join(sentences), file=sys.stderr)
    print("Nobody could be asked for known holes. Try again with a way to PyPI or osv.dev.", file=sys.stderr)
    return UNKNOWN


def verdict(answer: str) -> tuple[int, str]:
    """Return the exit code and the sentence for pip-audit's JSON, "" when it gave none."""
    try:
        packages: list[dict[str, Any]] = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return UNKNOWN, "it cannot be reached."
    holes = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in"
        f" {', '.join(hole['fix_versions']) or 'none yet'}"
        for package in packages
        for hole in package.get("vulns", ())
    ]
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    if holes:
        return HOLES, "\n  ".join([f"{len(holes)} known holes among {len(packages)} pinned packages:", *holes])
    if unknown or not packages:
        return UNKNOWN, f"it knows nothing of {len(unknown)} of {len(packages)} pinned packages."
    return CLEAN, f"no known hole in {len(packages)} pinned packages."


def _asked(service: str) -> str:
    tool = Path(sys.executable).with_name("pip-audit")
    command = [str(tool), "--vulnerability-service", service, "--requirement", str(PINS)]
    done = subprocess.run(
        [*command, "--no-deps", "--disable-pip", "--format", "json", "--progress-spinner", "off"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
