"""Templates kept compiled in ``__pycache__``, as Python keeps its modules: compiling takes longer than rendering."""

from __future__ import annotations

import contextlib
import os
import pickle
import sys
import tempfile
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """Code of the templates in one folder; where it cannot be read or written, they are compiled each time.

    ``options`` are those of the environment: code made with others, by another
    Jinja, or of another text is not taken.
    """

    def __init__(self, folder: Path, options: str) -> None:
        self._folder = folder
        made_by = Path(jinja2.__file__ or "").stat()
        self._options = f"{options} {made_by.st_mtime_ns} {made_by.st_size}"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file in which the code of a template is kept."""
        return cache_from_source(str(self._folder / name))

    def get_source_checksum(self, source: str) -> str:
        """What the code was made of."""
        return sha256(f"{self._options}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code that is kept, if it was made of the same."""
        try:
            with open(bucket.key, "rb") as file:
                bucket.load_bytecode(file)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code, whole or not at all, unless Python was asked to keep none."""
        if sys.dont_write_bytecode:
            return
        with contextlib.suppress(OSError):
            folder = os.path.dirname(bucket.key)
            os.makedirs(folder, exist_ok=True)
            handle, beside = tempfile.mkstemp(dir=folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    bucket.write_bytecode(file)
                os.chmod(beside, 0o644)
                os.replace(beside, bucket.key)
            except OSError:
                os.unlink(beside)
                raise
