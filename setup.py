"""Only what setup.cfg can't say: the build step that compiles rules and dictionaries, and the look-ups in C."""

import sys
from pathlib import Path

from setuptools import Extension, setup

sys.path.insert(0, str(Path(__file__).parent))

from arlint.compilers._setuptools import BuildWithData

# Without a C compiler arlint does without: pairs.py beside it has the same in Python. By the stable ABI one wheel serves all versions.
pairs = Extension("arlint.lexicon.counts._pairs", ["arlint/lexicon/counts/_pairs.c"], py_limited_api=True, optional=True)

setup(
    cmdclass={"build_py": BuildWithData},
    ext_modules=[pairs],
    options={"bdist_wheel": {"py_limited_api": "cp311"}},
)
