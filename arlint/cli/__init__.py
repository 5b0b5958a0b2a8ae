"""The command line: one module a command in `arlint.cli.commands`."""


def main() -> None:
    """Run the command line."""
    from arlint.cli.group import arlint

    arlint()
