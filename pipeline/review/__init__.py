"""The reviewer's desk: records beside their sources, and decisions that are kept."""

from __future__ import annotations

from pipeline.review.export import reviewed_gold
from pipeline.review.serve import PORT, review

__all__ = ["PORT", "review", "reviewed_gold"]
