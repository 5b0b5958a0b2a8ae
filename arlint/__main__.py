"""The command `arlint`, and `python -m arlint`."""

from arlint.cli import main

if __name__ == "__main__":
    main()
