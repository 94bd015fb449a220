import pkgutil
import subprocess
import sys

import pytest

import incidents


def loaded(code):
    """The modules that a Python of its own has loaded after running ``code``."""
    given = [sys.executable, "-c", f"import sys; {code}; print(*sys.modules)"]
    told = subprocess.run(given, capture_output=True, text=True, check=True)
    return set(told.stdout.split())


def test_import_loads_nothing():
    bare = loaded("import importlib, typing")
    assert loaded("import incidents; dir(incidents)") - bare == {"incidents"}


def test_every_name_is_there():
    assert {*incidents.__all__, "__version__"} == set(dir(incidents))
    for name in dir(incidents):
        assert getattr(incidents, name) is not None


def test_a_name_that_is_not_there():
    with pytest.raises(AttributeError, match="'incidents' has no attribute 'reed'"):
        _ = incidents.reed


def test_no_module_hides_a_function():
    """A module of a name would take its place when it is loaded."""
    modules = {m.name for m in pkgutil.iter_modules(incidents.__path__)}
    assert modules & set(incidents.__all__) == set()
