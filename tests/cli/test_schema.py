"""The JSON report keeps to its schema, whatever is in the text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from arlint import Linter
from arlint.document import Document
from arlint.messages import messages
from arlint.reports.json import render
from arlint.reports.protocol import FileReport, Style
from arlint.reports.schema import schema

from .conftest import Arlint, write

jsonschema = pytest.importorskip("jsonschema")


def test_the_report_keeps_to_the_schema(arlint: Arlint, tmp_path: Path) -> None:
    article = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
    write(tmp_path, {"a.txt": article, "b.md": "قال  نعم. <!-- arlint: ignore TYP016 -->\n"})
    done = arlint("check", "a.txt", "b.md", "nowhere.txt", "--format", "json", "--unused-suppressions")
    report = json.loads(done.out)
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(report, schema())
    assert report["files"][0]["findings"]
    assert report["files"][1]["unused_suppressions"]


def test_lone_surrogates() -> None:
    text = json.loads('"\\ud83d قال  نعم \\udc00"')
    report = "".join(render([FileReport("a", Document.plain(text), Linter().lint(text))], Style(messages("en"))))
    written = report.encode("utf-8", "backslashreplace").decode()
    assert json.loads(written)["files"][0]["findings"]
