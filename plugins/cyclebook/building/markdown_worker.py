"""Renders Markdown in a process of its own, which can be ended: run as a program, never imported.

The argument is the path of the module with `Prose`. It is loaded by that path, since its package would
bring the charts along, and those take a second to load. Each line of the input is a text in JSON; the
answer to each is a line "ok" or "no".
"""

import json
import runpy
import sys

_DEPTH = 700
"""Less than the 1,000 that a build has, part of which its own calls use up."""
_MEMORY = 400_000_000
"""Bytes; where the system knows such a limit."""


def main() -> None:
    """Answer until the input ends."""
    prose = runpy.run_path(sys.argv[1])["Prose"]
    sys.setrecursionlimit(_DEPTH)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _say("ready")
    for line in sys.stdin:
        try:
            prose().html(json.loads(line))
        except (RecursionError, MemoryError):
            _say("no")
        else:
            _say("ok")


def _say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
