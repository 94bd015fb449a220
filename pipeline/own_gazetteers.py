"""A user's own gazetteers, beside those that ship."""

from __future__ import annotations

import os
from pathlib import Path

from incidents.gazetteers import FILES, FIXED, SETTING, load


def use(folder: Path | None) -> None:
    """Let this process and its workers read the user's own gazetteers as well.

    Raises:
        ValueError: The folder holds no gazetteer of ours to add to, or a bad one.
    """
    if folder is None:
        return
    known = {p.name for p in FILES.iterdir() if p.name.endswith(".toml")}
    known -= {f"{name}.toml" for name in FIXED}
    found = {p.name for p in folder.glob("*.toml")}
    if not found or found - known:
        names = ", ".join(sorted(found - known)) or "nothing"
        raise ValueError(
            f"{folder} holds {names}; name files like {', '.join(sorted(known))}"
        )
    os.environ[SETTING] = str(folder.resolve())
    for name in found:
        load.cache_clear()
        load(name.removesuffix(".toml"))
