"""dictionaries/calibration/weights.json → calibration.arl."""

from __future__ import annotations

from pathlib import Path

from arlint.lexicon.container import write
from arlint.lexicon.spelling.calibration import FILE

OUTPUTS = (FILE,)


def build(root: Path, target: Path) -> None:
    """Compile the weights of the checkout `root`."""
    weights = (root / "dictionaries" / "calibration" / "weights.json").read_bytes()
    write(target / FILE, "calibration", {"weights": weights})
