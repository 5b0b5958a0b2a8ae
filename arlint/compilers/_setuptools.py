"""The build step: a wheel carries the compiled data, an editable install compiles it into the checkout.

setuptools' own `build_py` puts the modules in place; afterwards the data is compiled beside them.
"""

from __future__ import annotations

from pathlib import Path

from setuptools.command.build_py import build_py

from arlint.compilers import build_all

_ROOT = Path(__file__).resolve().parents[2]


class BuildWithData(build_py):
    """`build_py` that also writes arlint/_compiled/."""

    def run(self) -> None:
        """Build the modules, then the data."""
        super().run()
        if self.dry_run:
            return
        self._written = build_all(_ROOT, self._target())

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        """What was built, compiled data included."""
        return [*super().get_outputs(include_bytecode), *map(str, getattr(self, "_written", []))]

    def _target(self) -> Path:
        home = _ROOT if self.editable_mode else Path(self.build_lib)
        return home / "arlint" / "_compiled"
