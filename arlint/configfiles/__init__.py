"""Configuration files → what a run goes by.

`arlint.toml`, `.arlint.toml` or `[tool.arlint]` in `pyproject.toml`: the nearest one upwards from a file is that file's. Start
at `settings` (what comes out and `Configurations`, which gives it for a path), then `layers` (one file read and validated).
"""

from arlint.configfiles.settings import Configurations, Overrides, Settings

__all__ = ["Configurations", "Overrides", "Settings"]
