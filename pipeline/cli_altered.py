"""What commands say that use a run which was altered by hand."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from incidents.pipeline.printable import printable
from incidents.pipeline.seal import altered


def warn(runs: Iterable[Path]) -> None:
    """Say on standard error which runs are not as they were written."""
    for run in runs:
        if found := altered(run):
            said = (
                f"warning: {run} was altered by hand ({', '.join(found)}):"
                " incidents check says which quotes and values still hold"
            )
            print(printable(said, 400), file=sys.stderr)
