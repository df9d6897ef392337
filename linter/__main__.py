"""`python -m linter` is `templint`."""

from linter.cli import main

if __name__ == "__main__":
    main()
