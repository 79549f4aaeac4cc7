"""Keys of a driven dashboard follow each other sooner: Textual's pilot looks every 20 ms whether it is idle."""

from __future__ import annotations

import textual._wait

textual._wait.SLEEP_GRANULARITY = 0.004
textual._wait.SLEEP_IDLE = 0.0002
