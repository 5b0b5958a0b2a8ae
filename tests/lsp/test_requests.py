"""Each request end to end, through pytest-lsp's client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from lsprotocol import types

from arlint import Linter
from arlint.baseline import Baseline, recorded
from arlint.configfiles.baselines import write_baseline

from .editor import Editor, editor

pytestmark = pytest.mark.asyncio

SLIP = "قال  الوزير إن القرار نهائي."


async def codes(ed: Editor, uri: str) -> list[object]:
    return [one.code for one in await ed.diagnostics(uri)]


async def until(true: Callable[[], object]) -> None:
    """Wait for something the server does of itself."""
    for _ in range(200):
        if true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")


async def carry_out(ed: Editor, uri: str, range_: types.Range, name: str, *arguments: str) -> None:
    """Choose the action at a place that is carried out by a command. (This client's library takes such an action for a bare command.)"""
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), range_, types.CodeActionContext([]))
    offered = await ed.client.text_document_code_action_async(params) or []
    assert any(name in str(action.command) and all(one in str(action.command) for one in arguments) for action in offered)
    await ed.client.workspace_execute_command_async(types.ExecuteCommandParams(name, [uri, *arguments]))


def uri_in(folder: Path, name: str, text: str = "") -> str:
    if text:
        (folder / name).write_text(text, encoding="utf-8")
    return (folder / name).as_uri()


async def test_unchanged_documents_are_not_sent_again(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    async with editor("neovim", pull=True) as ed:
        ed.open(uri, SLIP)
        identifier = types.TextDocumentIdentifier(uri)
        first = await ed.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(identifier))
        assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
        again = types.DocumentDiagnosticParams(identifier, previous_result_id=first.result_id)
        assert isinstance(await ed.client.text_document_diagnostic_async(again), types.RelatedUnchangedDocumentDiagnosticReport)
        ed.edit(uri, 0, 0, "و")
        assert isinstance(await ed.client.text_document_diagnostic_async(again), types.RelatedFullDocumentDiagnosticReport)


async def test_diagnostics_link_to_a_page_that_explains_the_rule(tmp_path: Path, cache: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    async with editor("visual-studio-code", options={"debounce": 0}) as ed:
        ed.open(uri, SLIP)
        (one,) = await ed.diagnostics(uri)
        assert one.severity == types.DiagnosticSeverity.Warning
        assert one.code_description
        page = Path(one.code_description.href.removeprefix("file://"))
        assert "multiple-spaces" in page.read_text(encoding="utf-8")
    assert page.is_relative_to(cache)
    assert page.exists()  # what the editor still shows goes on leading somewhere


async def test_hover_explains_in_the_language_of_the_reader(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    for language, word in (("ar", "السبب"), ("en", "Why")):
        async with editor("emacs", options={"language": language}) as ed:
            ed.open(uri, SLIP)
            here = types.HoverParams(types.TextDocumentIdentifier(uri), ed.position(SLIP, 4))
            hover = await ed.client.text_document_hover_async(here)
            assert hover
            assert isinstance(hover.contents, types.MarkupContent)
            assert word in hover.contents.value
            there = types.HoverParams(types.TextDocumentIdentifier(uri), ed.position(SLIP, 12))
            assert await ed.client.text_document_hover_async(there) is None


async def test_formatting_repairs_typography_in_the_document_or_the_selection(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    text = "قال  الوزير نعم.\nوقال  المتحدث 😀  لا."
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    async with editor("emacs") as ed:
        ed.open(uri, text)
        document = types.TextDocumentIdentifier(uri)
        edits = await ed.client.text_document_formatting_async(types.DocumentFormattingParams(document, options))
        assert ed.edited(uri, list(edits or [])) == "قال الوزير نعم.\nوقال المتحدث 😀 لا."
        selection = ed.range(text, text.index("المتحدث"), len(text))
        edits = await ed.client.text_document_range_formatting_async(types.DocumentRangeFormattingParams(document, selection, options))
        assert ed.edited(uri, list(edits or [])) == "قال  الوزير نعم.\nوقال  المتحدث 😀 لا."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
async def test_comments_that_silence_a_rule(name: str, tmp_path: Path) -> None:
    uri = uri_in(tmp_path, name)
    slip = "قال الوزير نعم ."
    text = f"<p>{slip}</p>\n<p>{slip}</p>\n" if name.endswith("html") else f"{slip}\n\n{slip}\n"
    async with editor("neovim", pull=True) as ed:
        ed.open(uri, text)
        assert await codes(ed, uri) == ["TYP016", "TYP016"]
        offered = await ed.actions(uri, ed.range(text, text.index(" ."), text.index(" .")))
        here, _ = (action for action in offered if action.title.startswith("تجاهل"))
        silenced = ed.applied(uri, await ed.edit_of(here))
        ed.change(uri, types.TextDocumentContentChangeWholeDocument(silenced))
        assert await codes(ed, uri) == ["TYP016"]
        ed.change(uri, types.TextDocumentContentChangeWholeDocument(text))
        offered = await ed.actions(uri, ed.range(text, text.index(" ."), text.index(" .")))
        _, everywhere = (action for action in offered if action.title.startswith("تجاهل"))
        silenced = ed.applied(uri, await ed.edit_of(everywhere))
        ed.change(uri, types.TextDocumentContentChangeWholeDocument(silenced))
        assert await codes(ed, uri) == []


async def test_a_rule_switched_off_in_the_project_and_on_again(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    async with editor("neovim", pull=True, folder=tmp_path) as ed:
        ed.open(uri, SLIP)
        await carry_out(ed, uri, ed.range(SLIP, 4, 5), "arlint.disableRule", "TYP018")
        assert (tmp_path / "arlint.toml").read_text(encoding="utf-8") == 'ignore = ["TYP018"]\n'
        assert await codes(ed, uri) == []
        configuration = uri_in(tmp_path, "arlint.toml", "ignore = []\n")
        changed = types.FileEvent(configuration, types.FileChangeType.Changed)
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await codes(ed, uri) == ["TYP018"]


async def test_a_word_added_to_the_project(tmp_path: Path) -> None:
    uri, text = uri_in(tmp_path, "a.txt"), "قالوزير الخارجية إن القرار نهائي."
    async with editor("neovim", pull=True, folder=tmp_path) as ed:
        ed.open(uri, text)
        assert [str(code)[:3] for code in await codes(ed, uri)] == ["SPL"]
        await carry_out(ed, uri, ed.range(text, 2, 2), "arlint.addWord", "قالوزير", "project")
        words = tmp_path / ".arlint" / "words.txt"
        assert words.read_text(encoding="utf-8") == "قالوزير\n"
        assert [message.message for message in ed.client.messages] == [f"أُضيفت الكلمة «قالوزير» إلى {words}."]
        assert await codes(ed, uri) == []


async def test_a_broken_configuration_is_told_and_the_last_good_one_kept(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    configuration = uri_in(tmp_path, "arlint.toml", 'ignore = ["TYP018"]\n')
    async with editor("emacs", folder=tmp_path, options={"debounce": 0}) as ed:
        ed.open(uri, SLIP)
        assert await codes(ed, uri) == []
        uri_in(tmp_path, "arlint.toml", 'ignore = ["TYP018"\n')
        ed.pushed.clear()
        changed = types.FileEvent(configuration, types.FileChangeType.Changed)
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await codes(ed, uri) == []
        await until(lambda: configuration in ed.pushed and ed.pushed[configuration].diagnostics)
        uri_in(tmp_path, "arlint.toml", "\n")
        ed.pushed.clear()
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await codes(ed, uri) == ["TYP018"]
        assert not ed.pushed[configuration].diagnostics


async def test_configuration_files_are_watched_for_clients_that_do_not(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    async with editor("neovim", pull=False, folder=tmp_path, options={"debounce": 0}, watchers=False) as ed:
        ed.open(uri, SLIP)
        assert await codes(ed, uri) == ["TYP018"]
        for text, expected in (('extends = ["style.toml"]\n', []), ("ignore = []\n", ["TYP018"])):
            uri_in(tmp_path, "style.toml", 'ignore = ["TYP018"]\n')
            uri_in(tmp_path, "arlint.toml", text)
            await until(lambda wanted=expected: [one.code for one in ed.pushed[uri].diagnostics] == wanted)  # type: ignore[misc]
        (tmp_path / ".arlint").mkdir()
        write_baseline(Baseline(str(tmp_path), {"a.txt": recorded(Linter().lint(SLIP))}))
        await until(lambda: not ed.pushed[uri].diagnostics)


async def test_what_a_baseline_knows_is_not_shown(tmp_path: Path) -> None:
    text = "قال  الوزير نعم.\n\nوقال  الرئيس لا.\n"
    uri = uri_in(tmp_path, "a.txt", text)
    baseline = Baseline(str(tmp_path), {"a.txt": recorded(Linter().lint(text)[:1])})
    write_baseline(baseline)
    async with editor("neovim", pull=True, folder=tmp_path) as ed:
        ed.open(uri, text)
        (found,) = await ed.diagnostics(uri)
        assert found.range.start.line == 2
        (everything,) = await ed.actions(uri, ed.range(text, 0, 0), "source.fixAll.arlint")
        assert ed.applied(uri, await ed.edit_of(everything)) == "قال  الوزير نعم.\n\nوقال الرئيس لا.\n"
        Path(baseline.path).write_text("<<<<<<< HEAD\n", encoding="utf-8")
        changed = types.FileEvent(Path(baseline.path).as_uri(), types.FileChangeType.Changed)
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await codes(ed, uri) == ["TYP018"]
        await until(lambda: any("baseline.json" in message.message for message in ed.client.messages))
        Path(baseline.path).unlink()
        ed.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
        assert await codes(ed, uri) == ["TYP018", "TYP018"]


async def test_settings_of_the_client_and_of_a_folder(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt")
    async with editor("neovim", pull=True, folder=tmp_path, settings={"language": "en"}) as ed:
        ed.open(uri, SLIP)
        await until(lambda: True)
        assert (await ed.diagnostics(uri))[0].message.isascii()
        ed.client.set_configuration({"arlint": {"ignore": ["TYP"], "language": 5}})
        ed.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        for _ in range(100):
            if not await codes(ed, uri):
                break
            await asyncio.sleep(0.05)
        assert await codes(ed, uri) == []


async def test_the_whole_workspace_with_progress(tmp_path: Path) -> None:
    texts = {"a.txt": SLIP, "b.md": SLIP + "\n\n" + SLIP, "c.py": SLIP}
    uris = {name: uri_in(tmp_path, name, text) for name, text in texts.items()}
    async with editor("neovim", pull=True, folder=tmp_path) as ed:
        ed.open(uris["a.txt"], "لا شيء هنا.")
        ed.client.progress_reports["mine"] = []
        report = await ed.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams([], work_done_token="mine"))
        full = {one.uri: one for one in report.items if isinstance(one, types.WorkspaceFullDocumentDiagnosticReport)}
        assert {uri: len(one.items) for uri, one in full.items()} == {uris["a.txt"]: 0, uris["b.md"]: 2}
        kinds = [type(one).__name__ for one in ed.client.progress_reports["mine"]]
        assert kinds[0] == "WorkDoneProgressBegin"
        assert kinds[-1] == "WorkDoneProgressEnd"
        known = [types.PreviousResultId(uri, str(one.result_id)) for uri, one in full.items()]
        held = asyncio.ensure_future(ed.client.workspace_diagnostic_async(types.WorkspaceDiagnosticParams(known)))
        await asyncio.sleep(0.3)
        assert not held.done()
        uri_in(tmp_path, "b.md", "لا شيء.")
        ed.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([types.FileEvent(uris["b.md"], types.FileChangeType.Changed)])
        )
        changed = {one.uri: one for one in (await held).items}
        assert isinstance(changed[uris["a.txt"]], types.WorkspaceUnchangedDocumentDiagnosticReport)
        assert changed[uris["b.md"]].result_id != full[uris["b.md"]].result_id


async def test_the_whole_workspace_by_command_for_clients_that_are_pushed_to(tmp_path: Path) -> None:
    uri = uri_in(tmp_path, "a.txt", SLIP)
    async with editor("emacs", folder=tmp_path) as ed:
        assert await ed.client.workspace_execute_command_async(types.ExecuteCommandParams("arlint.checkWorkspace")) == 1
        assert [one.code for one in ed.pushed[uri].diagnostics] == ["TYP018"]
        assert ed.client.progress_reports


async def test_completion_of_rules_in_comments_and_in_the_configuration(tmp_path: Path) -> None:
    uri, text = uri_in(tmp_path, "a.txt"), "قال نعم. # arlint: ignore TYP"
    async with editor("neovim", pull=True, folder=tmp_path) as ed:

        async def labels(uri: str, text: str, offset: int) -> list[str]:
            where = types.CompletionParams(types.TextDocumentIdentifier(uri), ed.position(text, offset))
            found = await ed.client.text_document_completion_async(where)
            assert isinstance(found, list)
            return [one.label for one in found]

        ed.open(uri, text)
        assert "TYP018" in await labels(uri, text, len(text))
        assert await labels(uri, text, 5) == []
        assert "ignore-file" in await labels(uri, text, text.index("ignore"))
        configuration, lines = uri_in(tmp_path, "arlint.toml"), 'ign\nselect = ["TY\n[severity]\nTYP\n'
        ed.open(configuration, lines, "toml")
        assert "ignore" in await labels(configuration, lines, 3)
        assert {"TYP018", "TYP", "ALL"} <= set(await labels(configuration, lines, lines.index("TY") + 2))
        assert "TYP018" in await labels(configuration, lines, lines.rindex("TYP") + 3)


async def test_mistakes_in_rule_files_and_configuration_as_they_are_typed(tmp_path: Path) -> None:
    rules, configuration = uri_in(tmp_path, "house.toml"), uri_in(tmp_path, "arlint.toml")
    async with editor("neovim", pull=True, folder=tmp_path) as ed:
        ed.open(rules, '[[rule]]\ncode = "house1"\n', "toml")
        (mistake,) = await ed.diagnostics(rules)
        assert mistake.range.start.line == 1
        ed.open(configuration, 'language = "ar"\nignore = ["TYP999"]\n', "toml")
        (mistake,) = await ed.diagnostics(configuration)
        assert mistake.range.start.line == 1
        assert "TYP999" in mistake.message
        ed.change(configuration, types.TextDocumentContentChangeWholeDocument('language = "ar"\n'))
        assert await ed.diagnostics(configuration) == []


async def test_cells_of_a_notebook(tmp_path: Path) -> None:
    notebook = uri_in(tmp_path, "a.ipynb")
    cell = notebook.replace("file:", "vscode-notebook-cell:") + "#c1"
    async with editor("neovim", pull=True) as ed:
        document = types.NotebookDocument(notebook, "jupyter-notebook", 1, [types.NotebookCell(types.NotebookCellKind.Markup, cell)])
        item = types.TextDocumentItem(cell, "markdown", 1, "# عنوان\n\n" + SLIP)
        ed.client.notebook_document_did_open(types.DidOpenNotebookDocumentParams(document, [item]))
        assert await codes(ed, cell) == ["TYP018"]
        document_id = types.NotebookDocumentIdentifier(notebook)
        ed.client.notebook_document_did_close(types.DidCloseNotebookDocumentParams(document_id, [types.TextDocumentIdentifier(cell)]))
        assert await codes(ed, cell) == []


@pytest.mark.parametrize(
    ("language", "rule", "directive"),
    [
        ("en", "no rule 'TYPO18' (did you mean 'TYP018'?)", "no directive 'ignor' (did you mean 'ignore'?)"),
        ("ar", "لا قاعدة باسم 'TYPO18' (أتقصد 'TYP018'؟)", "لا تعليمة باسم 'ignor' (أتقصد 'ignore'؟)"),
    ],
)
async def test_faulty_suppressions_are_told_where_they_stand(tmp_path: Path, language: str, rule: str, directive: str) -> None:
    uri = uri_in(tmp_path, "a.md")
    lines = ["وصل الوفد. <!-- arlint: ignore DUP003, TYPO18 -->", "", "وصل الوفد. <!-- arlint: ignor TYP018 -->", ""]
    async with editor("visual-studio-code", options={"language": language}) as ed:
        ed.open(uri, "\n".join(lines))
        told = [one for one in await ed.diagnostics(uri) if one.code is None]
        assert [one.message.strip("\u2067\u2069") for one in told] == [rule, directive]
        assert [lines[one.range.start.line][one.range.start.character : one.range.end.character] for one in told] == ["TYPO18", "ignor"]
        assert all(one.severity == types.DiagnosticSeverity.Error and one.source == "arlint" for one in told)


async def test_a_buffer_of_subtitles_is_read_as_such() -> None:
    async with editor("neovim", options={"language": "en"}) as ed:
        uri = "untitled:Untitled-1"
        ed.open(uri, "1\n00:00:01,000 --> 00:00:04,000\nقال  الوزير\nإن القرار نهائي\n", "srt")
        assert [(one.code, one.range.start.line) for one in await ed.diagnostics(uri)] == [("TYP018", 2)]
