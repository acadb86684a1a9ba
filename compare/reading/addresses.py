"""Which addresses of the network a page may be fetched from."""

from __future__ import annotations

import ipaddress
import socket
import time

from compare.model import CompareError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv6 addresses that carry an IPv4 one for a translator (RFC 6052)."""


def is_public(address: str) -> bool:
    """Whether an address is one of the open network: not this machine, a private network, a link, a group."""
    try:
        found: _Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(each.is_global and not each.is_multicast for each in [found, *_carried(found)])


def _carried(address: _Address) -> list[_Address]:
    """The IPv4 addresses that an IPv6 address leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    carried: list[_Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED:
        carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [each for each in carried if each is not None]


def connect(host: str, port: int, timeout: float, allow_private: bool) -> socket.socket:
    """A connection to a host by an address that has been checked; CompareError where none is public.

    The name is looked up once, and the address that was checked is the one connected
    to, so that no second answer of a name server can lead elsewhere. ``timeout`` is for all its
    addresses together. OSError where none answers.
    """
    deadline = time.monotonic() + timeout
    known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [entry for entry in known if allow_private or is_public(str(entry[4][0]))]
    if not places:
        found = known[0][4][0]
        raise CompareError(
            f"{host}: {'' if found == host else f'is {found}, '}an address of this machine or a private network; "
            "--allow-private fetches from there"
        )
    failure: OSError | None = None
    for family, kind, protocol, _, address in places:
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(max(0.1, deadline - time.monotonic()))
            connection.connect(address)
            return connection
        except OSError as error:
            connection.close()
            failure = error
    raise failure or OSError(f"no address for {host}")
