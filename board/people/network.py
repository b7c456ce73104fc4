"""The part of a network address that identifies one client: limits count all connections of that part together."""

import ipaddress


def network(address: str) -> bytes:
    """The IPv4 address, or the /64 of an IPv6 address, because one client controls all addresses of its /64.

    Text that is not an address (a socket path, a made-up header) is returned as it is.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address.encode()
    if isinstance(found, ipaddress.IPv6Address):
        return found.ipv4_mapped.packed if found.ipv4_mapped else found.packed[:8]
    return found.packed
