"""The root of everything arlint raises on purpose.

Each way to fail has a class of its own, beside the code that fails: what happened, where, what to do.
The command line prints `str(error)` on one line and ends with `exit_code`; no traceback reaches a user.
"""


class ArlintError(Exception):
    """Something the person who runs arlint can put right. `str()` is one line in English."""

    exit_code = 2
