"""Zipped documents: their parts, bounded before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from compare.model import CompareError

LARGEST_PART = 16 * 1024 * 1024
"""Bytes one part may unpack to: a book of two million characters takes ten."""

LARGEST_WHOLE = 32 * 1024 * 1024
"""Bytes all parts that are read may unpack to."""

MOST_FILES = 5000
"""Files in an archive; a document has a few dozen, and its pictures."""


class Parts:
    """The files of a zipped document by name; each is checked by what the archive says of it, then read no further."""

    def __init__(self, data: bytes, source: str, what: str) -> None:
        """CompareError for what is no archive, or one with too many files; ``what`` it should be ("a Word document")."""
        self._source, self._what, self._read = source, what, 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise self.damaged(str(error)) from error
        if len(self._archive.infolist()) > MOST_FILES:
            raise CompareError(
                f"{source}: an archive of more than {MOST_FILES} files, not {what}; give the text itself"
            )

    @property
    def names(self) -> list[str]:
        """The names of all files."""
        return self._archive.namelist()

    def read(self, name: str) -> bytes:
        """One file; CompareError where it is too large, locked, damaged, or declares entities."""
        try:
            info = self._archive.getinfo(name)
            if info.file_size > LARGEST_PART or self._read + info.file_size > LARGEST_WHOLE:
                raise CompareError(
                    f"{self._source}: unpacks to more than {LARGEST_PART >> 20} MB; give one article, not an archive"
                )
            if info.flag_bits & 1:
                raise CompareError(
                    f"{self._source}: locked with a password; save it without one and give that"
                )
            with self._archive.open(info) as file:
                content = file.read(LARGEST_PART + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            ValueError,
            NotImplementedError,
            EOFError,
            RuntimeError,
        ) as error:
            raise self.damaged(str(error)) from error
        self._read += len(content)
        if any(
            "<!DOCTYPE".encode(codec) in content or "<!ENTITY".encode(codec) in content for codec in _CODECS
        ):
            raise CompareError(
                f"{self._source}: declares entities, as no word processor does; save it anew and give that"
            )
        return content

    def damaged(self, why: str) -> CompareError:
        """What to say of an archive that cannot be read."""
        return CompareError(
            f"{self._source}: not {self._what}, or a damaged one ({why or 'no archive'}); save it anew and give that"
        )


_CODECS = ("ascii", "utf-16-le", "utf-16-be")
