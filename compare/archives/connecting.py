"""An address to a client of its scheduler, or to one line that says why there is none."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from compare.model import CompareError

SECONDS = 10
"""How long a scheduler may take to answer at first."""


@contextmanager
def connected(address: str) -> Iterator[Any]:
    """A client of the scheduler, let go of at the end; CompareError where nothing answers, or the library is missing."""
    try:
        import distributed
    except ImportError as error:
        raise CompareError("the engine dask wants dask.distributed; pip install 'rashomon[cluster]', or take --engine local") from error
    _quiet()
    try:
        asyncio.run(_reached(address))  # a client that finds nothing leaves its own complaints behind
        client = distributed.Client(address, timeout=SECONDS, set_as_default=False)
    except Exception as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise CompareError(f"{address}: no dask scheduler answers there ({said}); check --scheduler, such as tcp://host:8786") from error
    try:
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=2)


async def _reached(address: str) -> None:
    from distributed import Security
    from distributed.comm import connect

    security = Security()
    arguments = security.get_connection_args("client")
    comm = await connect(address, timeout=SECONDS, **arguments)
    await comm.close()


def lost(address: str) -> CompareError:
    """What is said where a scheduler has gone away in the middle."""
    return CompareError(f"{address}: the scheduler has gone away; start it and give the same command again: what is done stays done")


def _quiet() -> None:
    """What the library would log goes nowhere: we say ourselves what went wrong, once."""
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
