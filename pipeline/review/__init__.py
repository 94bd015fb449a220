"""The reviewer's desk: records beside their sources, and decisions that are kept."""

from __future__ import annotations

from incidents.pipeline.review.export import reviewed_gold
from incidents.pipeline.review.serve import PORT, review

__all__ = ["PORT", "review", "reviewed_gold"]
