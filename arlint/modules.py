"""What is found by being there: commands, checks, formats and reports are modules of their packages."""

from __future__ import annotations

import importlib


def module_names(package: str) -> list[str]:
    """The modules of a package in order of their names, private ones left out. Of them none is imported."""
    import pkgutil  # a run that knows the names of what it needs goes without

    home = importlib.import_module(package)
    return sorted(info.name for info in pkgutil.iter_modules(home.__path__) if not info.name.startswith("_"))
