"""`python -m app` and the `zuoxi` command: the window, or what the words behind it ask for."""

import gc
import sys


def main() -> None:
    """Open the window; with words behind the command, do what they say."""
    if len(sys.argv) > 1:
        from app.cli import main as command

        sys.exit(command())
    gc.disable()  # until the window is there: walking what is being imported takes a sixth of the start
    from app.main import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
