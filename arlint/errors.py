"""The root of everything arlint raises on purpose.

Each way to fail has a class of its own, beside the code that fails: what happened, where, what to do.
The command line prints `str(error)` on one line and ends with `exit_code`; no traceback reaches a user.
"""

from collections.abc import Mapping
from types import MappingProxyType


class ArlintError(Exception):
    """Something the person who runs arlint can put right. `str()` is one line in English.

    `details` holds what the message names, for `arlint.messages` to tell it in another language.
    """

    exit_code = 2
    details: Mapping[str, object] = MappingProxyType({})
