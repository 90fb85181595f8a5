import { addressBytes } from '../../../api/address.ts'
import type { Address } from '../../../api/address.ts'
import type { RawSocket, RawSocketModule } from './native-modules.ts'
import { LITTLE_ENDIAN } from './system-calls.ts'
import type { NamedLink } from './link.ts'

/** <linux/in6.h>, <linux/icmpv6.h>, <sys/socket.h> */
const SOL_SOCKET = 1
const IPPROTO_IPV6 = 41
const IPPROTO_ICMPV6 = 58
const SO_BINDTODEVICE = 25
const IPV6_JOIN_GROUP = 20
const IPV6_LEAVE_GROUP = 21
const ICMP6_FILTER = 1

/**
 * What one link needs of ICMPv6 sockets: membership of groups, which makes the kernel report them by MLD
 * and the NIC pass their frames. Nothing is sent or received here: packet sockets do that.
 */
export interface Icmpv6Sockets {
  /** Throws an error if the kernel refuses even a socket that has joined nothing else. */
  join(group: Address): void
  leave(group: Address): void
  close(): void
}

/** A socket that has refused a group is full until it leaves one. */
interface Member {
  readonly socket: RawSocket
  full: boolean
}

/** The kernel limits the groups of one socket by its memory (about 2,300, or 365): more sockets join more. */
export function openIcmpv6Sockets(raw: RawSocketModule, link: NamedLink): Icmpv6Sockets {
  const members: Member[] = []
  const joinedBy = new Map<string, Member>()
  return {
    join(group) {
      if (joinedBy.has(group.text)) return
      const membership = encodeMembership(group, link.index)
      const free = members.find((member) => !member.full && tryJoin(member, membership))
      joinedBy.set(group.text, free ?? addMember(raw, link, { members, membership }))
    },
    leave(group) {
      const member = joinedBy.get(group.text)
      if (member === undefined) return
      joinedBy.delete(group.text)
      member.full = false
      ignoreErrors(() => {
        const membership = encodeMembership(group, link.index)
        setOption(member.socket, IPPROTO_IPV6, IPV6_LEAVE_GROUP, membership)
      })
    },
    close() {
      for (const { socket } of members) socket.close()
    },
  }
}

/** raw-socket gives the reason as a text of the C library: any refusal is worth another socket. */
function tryJoin(member: Member, membership: Uint8Array): boolean {
  try {
    setOption(member.socket, IPPROTO_IPV6, IPV6_JOIN_GROUP, membership)
    return true
  } catch {
    member.full = true
    return false
  }
}

function addMember(
  raw: RawSocketModule,
  link: NamedLink,
  { members, membership }: { members: Member[]; membership: Uint8Array },
): Member {
  const socket = openSocket(raw, link)
  try {
    setOption(socket, IPPROTO_IPV6, IPV6_JOIN_GROUP, membership)
  } catch (error) {
    socket.close()
    throw error
  }
  const member = { socket, full: false }
  members.push(member)
  return member
}

/** Leaving a group of an interface that is gone: the kernel has done it. */
function ignoreErrors(work: () => void): void {
  try {
    work()
  } catch {
    return
  }
}

function openSocket(raw: RawSocketModule, link: NamedLink): RawSocket {
  const addressFamily = raw.AddressFamily.IPv6
  const socket = raw.createSocket({ addressFamily, protocol: raw.Protocol.ICMPv6 })
  // What a socket says after it has been closed concerns nobody.
  socket.on('error', () => undefined)
  socket.pauseRecv()
  configure(socket, link)
  return socket
}

function configure(socket: RawSocket, link: NamedLink): void {
  setOption(socket, IPPROTO_ICMPV6, ICMP6_FILTER, new Uint8Array(32).fill(0xff))
  setOption(socket, SOL_SOCKET, SO_BINDTODEVICE, Buffer.from(`${link.name}\0`))
}

function setOption(socket: RawSocket, level: number, option: number, value: Uint8Array): void {
  // raw-socket takes Node's Buffer alone.
  socket.setOption(level, option, Buffer.from(value), value.length)
}

/** struct ipv6_mreq: the group, and the interface in host order. */
function encodeMembership(group: Address, index: number): Uint8Array {
  const membership = new Uint8Array(20)
  membership.set(addressBytes(group))
  new DataView(membership.buffer).setInt32(16, index, LITTLE_ENDIAN)
  return membership
}
