"""The sample search, in a database that is thrown away afterward."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import settings
from app.settings import Settings


@contextmanager
def sample_database(prefs: Settings) -> Iterator[Path]:
    """Give a database filled with the sample search."""
    from app.hunt.hooks.calling import Hooks
    from app.hunt.hunt import Hunt
    from app.hunt.sample import SAMPLE_ME, sample_hunt
    from app.hunt.sample_files import sample_contents

    with tempfile.TemporaryDirectory(prefix="afterword-demo-") as folder:
        database = Path(folder) / "demo.db"
        hunt = Hunt.open(database, prefs, settings.clock_now, hooks=Hooks(None))
        hunt.take_in("Sample data", sample_hunt(prefs.policy, settings.clock_now()), me=SAMPLE_ME)
        for content in sample_contents():
            hunt.kept_files.store(content)
        yield database
