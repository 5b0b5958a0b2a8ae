"""`arlint lsp`: the language server, for editors."""

from __future__ import annotations

import click

from arlint.cli.group import Command, language_option


@click.command("lsp", cls=Command)
@click.option("--stdio", is_flag=True)
@click.option("--tcp", is_flag=True)
@click.option("--ws", is_flag=True)
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8888, show_default=True)
@click.option("--log", type=click.Path(dir_okay=False), metavar="FILE")
@click.option("--verbose", is_flag=True)
@language_option
def command(stdio: bool, tcp: bool, ws: bool, host: str, port: int, log: str | None, verbose: bool) -> int:
    """Serve one client over standard input and output, or over TCP or a WebSocket, and give the exit code."""
    from arlint.lsp.serving import Address, serve

    kind = "tcp" if tcp else "ws" if ws else "stdio"
    return serve(Address(kind, host, port), log, verbose=verbose)
