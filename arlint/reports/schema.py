"""The JSON Schemas of the report `json` and of `arlint doctor`, from which docs/*.schema.json are generated."""

from __future__ import annotations

from typing import Any

from arlint.finding import Safety, Severity
from arlint.reports.json import FORMAT_VERSION

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_COUNT = {"type": "integer", "minimum": 0}
_PLACE = {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}}


def schema() -> dict[str, Any]:
    """The schema of the report, draft 2020-12."""
    return {
        "$schema": _DRAFT,
        "title": "arlint findings",
        "description": "What `arlint check --format json` writes.",
        **_object({"version": {"const": FORMAT_VERSION}, "files": _list(_file(), "The files in the order they were checked.")}),
        "$defs": {
            "position": _object(_PLACE, "From 1; columns are code points."),
            "fix": _object(
                {"safety": _one_of(Safety), "edits": _list(_object({**_span(), "replacement": _TEXT}))}, "Edits that belong together."
            ),
        },
    }


def doctor_schema() -> dict[str, Any]:
    """The schema of what `arlint doctor` writes, draft 2020-12."""
    lexicon = {
        "name": {"enum": ["built-in", "hunspell", "camel"]},
        "state": _told({"enum": ["used", "off", "missing", "failed"]}, "off: installed, not configured. missing: not installed."),
        "package": _told(_MAYBE_TEXT, "The package that brings it; null where it is missing, or installed by no package."),
        "version": _told(_MAYBE_TEXT, "The version of the package."),
        "found": _list(_TEXT, "The files that are there, of those configured or of the defaults."),
        "seconds": _told({"type": ["number", "null"], "minimum": 0}, "How long it took to load."),
        "plain": _told(
            {"type": "boolean"}, "Is it without its part in C, and slower? So for the built-in lexicon where that could not be built."
        ),
        "error": _told(_MAYBE_TEXT, "Why it cannot be used."),
    }
    report = {
        "version": _told(_TEXT, "The version of arlint."),
        "configuration": _told(_MAYBE_TEXT, "The configuration file of the current folder."),
        "lexicons": _list(_object(lexicon), "The built-in lexicon, then the optional backends."),
    }
    return {
        "$schema": _DRAFT,
        "title": "arlint doctor",
        "description": "What `arlint doctor --format json` writes.",
        **_object(report),
    }


def _file() -> dict[str, Any]:
    return _object(
        {
            "path": _TEXT,
            "format": _told(_TEXT, "How the file was read: text, markdown, html, subtitles …"),
            "error": _told(_MAYBE_TEXT, "Why the file could not be checked."),
            "fixed": _told(_COUNT, "How many fixes were applied; places are those of the text after them."),
            "findings": _list(_finding(), "In order of place."),
            "unused_suppressions": _list(
                _object({"scope": {"enum": ["ignore", "ignore-next-line", "ignore-file"]}, "selectors": _list(_TEXT), **_span()}),
                "Filled with --unused-suppressions.",
            ),
        }
    )


def _finding() -> dict[str, Any]:
    return _object(
        {
            "code": _told(_TEXT, "The rule's code, stable for ever."),
            "name": _told(_TEXT, "The rule's name."),
            "severity": _one_of(Severity),
            "message": _TEXT,
            **_span(),
            "fixes": _list({"$ref": "#/$defs/fix"}, "Best first."),
            "confidence": _told({"type": "number", "minimum": 0, "maximum": 1}, "Probability that an editor would change the text here."),
            "fingerprint": _told(_TEXT, "Names the finding independently of its place."),
            "evidence": _list(_object({"text": _TEXT, "seen": _COUNT}), "What was seen how often."),
            "related": _list(_object(_span()), "Other places that explain the finding."),
        }
    )


def _span() -> dict[str, Any]:
    place = {"$ref": "#/$defs/position"}
    return {
        "start": _told(_COUNT, "Code points from 0, byte order mark not counted."),
        "end": _COUNT,
        "start_position": place,
        "end_position": place,
    }


def _object(properties: dict[str, Any], description: str = "") -> dict[str, Any]:
    """An object with exactly these properties."""
    body = {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
    return _told(body, description)


def _list(items: dict[str, Any], description: str = "") -> dict[str, Any]:
    return _told({"type": "array", "items": items}, description)


def _one_of(words: type[Severity] | type[Safety]) -> dict[str, Any]:
    return {"enum": [word.value for word in words]}


def _told(body: dict[str, Any], description: str) -> dict[str, Any]:
    return {**body, "description": description} if description else body
