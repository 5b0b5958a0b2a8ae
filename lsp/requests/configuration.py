"""Configuration as it changes: the client's settings, arlint.toml and the files it takes in, the folders that are open."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from arlint.formats.catalogue import formats
from arlint.lsp.server import ArlintServer
from arlint.lsp.watching import CONFIGURING, watch

SECTION = "arlint"
_WORDS = "/.arlint/"


def register(server: ArlintServer) -> None:
    """For every client."""

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await _watch(server)
        if server.client.configuration:
            await refresh(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        if server.client.configuration:
            await refresh(server)
        elif isinstance(params.settings, dict):
            server.renew(server.read_preferences(params.settings))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:
        configures = any(_configures(change.uri) for change in params.changes)
        server.renew() if configures else server.announce()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:
        await refresh(server) if server.client.configuration else server.renew()

    if not server.client.register_watchers:
        _look_after_saving(server)


def _look_after_saving(server: ArlintServer) -> None:
    """What is saved in the editor counts at once, not after the next look at the files."""

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        if _configures(params.text_document.uri):
            server.renew()


async def refresh(server: ArlintServer) -> None:
    """Ask the client for its settings, of the whole and of each folder, and start from fresh configuration when they have changed."""
    folders = list(server.documents.folders)
    items = [types.ConfigurationItem(section=SECTION), *(types.ConfigurationItem(uri, SECTION) for uri in folders)]
    try:
        values = await server.workspace_configuration_async(types.ConfigurationParams(items))
    except JsonRpcException:
        return
    common, *own = [server.read_preferences(value) if value else None for value in values] or [None]
    common = common or server.environments.preferences
    by_folder = {uri: preferences for uri, preferences in zip(folders, own, strict=False) if preferences}
    if (common, by_folder) != (server.environments.preferences, server.environments.by_folder):
        server.renew(common, by_folder)


async def _watch(server: ArlintServer) -> None:
    """Ask the client to tell of changes; look after files ourselves where it cannot."""
    registrations = []
    if not server.client.register_watchers:
        server.spawn(watch(server))
    if server.client.register_watchers:
        suffixes = [*CONFIGURING, *(suffix for one in formats() for suffix in one.SUFFIXES)]
        globs = [f"**/*{suffix}" for suffix in suffixes] + ["**/.arlint/*"]
        watchers = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(glob) for glob in globs])
        registrations.append(types.Registration("arlint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watchers))
    if server.client.register_configuration:
        options = types.DidChangeConfigurationRegistrationOptions(section=SECTION)
        registrations.append(types.Registration("arlint-settings", types.WORKSPACE_DID_CHANGE_CONFIGURATION, options))
    if registrations:
        server.spawn(server.client_register_capability_async(types.RegistrationParams(registrations)))


def _configures(uri: str) -> bool:
    """Does a change of this file change what is found in others?"""
    return uri.endswith(CONFIGURING) or _WORDS in uri
