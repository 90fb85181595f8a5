import type { Address } from '../../../api/address.ts'
import type { GroupsRefused } from '../../reports/report.ts'
import type { Icmpv6Links } from './icmpv6-links.ts'

/** The groups that the wire machines want, on each link. Two machines may want the same one. */
export interface GroupMembership {
  join(link: string, group: Address): void
  leave(link: string, group: Address): void
  /** Joins everything wanted on a link again, after its sockets were closed. */
  rejoin(this: void, link: string): void
  /** What the kernel has refused since the last call, one report for each link. */
  refusals(): readonly GroupsRefused[]
}

interface WantedGroup {
  readonly group: Address
  count: number
}

export function createGroupMembership(links: Icmpv6Links): GroupMembership {
  const wanted = new Map<string, Map<string, WantedGroup>>()
  const refused = new Map<string, { groups: string[]; reason: string }>()

  const tryJoin = (link: string, group: Address) => {
    try {
      links.socketsOf(link)?.join(group)
    } catch (error) {
      const entry = refused.get(link) ?? { groups: [], reason: '' }
      refused.set(link, entry)
      entry.groups.push(group.text)
      entry.reason = (error as Error).message
    }
  }

  return {
    join(link, group) {
      const groups = wanted.get(link) ?? new Map<string, WantedGroup>()
      wanted.set(link, groups)
      const entry = groups.get(group.text) ?? { group, count: 0 }
      groups.set(group.text, entry)
      if (++entry.count === 1) tryJoin(link, group)
    },
    leave(link, group) {
      const entry = wanted.get(link)?.get(group.text)
      if (entry === undefined || --entry.count > 0) return
      wanted.get(link)?.delete(group.text)
      links.socketsOf(link)?.leave(group)
    },
    rejoin(link) {
      for (const { group } of wanted.get(link)?.values() ?? []) tryJoin(link, group)
    },
    refusals() {
      const reports = [...refused].map(([link, { groups, reason }]) =>
        groupsRefused(link, groups, reason),
      )
      refused.clear()
      return reports
    },
  }
}

function groupsRefused(link: string, groups: readonly string[], reason: string): GroupsRefused {
  const subject = groups.length === 1 ? 'a multicast group' : `${groups.length} multicast groups`
  return {
    level: 'error',
    event: 'GroupsRefused',
    link,
    groups,
    message: `the kernel refused ${subject} on ${link}: ${reason}; solicitations for these addresses may not arrive`,
    hint: 'see that IPv6 is enabled on the interface, and raise the sysctl net.core.optmem_max',
  }
}
