"""How a backend that the configuration asks for fails."""

from __future__ import annotations

from arlint.errors import ArlintError, Saying


class MissingBackendError(ArlintError):
    """The package of a backend is not installed."""

    def __init__(self, backend: str, package: str, reason: str) -> None:
        self.details = {"backend": backend, "package": package, "reason": reason}
        super().__init__(
            f"[backends.{backend}] is configured, but {package} cannot be imported ({reason}): pip install 'arlint[{backend}]'"
        )


class MissingDictionaryError(ArlintError):
    """A Hunspell dictionary is neither a file nor installed."""

    def __init__(self, name: str) -> None:
        self.details = {"name": name}
        super().__init__(
            f"no Hunspell dictionary {name!r}: name a .dic with its .aff beside it, or install the system's, such as hunspell-ar"
        )


class MissingDatabaseError(ArlintError):
    """A database of CAMeL Tools is neither a file nor installed."""

    def __init__(self, name: str, command: str) -> None:
        self.details = {"name": name, "command": command}
        super().__init__(
            f"no CAMeL Tools database {name!r}: install it with '{command}' ('camel_data --list' names all), "
            "or give the path of a morphology.db"
        )


class UnusableDataError(ArlintError):
    """A dictionary or database is there and cannot be read."""

    def __init__(self, path: str, reason: Saying | str) -> None:
        self.details = {"path": path, "reason": reason}
        super().__init__(f"{path}: cannot be used ({reason})")
