"""One HTML file of a run, which needs nothing else: table, timeline, map, conflicts."""

from __future__ import annotations

from incidents.pipeline.report.page import report

__all__ = ["report"]
