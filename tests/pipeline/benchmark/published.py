"""The scorers published with the sets, where they are at hand, and what they score."""

import importlib.util
import json

import pytest


def tool(shared, name):
    path = shared.parent / "tools" / f"{name}.py"
    if not path.is_file():
        pytest.skip(f"no scorer at {path}")
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(shared, name, file="docs.jsonl"):
    path = shared / name / file
    if not path.is_file():
        pytest.skip(f"no set at {path}")
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def values(figures):
    """Figures by their measure, as far as scorers must agree."""
    return {f.measure: round(f.value, 4) for f in figures}
