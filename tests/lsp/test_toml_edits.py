from __future__ import annotations

import tomllib

import pytest

from arlint.finding import apply_edits
from arlint.lsp.tomledits import UneditableConfigurationError, ignore_rule

PLACES = [
    ("arlint.toml", "", 'ignore = ["TYP018"]\n'),
    ("arlint.toml", "# our house\n", '# our house\nignore = ["TYP018"]\n'),
    ("arlint.toml", 'ignore = ["DUP"]\n', 'ignore = ["TYP018", "DUP"]\n'),
    ("arlint.toml", "ignore = [ ]\n", 'ignore = ["TYP018" ]\n'),
    ("arlint.toml", 'ignore = [\n    "DUP", # why\n]\n', 'ignore = ["TYP018", \n    "DUP", # why\n]\n'),
    ("arlint.toml", 'language = "ar"\r\n\r\n[severity]\r\nTYP = "info"\r\n', None),
    (".arlint.toml", '[per-file-ignores]\n"a" = ["ignore"]\n', None),
    ("pyproject.toml", '[project]\nname = "a"\n', '[project]\nname = "a"\n[tool.arlint]\nignore = ["TYP018"]\n'),
    ("pyproject.toml", '[tool.arlint]\nlanguage = "ar"\n\n[tool.ruff]\nignore = ["E"]\n', None),
    ("pyproject.toml", '[tool.ruff]\nignore = ["E"]', None),
]


@pytest.mark.parametrize(("name", "before", "after"), PLACES)
def test_a_code_is_added_and_all_else_stays(name: str, before: str, after: str | None) -> None:
    text = apply_edits(before, ignore_rule(name, before, "TYP018"))
    values = tomllib.loads(text)
    own = values["tool"]["arlint"] if name == "pyproject.toml" else values
    assert own["ignore"][0] == "TYP018"
    old = tomllib.loads(before)
    assert {key: value for key, value in values.items() if key not in ("ignore", "tool")} == {
        key: value for key, value in old.items() if key not in ("ignore", "tool")
    }
    assert after is None or text == after
    assert ignore_rule(name, text, "TYP018") == []


@pytest.mark.parametrize("text", ["ignore = [", 'ignore = "TYP"', '"ignore" = ["TYP"]', "ignore = {}"])
def test_what_a_program_should_not_touch_is_left_alone(text: str) -> None:
    with pytest.raises(UneditableConfigurationError, match="add 'TYP018'"):
        ignore_rule("arlint.toml", text, "TYP018")
