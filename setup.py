"""Only what setup.cfg can't say: the build step that compiles rules and dictionaries, and the look-ups in C."""

import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, setup

sys.path.insert(0, str(Path(__file__).parent))

from arlint.compilers._setuptools import BuildWithData

# By the stable ABI one wheel serves all versions; a Python without the global lock has none.
stable = not sysconfig.get_config_var("Py_GIL_DISABLED")
# Without a C compiler arlint does without: pairs.py beside it has the same in Python.
pairs = Extension("arlint.lexicon.counts._pairs", ["arlint/lexicon/counts/_pairs.c"], py_limited_api=stable, optional=True)

setup(
    cmdclass={"build_py": BuildWithData},
    ext_modules=[pairs],
    options={"bdist_wheel": {"py_limited_api": "cp311"}} if stable else {},
)
