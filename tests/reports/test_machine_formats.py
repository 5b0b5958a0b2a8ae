"""Every format for machines keeps to its schema, whatever is in the text and in the file's name."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from arlint import Linter
from arlint.document import Document
from arlint.finding import apply_edits
from arlint.formats.catalogue import format_of
from arlint.messages import messages
from arlint.reports.entries import posix
from arlint.reports.protocol import FileReport, Style, load

SCHEMAS = Path(__file__).parent / "schemas"
ARTICLE = (Path(__file__).parents[2] / "examples" / "article.txt").read_text(encoding="utf-8")
NASTY = "\ufeff😀 قال  نعم\x0b \"<&>'  %0A::\r\nقال\u2028  نعم ,هنا\x00\uffff]]>\n"
LANGUAGE = pytest.mark.parametrize("language", ["ar", "en"])


def report(path: str, text: str) -> FileReport:
    document = format_of(path).parse(text)
    result = Linter().examine(document)
    return FileReport(path, document, result.findings, unused=result.suppressions.unused)


@pytest.fixture(scope="module")
def files() -> list[FileReport]:
    return [
        report("./news/a.txt", ARTICLE),
        report('مقال %41 &"<,:.txt', NASTY),
        report("clean.md", "قال الوزير إن القرار نهائي.\n"),
        report("page.md", "نص سليم. <!-- arlint: ignore TYP016 -->\n"),
        FileReport("gone.txt", Document.plain(""), error="gone.txt: no such file or folder"),
    ]


def render(name: str, files: list[FileReport], language: str = "en") -> str:
    return "".join(load(name).render(files, Style(messages(language))))


def count(files: list[FileReport]) -> int:
    return sum(len(file.findings) + len(file.unused) + bool(file.error) for file in files)


def validate(value: object, schema: str) -> None:
    """Fail where the value does not keep to the schema of this name."""
    jsonschema = pytest.importorskip("jsonschema")
    content = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(content, format_checker=jsonschema.FormatChecker()).validate(value)


@LANGUAGE
def test_sarif_keeps_to_the_schema(files: list[FileReport], language: str) -> None:
    log = json.loads(render("sarif", files, language))
    validate(log, "sarif-2.1.0-rtm.5.json")
    [run] = log["runs"]
    assert len(run["results"]) + 1 == count(files)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    [failure] = run["invocations"][0]["toolExecutionNotifications"]
    assert failure["message"]["text"].startswith("gone.txt")


def test_sarif_regions_hold_the_slip(files: list[FileReport]) -> None:
    results = json.loads(render("sarif", files))["runs"][0]["results"]
    by_path = {posix(file.path): file.document.text for file in files}
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        region, text = place["region"], by_path[unquote(place["artifactLocation"]["uri"])]
        lines = re.split(r"\r\n|\n|\r", text)
        slip = text[region["charOffset"] : region["charOffset"] + region["charLength"]]
        if region["startLine"] == region["endLine"]:
            assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == slip


def test_nothing_found_is_still_a_report() -> None:
    validate(json.loads(render("sarif", [])), "sarif-2.1.0-rtm.5.json")
    assert json.loads(render("gitlab", [])) == []
    assert render("rdjsonl", []) == render("github", []) == ""
    assert list(ElementTree.fromstring(render("checkstyle", []).encode())) == []


@LANGUAGE
def test_junit_keeps_to_the_schema(files: list[FileReport], language: str) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    text = render("junit", files, language)
    xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd")).validate(text)
    junitparser = pytest.importorskip("junitparser")
    suites = list(junitparser.JUnitXml.fromstring(text.encode()))
    assert [suite.name for suite in suites] == [posix(file.path) for file in files]
    assert sum(suite.failures + suite.errors for suite in suites) == count(files)
    assert suites[2].tests == 1
    assert not suites[2].failures


def test_checkstyle_is_what_its_readers_expect(files: list[FileReport]) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    schema = xmlschema.XMLSchema(str(SCHEMAS / "checkstyle.xsd"))
    for some in (files, []):
        schema.validate(render("checkstyle", some))
    root = ElementTree.fromstring(render("checkstyle", files).encode())
    assert root.tag == "checkstyle"
    assert [file.get("name") for file in root] == [posix(file.path) for file in files if file.findings or file.unused or file.error]
    errors = list(root.iter("error"))
    assert len(errors) == count(files)
    for error in errors:
        assert set(error.attrib) == {"line", "column", "severity", "message", "source"}
        assert error.attrib["severity"] in ("error", "warning", "info")
        assert int(error.attrib["line"]) > 0


def test_gitlab_has_the_documented_fields(files: list[FileReport]) -> None:
    rows: list[dict[str, Any]] = json.loads(render("gitlab", files))
    validate(rows, "gitlab-code-quality.json")
    assert len(rows) == count(files)
    assert len({row["fingerprint"] for row in rows}) == len(rows)


def test_gitlab_fingerprints_survive_moved_lines() -> None:
    prints = [[row["fingerprint"] for row in json.loads(render("gitlab", [report("a.txt", text)]))] for text in (ARTICLE, f"\n\n{ARTICLE}")]
    assert prints[0] == prints[1] != []


def test_github_commands_are_one_line_each_and_escaped(files: list[FileReport]) -> None:
    lines = render("github", files).splitlines()
    command = re.compile(r"::(error|warning|notice) ([a-zA-Z]+=[^,:\r\n]*)(,[a-zA-Z]+=[^,:\r\n]*)*::[^\r\n]+")
    assert len(render("github", files).split("\n")) - 1 == count(files)
    assert lines
    assert all(command.fullmatch(line) for line in render("github", files).split("\n")[:-1])
    assert any('file=مقال %2541 &"<%2C%3A.txt,' in line for line in lines)


def test_rdjsonl_suggestions_repair_the_text(files: list[FileReport]) -> None:
    rows = [json.loads(line) for line in render("rdjsonl", files).split("\n") if line]
    assert len(rows) == count(files)
    for row in rows:
        validate(row, "rdjsonl-line.json")
    article = [row for row in rows if row["location"]["path"] == "news/a.txt"]
    raw = [line.encode() for line in re.split(r"(?<=\n)", ARTICLE)]
    offsets = [sum(map(len, raw[:number])) for number in range(len(raw) + 1)]

    def offset(place: dict[str, int]) -> int:
        return offsets[place["line"] - 1] + place["column"] - 1

    for row, finding in zip(article, files[0].findings, strict=True):
        assert row["severity"] in ("ERROR", "WARNING", "INFO")
        for suggestion, fix in zip(row["suggestions"], finding.fixes, strict=True):
            low, high = (offset(suggestion["range"][side]) for side in ("start", "end"))
            content = ARTICLE.encode()
            repaired = content[:low] + suggestion["text"].encode() + content[high:]
            assert repaired.decode() == apply_edits(ARTICLE, list(fix.edits))
