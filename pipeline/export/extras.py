"""Libraries that only one format needs, which a user installs when it is wanted."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def needed(module: str, extra: str) -> Any:
    """The module, if it is installed.

    Raises:
        ValueError: It is not; says how to get it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise ValueError(
            f"this format needs {module.partition('.')[0]}: pip install"
            f" 'incident-pipeline[{extra}]'"
        ) from error
