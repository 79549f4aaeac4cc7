"""The signals on which the dashboard leaves in good order; Windows lacks some."""

from __future__ import annotations

import signal

LEAVE_ON = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))
