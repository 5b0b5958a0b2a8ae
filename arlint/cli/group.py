"""The group of commands: each is a module of `arlint.cli.commands` with a click command called `command`.

Commands are found by being there and imported only when asked for. Help and errors are told in the language of
`arlint.messages`: a command's and an option's text is looked up by its name, so that no command carries prose.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click
from click.exceptions import Exit, NoArgsIsHelpError, NoSuchOption

from arlint.cli import terminal
from arlint.cli.terminal import OutputClosedError, UnwritableOutputError
from arlint.errors import ArlintError, Saying
from arlint.messages import LANGUAGES, Messages, messages
from arlint.modules import module_names

_PACKAGE = "arlint.cli.commands"
_INTERRUPTED = 130
_DIRECTION_MARKS = "\u200e\u200f"


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


# click's own looks its text up in the catalogues of the system, of which we show nothing and pay for all at every start.
_HELP = click.Option(["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help)


class Command(click.Command):
    """A command whose help comes from the messages: `help.NAME` and `help.NAME.OPTION`, or `help.option.OPTION` for shared options."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """`-h`, `--help`."""
        return _HELP

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        format_help(self, ctx, formatter)


class Group(click.Group):
    """The commands of a folder, or those added by hand; help as for `Command`."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """`-h`, `--help`."""
        return _HELP

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help in the language of this run."""
        format_help(self, ctx, formatter)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Raises UnknownCommandError with the nearest command."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from arlint.tomlsource import nearest

            raise UnknownCommandError(args[0], nearest(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


class UnknownCommandError(ArlintError):
    """There is no such command."""

    def __init__(self, name: str, near: Saying) -> None:
        self.details = {"name": name, "near": near}
        super().__init__(f"no command {name!r} ({near})")


class FolderGroup(Group):
    """A group that finds its commands in `arlint.cli.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, without importing them."""
        return module_names(_PACKAGE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a module; None when there is no such module."""
        if not cmd_name.isidentifier() or cmd_name.startswith("_"):
            return None
        name = f"{_PACKAGE}.{cmd_name}"
        try:
            command: click.Command = importlib.import_module(name).command
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            return None
        return command


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from arlint import __version__

        click.echo(f"arlint {__version__}")
        ctx.exit()


def language_option(command: Any) -> Any:
    """`--lang`, which `terminal.language_of` has read before any option was."""
    return click.option("--lang", type=click.Choice(LANGUAGES), expose_value=False)(command)


def _help_alone(ctx: click.Context) -> None:
    """`arlint` alone shows its help and has run nothing."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(2)


arlint = FolderGroup("arlint", invoke_without_command=True, callback=click.pass_context(_help_alone))
arlint = language_option(arlint)
arlint = click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version)(arlint)


def _as_meant(argument: str) -> str:
    """An option without the direction marks around it, which come along when it is copied from Arabic text, as from our own messages."""
    bare = argument.strip(_DIRECTION_MARKS)
    return bare if bare.startswith("-") else argument


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give the exit code; every error is one line on standard error."""
    terminal.prepare_streams()
    arguments = [_as_meant(argument) for argument in arguments]
    texts = messages(terminal.language_of(arguments, os.environ))
    try:
        return _invoke(arguments, texts)
    except OutputClosedError as error:
        terminal.abandon_output()
        return complain(texts.error(error), texts) if isinstance(error, UnwritableOutputError) else error.exit_code
    except ArlintError as error:
        return complain(texts.error(error), texts, error.exit_code)
    except NoArgsIsHelpError as error:  # a group without a command; its message is the help
        print(error.format_message(), file=sys.stderr)
        return error.exit_code
    except click.UsageError as error:
        return complain(_usage_error(error, texts), texts, error.exit_code)
    except click.ClickException as error:
        return complain(error.format_message(), texts, 2)
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("ARLINT_TRACEBACK"):
            raise
        if isinstance(error, FileNotFoundError) and _folder_is_gone():
            return complain(texts("no_folder"), texts)
        return complain(texts("internal", error=f"{type(error).__name__}: {error}"), texts)


def _folder_is_gone() -> bool:
    """Has somebody removed the folder in which arlint was started?"""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _invoke(arguments: Sequence[str], texts: Messages) -> int:
    try:
        code = arlint.main(list(arguments), prog_name="arlint", standalone_mode=False, obj=texts)
    except Exit as end:
        code = end.exit_code
    finally:
        terminal.flush()
    return code if isinstance(code, int) else 0


def complain(text: str, texts: Messages, code: int = 2) -> int:
    """Write one line of error; gives `code` back."""
    line = f"{texts('error')}: {' '.join(text.splitlines())}"
    if texts.language == "ar" and sys.stderr.isatty():  # paths and codes would scatter an Arabic line that runs from left to right
        from arlint.reports.quoting import sentence

        line = sentence(line)
    print(f"arlint: {line}", file=sys.stderr)
    return code


def _usage_error(error: click.UsageError, texts: Messages) -> str:
    """What click objects to, in our own words: its own are in English, or in the language of the system."""
    key = f"usage.{type(error).__name__}"
    values: dict[str, object] = {"text": error.format_message(), "command": error.ctx.command_path if error.ctx else "arlint"}
    if isinstance(error, NoSuchOption):
        values["name"] = error.option_name
        if error.possibilities:
            key += ".near"
            values["near"] = sorted(error.possibilities)[0]
    elif isinstance(error, click.BadOptionUsage):
        values["name"] = error.option_name
        key += "" if "argument" in error.message else ".flag"
    elif isinstance(error, click.BadParameter) and error.param:
        values["name"] = error.param.metavar if isinstance(error.param, click.Argument) else max(error.param.opts, key=len)
        if isinstance(error.param.type, click.Choice) and not isinstance(error, click.MissingParameter):
            key += ".choice"
            values["choices"] = ", ".join(error.param.type.choices)
    return texts(key if texts.knows(key) else "usage.other", **values)


def format_help(command: click.Command, ctx: click.Context, formatter: click.HelpFormatter) -> None:
    """Usage, what the command does, its options, its commands."""
    texts: Messages = ctx.find_object(Messages) or messages("en")
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), f"{texts('help.usage')} ")
    path = ".".join(ctx.command_path.split()[1:])
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_text(texts, f"help.{path}".rstrip("."), command.help))
    options = [(record[0], _option_help(texts, path, param)) for param in command.get_params(ctx) if (record := _record(param, ctx))]
    with formatter.section(texts("help.options")):
        formatter.write_dl(options)
    if isinstance(command, click.Group):
        names = command.list_commands(ctx)
        with formatter.section(texts("help.commands")):
            formatter.write_dl([(name, _short_help(texts, f"{path}.{name}".lstrip("."), command, ctx)) for name in names])


def _record(param: click.Parameter, ctx: click.Context) -> tuple[str, str] | None:
    if not isinstance(param, click.Option):
        return None
    return param.get_help_record(ctx)


def _option_help(texts: Messages, path: str, param: click.Parameter) -> str:
    own = f"help.{path}.{param.name}"
    shared = f"help.option.{max(param.opts, key=len).lstrip('-')}"
    return texts(own) if texts.knows(own) else _text(texts, shared, getattr(param, "help", None))


def _short_help(texts: Messages, path: str, group: click.Group, ctx: click.Context) -> str:
    """The first line of a command's text; only a command without one is imported for its own."""
    if texts.knows(f"help.{path}"):
        return texts(f"help.{path}").split("\n")[0]
    command = group.get_command(ctx, path.rpartition(".")[2])
    return command.get_short_help_str() if command else ""


def _text(texts: Messages, key: str, fallback: str | None) -> str:
    return texts(key) if texts.knows(key) else fallback or ""
