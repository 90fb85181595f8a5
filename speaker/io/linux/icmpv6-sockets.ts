import { addressBytes } from '../../../api/address.ts'
import type { Address } from '../../../api/address.ts'
import type { Icmpv6Socket } from './icmpv6-socket.ts'
import { IPPROTO_ICMPV6 } from './icmpv6-socket.ts'
import { LITTLE_ENDIAN, SOL_SOCKET } from './system-calls.ts'
import type { NamedLink } from './link.ts'

/** <linux/in6.h>, <linux/icmpv6.h>, <sys/socket.h> */
const IPPROTO_IPV6 = 41
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
  readonly socket: Icmpv6Socket
  full: boolean
}

/** The kernel limits the groups of one socket by its memory (about 2,300, or 365): more sockets join more. */
export function openIcmpv6Sockets(open: () => Icmpv6Socket, link: NamedLink): Icmpv6Sockets {
  const members: Member[] = []
  const joinedBy = new Map<string, Member>()
  return {
    join(group) {
      if (joinedBy.has(group.text)) return
      const membership = encodeMembership(group, link.index)
      const free = members.find((member) => !member.full && tryJoin(member, membership))
      joinedBy.set(group.text, free ?? addMember(open, link, { members, membership }))
    },
    leave(group) {
      const member = joinedBy.get(group.text)
      if (member === undefined) return
      joinedBy.delete(group.text)
      member.full = false
      ignoreErrors(() => {
        const membership = encodeMembership(group, link.index)
        member.socket.setOption(IPPROTO_IPV6, IPV6_LEAVE_GROUP, membership)
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
    member.socket.setOption(IPPROTO_IPV6, IPV6_JOIN_GROUP, membership)
    return true
  } catch {
    member.full = true
    return false
  }
}

function addMember(
  open: () => Icmpv6Socket,
  link: NamedLink,
  { members, membership }: { members: Member[]; membership: Uint8Array },
): Member {
  const socket = open()
  try {
    configure(socket, link)
    socket.setOption(IPPROTO_IPV6, IPV6_JOIN_GROUP, membership)
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

/** Deaf, and only on its link. */
function configure(socket: Icmpv6Socket, link: NamedLink): void {
  socket.setOption(IPPROTO_ICMPV6, ICMP6_FILTER, new Uint8Array(32).fill(0xff))
  socket.setOption(SOL_SOCKET, SO_BINDTODEVICE, new TextEncoder().encode(`${link.name}\0`))
}

/** struct ipv6_mreq: the group, and the interface in host order. */
function encodeMembership(group: Address, index: number): Uint8Array {
  const membership = new Uint8Array(20)
  membership.set(addressBytes(group))
  new DataView(membership.buffer).setInt32(16, index, LITTLE_ENDIAN)
  return membership
}
