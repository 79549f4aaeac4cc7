"""Draws assets/*.svg anew from the demo hunt, at a fixed moment: `make screenshots`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from tests.ui.driving import Driven, demo, driven

ASSETS = Path(__file__).parents[2] / "assets"
WIDE, SMALL = (120, 40), (80, 24)

PICTURES: tuple[tuple[str, tuple[int, int], str, tuple[str, ...]], ...] = (
    ("dashboard", WIDE, "dark", ("enter",)),
    ("glance", WIDE, "dark", ("4",)),
    ("small", SMALL, "dark", ()),
    ("light", WIDE, "light", ("j", "j")),
    ("help", WIDE, "dark", ("question_mark",)),
    ("dialog", WIDE, "dark", ("p", "j", "r")),
    ("sheet", WIDE, "dark", ("p", "slash", *"woodgrove", "enter", "I")),
)
"""Name, columns and rows, theme, and the keys that lead there."""


async def _draw(name: str, size: tuple[int, int], theme: str, keys: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.db"
        demo(path)
        async with driven(path, size=size) as driving:
            driving.dashboard.theme = theme
            await driving.press(*keys)
            await driving.pilot.pause(0.2)
            glance = driving.hunt_screen.glance
            await driving.until(lambda: glance is None or glance.shown.numbers is not None, "it does not end counting")
            if driving.hunt_screen.letter_pane.letter is not None:
                await driving.shows("✓")
            _save(driving, name)


def _save(driving: Driven, name: str) -> None:
    svg = driving.dashboard.export_screenshot(title="afterword")
    (ASSETS / f"{name}.svg").write_text(svg, "utf-8")
    print(f"assets/{name}.svg")


def main() -> None:
    """Draw every picture."""
    ASSETS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"AFTERWORD_SETTINGS": folder, "AFTERWORD_STATE": folder, "TZ": "Europe/Berlin"}
        for picture in PICTURES:
            asyncio.run(_draw(*picture))


if __name__ == "__main__":
    main()
