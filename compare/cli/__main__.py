"""python -m compare.cli: the console script by another name."""

from compare.cli import entry

entry()
