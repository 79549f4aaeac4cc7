"""`afterword`, and `python -m app`: hands over to the command line, which imports nothing heavy before it must."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line on the process's arguments and return its exit code."""
    from app.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
