import os
import subprocess
import sys

from incidents.pipeline.process import cpu_seconds, resident

#: Asks for ever more, with a bound, and says how much it got and what it held at most.
GROWING = """
import os
from incidents.pipeline.process import bound_memory, resident
bound_memory(resident(os.getpid()) + 160_000_000)
grown = []
try:
    while len(grown) < 40:
        grown.append(b"x" * 10_000_000)
except MemoryError:
    pass
print(len(grown))
"""


def test_this_process():
    before = cpu_seconds(os.getpid())
    sum(range(3_000_000))
    assert cpu_seconds(os.getpid()) > before
    assert 10_000_000 < resident(os.getpid()) < 10_000_000_000


def test_no_process():
    assert (cpu_seconds(0), resident(0)) == (None, 0)


def test_memory_is_bounded():
    told = subprocess.run(
        [sys.executable, "-c", GROWING], capture_output=True, text=True, check=True
    )
    assert 8 <= int(told.stdout) <= 12
