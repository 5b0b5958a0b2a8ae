"""What the client at the other end can do, read once from its capabilities."""

from __future__ import annotations

from lsprotocol import types
from pygls.capabilities import get_capability

from arlint.records import NamedTuple

_WINDOWS = ("visual studio code", "code", "vscodium", "cursor", "windsurf", "zed", "sublime", "kate")


class Client(NamedTuple):
    """Abilities by name; all False for a client that says nothing.

    pull: it asks for diagnostics. markdown: hover in Markdown. versioned_edits, create_files: forms of workspace edits.
    lazy_actions: it asks again for the edit of a code action. isolates: it lays messages out from left to right, in windows that
    understand the isolates of Unicode. locale: of the person, "" if unknown.
    """

    pull: bool = False
    refresh: bool = False
    related: bool = False
    tags: bool = False
    links: bool = False
    markdown: bool = False
    literal_actions: bool = False
    lazy_actions: bool = False
    preferred: bool = False
    apply_edit: bool = False
    versioned_edits: bool = False
    create_files: bool = False
    configuration: bool = False
    register_configuration: bool = False
    register_watchers: bool = False
    progress: bool = False
    isolates: bool = False
    locale: str = ""

    @classmethod
    def of(cls, params: types.InitializeParams) -> Client:
        """The abilities that `initialize` announces."""
        capabilities = params.capabilities

        def can(path: str) -> bool:
            return bool(get_capability(capabilities, path))

        resolvable = get_capability(capabilities, "text_document.code_action.resolve_support.properties") or []
        operations = get_capability(capabilities, "workspace.workspace_edit.resource_operations") or []
        formats = get_capability(capabilities, "text_document.hover.content_format") or []
        return cls(
            pull=get_capability(capabilities, "text_document.diagnostic") is not None,
            refresh=can("workspace.diagnostics.refresh_support"),
            related=can("text_document.publish_diagnostics.related_information"),
            tags=get_capability(capabilities, "text_document.publish_diagnostics.tag_support") is not None,
            links=can("text_document.publish_diagnostics.code_description_support"),
            markdown=types.MarkupKind.Markdown in formats,
            literal_actions=get_capability(capabilities, "text_document.code_action.code_action_literal_support") is not None,
            lazy_actions="edit" in resolvable and can("text_document.code_action.data_support"),
            preferred=can("text_document.code_action.is_preferred_support"),
            apply_edit=can("workspace.apply_edit"),
            versioned_edits=can("workspace.workspace_edit.document_changes"),
            create_files=types.ResourceOperationKind.Create in operations,
            configuration=can("workspace.configuration"),
            register_configuration=can("workspace.did_change_configuration.dynamic_registration"),
            register_watchers=can("workspace.did_change_watched_files.dynamic_registration"),
            progress=can("window.work_done_progress"),
            isolates=params.client_info is not None and params.client_info.name.lower().startswith(_WINDOWS),
            locale=params.locale or "",
        )
