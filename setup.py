"""Only what setup.cfg can't say: the build step that compiles rules and dictionaries."""

import sys
from pathlib import Path

from setuptools import setup

sys.path.insert(0, str(Path(__file__).parent))

from arlint.compilers._setuptools import BuildWithData

setup(cmdclass={"build_py": BuildWithData})
