import type { CodesOf } from './code.ts'

/** BW2: what is wrong with pools, each alone and together. */
export const POOL_CODES: CodesOf<'BW2'> = {
  BW2001: {
    name: 'InvalidAddress',
    severity: 'error',
    cause: 'A text is not an IP address, prefix or range.',
    cure: 'Write one address (`192.0.2.10`, `2001:db8::10`), a prefix (`192.0.2.0/24`) or a range (`192.0.2.10-192.0.2.20`).',
  },
  BW2002: {
    name: 'InvalidPrefixLength',
    severity: 'error',
    cause:
      'The prefix length after `/` is missing, is no number, or is longer than the address: more than 32 for IPv4, 128 for IPv6.',
    cure: 'Write the number of bits of the network, as in `192.0.2.0/24`; netmasks are not taken.',
  },
  BW2003: {
    name: 'HostBitsSet',
    severity: 'error',
    cause:
      'The address before `/` is not the first of the network. Either the whole network is meant, or the one address: too different to guess.',
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
    cause: 'A range starts with an address of one family and ends with one of the other.',
    cure: 'Write one range for IPv4 and one for IPv6.',
  },
  BW2006: {
    name: 'MappedAddress',
    severity: 'error',
    cause:
      'An IPv4 address is written in IPv6 form (`::ffff:192.0.2.1`). On the wire it would be IPv4, in the pool it would count as IPv6.',
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
      'An address has a zone (`%eth0`). Which interfaces announce is told by `spec.announce.interfaces`.',
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
      'A pool holds link-local addresses. They are valid on one link only, and clients need a zone to reach an IPv6 one.',
    cure: 'Use addresses of the network that the nodes are on.',
  },
  BW2011: {
    name: 'PoolDeclaredTwice',
    severity: 'error',
    cause:
      'Several AddressPools with different contents have one name. Nobody can tell which one is meant, so none of them gives out addresses; those in use stay.',
    cure: 'Remove all but one, or give each a name of its own.',
  },
  BW2012: {
    name: 'PoolRepeated',
    severity: 'warning',
    cause: 'One AddressPool is declared several times, word for word the same.',
    cure: 'Remove all but one: the next change would be made in only one of them.',
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
      'Two pools hold the same addresses. That is legal for a moment, while a range moves from one pool to another; new addresses are given out by the pool that comes first by priority, then by name.',
    cure: 'Remove the addresses from one of the pools.',
  },
  BW2015: {
    name: 'ExcludeWithoutEffect',
    severity: 'warning',
    cause:
      'An entry of `exclude` holds no address of the pool, so it takes nothing away: it is probably a slip of the pen.',
    cure: 'Correct the entry, or remove it.',
  },
  BW2016: {
    name: 'PoolWithoutAddresses',
    severity: 'warning',
    cause: '`exclude` or `avoidBuggyIPs` leaves a pool without a single address.',
    cure: 'To stop giving out addresses write `suspend: true`, otherwise correct the entries.',
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
    cure: 'Remove the reservation or the exclusion. A reserved address needs no exclusion: nobody else gets it.',
  },
  BW2019: {
    name: 'ReservedTwice',
    severity: 'error',
    cause: 'One address is reserved for two Services.',
    cure: 'Keep one of the reservations. Services that share an address are named by their sharing key, not by reservations.',
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
      'Two pools reserve one address. The reservation of the pool that comes first by priority, then by name, counts.',
    cure: 'Remove one of the reservations, and the address from that pool.',
  },
  BW2022: {
    name: 'InvalidSelector',
    severity: 'error',
    cause:
      'A label selector breaks a rule of Kubernetes: a key or value that no label can have, an operator without the values it needs, or with values it does not take.',
    cure: 'Write the selector as for any other Kubernetes object.',
  },
  BW2023: {
    name: 'InvalidAllowRelease',
    severity: 'warning',
    cause:
      'The annotation `bellwether.dev/allow-release` holds something that is not an IP address. That part allows nothing.',
    cure: 'List addresses, parted by commas, or write `*` for all of the pool.',
  },
  BW2024: {
    name: 'ContradictorySelector',
    severity: 'warning',
    cause:
      'A label selector asks for two things that no label can be at once, so nothing can match.',
    cure: 'Keep one of the requirements.',
  },
  BW2025: {
    name: 'ReservedByNetwork',
    severity: 'warning',
    cause:
      'A pool gives out the network or broadcast address of one of its `nodeNetworks`, or the Subnet-Router anycast address of an IPv6 one. Hosts treat these in a way of their own.',
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
