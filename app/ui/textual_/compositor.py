"""Draws a change to the screen from the lines that it touches. Textual's own compositor asks every widget for all of
its lines, on the list's cursor moving as well: two thirds of the time from a key to its frame."""

from __future__ import annotations

from collections.abc import Iterable

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip


class LineCompositor(Compositor):
    """Textual's, but for which lines of which widgets are asked for."""

    _changed: tuple[Region, ...] = ()
    """What is being drawn anew; nothing while all is."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Draw what has changed."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            yield from super()._get_renders()
            return
        for widget, (region, clip) in self.visible_widgets.items():  # from front to back
            shown = region.intersection(clip)
            if not any(shown.overlaps(changed) for changed in self._changed or (crop,)):
                continue
            lines = Region(shown.x, max(shown.y, crop.y), shown.width, 0)
            lines = lines._replace(height=min(shown.bottom, crop.bottom) - lines.y)
            yield lines, clip, widget.render_lines(lines.translate(-region.offset))
            if lines.contains_region(crop):
                return  # what is behind is hidden
