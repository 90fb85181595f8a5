import type { CodesOf } from './code.ts'

/** BW2: what is wrong with one pool, or with several pools together. */
export const POOL_CODES: CodesOf<'BW2'> = {
  BW2001: {
    name: 'InvalidAddress',
    severity: 'error',
    cause: 'A value is not an IP address, prefix or range.',
    cure: 'Write one address (`192.0.2.10`, `2001:db8::10`), a prefix (`192.0.2.0/24`) or a range (`192.0.2.10-192.0.2.20`).',
  },
  BW2002: {
    name: 'InvalidPrefixLength',
    severity: 'error',
    cause:
      'The prefix length after `/` is missing, is not a number, or is too large: the most is 32 for IPv4 and 128 for IPv6.',
    cure: 'Write the number of bits of the network, as in `192.0.2.0/24`; netmasks are not allowed.',
  },
  BW2003: {
    name: 'HostBitsSet',
    severity: 'error',
    cause:
      'The address before `/` is not the first one of the network. It is not clear whether the whole network is meant or only this address.',
    cure: 'Write the network, `192.0.2.0/24`, or the single address without a length, `192.0.2.10`.',
  },
  BW2004: {
    name: 'RangeReversed',
    severity: 'error',
    cause: 'A range starts after its end.',
    cure: 'Swap the two addresses.',
  },
  BW2005: {
    name: 'MixedFamilies',
    severity: 'error',
    cause:
      'A range starts with an address of one family and ends with an address of the other family.',
    cure: 'Write one range for IPv4 and one for IPv6.',
  },
  BW2006: {
    name: 'MappedAddress',
    severity: 'error',
    cause:
      'An IPv4 address is written in IPv6 form (`::ffff:192.0.2.1`). On the network it would be an IPv4 address, but the pool would treat it as IPv6.',
    cure: 'Write it as IPv4.',
  },
  BW2007: {
    name: 'LeadingZero',
    severity: 'error',
    cause:
      'A part of an IPv4 address has a leading zero. Some programs read `010` as 10, others as octal 8 (RFC 6943 §3.1.1).',
    cure: 'Write the number without the zero.',
  },
  BW2008: {
    name: 'ZoneInAddress',
    severity: 'error',
    cause:
      'An address has a zone (`%eth0`). Use `spec.announce.interfaces` to choose the interfaces.',
    cure: 'Write the address without the zone.',
  },
  BW2009: {
    name: 'UnusableAddresses',
    severity: 'error',
    cause:
      'A pool holds addresses that no host can have on a network: loopback, multicast, the unspecified or the broadcast address.',
    cure: 'Use unicast addresses of the network that the nodes are on.',
  },
  BW2010: {
    name: 'LinkLocalAddresses',
    severity: 'warning',
    cause:
      'A pool holds link-local addresses. They are valid on one link only, and clients need a zone to reach an IPv6 link-local address.',
    cure: 'Use addresses of the network that the nodes are on.',
  },
  BW2011: {
    name: 'PoolDeclaredTwice',
    severity: 'error',
    cause:
      'Several AddressPools with different contents have the same name. It is not clear which one is meant, so none of them gives out addresses. Services keep the addresses that they have.',
    cure: 'Remove all but one, or give each a different name.',
  },
  BW2012: {
    name: 'PoolRepeated',
    severity: 'warning',
    cause: 'The same AddressPool is declared several times, with identical contents.',
    cure: 'Remove all but one: somebody may later change only one of them, and then they contradict each other.',
  },
  BW2013: {
    name: 'OverlapInPool',
    severity: 'warning',
    cause:
      'Two entries of `addresses` in one pool hold the same addresses. They are counted and given out once.',
    cure: 'Remove one of the entries, or shorten it.',
  },
  BW2014: {
    name: 'OverlapBetweenPools',
    severity: 'warning',
    cause:
      'Two pools hold the same addresses. That is allowed for a short time, while a range moves from one pool to another. The pool that comes first by priority, then by name, gives out these addresses.',
    cure: 'Remove the addresses from one of the pools.',
  },
  BW2015: {
    name: 'ExcludeWithoutEffect',
    severity: 'warning',
    cause:
      'An entry of `exclude` holds no address of the pool, so it has no effect. It is probably a typing mistake.',
    cure: 'Correct the entry, or remove it.',
  },
  BW2016: {
    name: 'PoolWithoutAddresses',
    severity: 'warning',
    cause: '`exclude` or `avoidBuggyIPs` leaves a pool without a single address.',
    cure: 'If the pool should give out no addresses, write `suspend: true`. Otherwise correct the entries.',
  },
  BW2017: {
    name: 'ReservationOutsidePool',
    severity: 'error',
    cause: 'A reservation names an address that its pool does not hold.',
    cure: 'Reserve an address of the pool, or add the address to `addresses`.',
  },
  BW2018: {
    name: 'ReservationExcluded',
    severity: 'error',
    cause:
      'A reservation names an address that `exclude` or `avoidBuggyIPs` takes out of its pool.',
    cure: 'Remove the reservation or the exclusion. A reserved address needs no exclusion: no other Service gets it.',
  },
  BW2019: {
    name: 'ReservedTwice',
    severity: 'error',
    cause: 'One address is reserved for two Services.',
    cure: 'Keep one of the reservations. To share an address, give the Services the same sharing key; reservations do not do that.',
  },
  BW2020: {
    name: 'ReservationRepeated',
    severity: 'warning',
    cause: 'A pool reserves one address twice for the same Service.',
    cure: 'Remove one of the entries.',
  },
  BW2021: {
    name: 'ReservedByTwoPools',
    severity: 'warning',
    cause:
      'Two pools reserve one address. The reservation of the pool that comes first by priority, then by name, is used.',
    cure: 'Remove one of the reservations, and the address from that pool.',
  },
  BW2022: {
    name: 'InvalidSelector',
    severity: 'error',
    cause:
      'A label selector breaks a rule of Kubernetes: it has a key or value that no label can have, an operator without the values that it needs, or an operator with values that it does not allow.',
    cure: 'Write the selector as for any other Kubernetes object.',
  },
  BW2023: {
    name: 'InvalidAllowRelease',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/allow-release` holds something that is not an IP address. That part is ignored, and releases nothing.',
    cure: 'List addresses, separated by commas, or write `*` for all addresses of the pool.',
  },
  BW2024: {
    name: 'ContradictorySelector',
    severity: 'warning',
    cause: 'Two requirements of a label selector contradict each other, so nothing can match.',
    cure: 'Keep one of the requirements.',
  },
  BW2025: {
    name: 'ReservedByNetwork',
    severity: 'warning',
    cause:
      'A pool gives out the network or broadcast address of one of its `nodeNetworks`, or the Subnet-Router anycast address of an IPv6 network. Hosts handle these addresses specially.',
    cure: 'Exclude the address, or shorten the range.',
  },
  BW2026: {
    name: 'OutsideNodeNetworks',
    severity: 'warning',
    cause:
      'A pool has addresses that are in none of its `nodeNetworks`. Hosts of the segment send packets for them to a router instead of asking for them by ARP or NDP.',
    cure: 'Use addresses of those networks, or correct `nodeNetworks`.',
  },
}
