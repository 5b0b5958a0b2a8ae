"""What is found by being there: commands, checks, formats and reports are modules of their packages."""

from __future__ import annotations

import importlib


def module_names(package: str) -> list[str]:
    """The modules of a package in order of their names, private ones left out. Of them none is imported."""
    import pkgutil  # a run that knows the names of what it needs goes without

    home = importlib.import_module(package)
    return sorted(info.name for info in pkgutil.iter_modules(home.__path__) if not info.name.startswith("_"))


def nested_modules(package: str) -> dict[str, str]:
    """The modules of a package's sub-packages, private ones left out, by name: {"spaces": "typography.spaces"}. Of them none is imported.

    Raises ImportError where two sub-packages have modules of one name.
    """
    import pkgutil

    home = importlib.import_module(package)
    found: dict[str, str] = {}
    for folder in sorted(info.name for info in pkgutil.iter_modules(home.__path__) if info.ispkg):
        for name in module_names(f"{package}.{folder}"):
            if name in found:
                raise ImportError(f"two modules in {package} have one name: {found[name]} and {folder}.{name}")
            found[name] = f"{folder}.{name}"
    return found
