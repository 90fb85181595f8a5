import { createGroupMembership } from '../linux/group-membership.ts'
import { createIcmpv6Links } from '../linux/icmpv6-links.ts'
import type { Icmpv6Sockets } from '../linux/icmpv6-sockets.ts'
import type { ForwardedEffect } from '../thread/worker-messages.ts'
import type { NamedLink } from '../linux/link.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** Main's part of the wire: the effects that ICMPv6 sockets carry out, and the reports. */
export interface Icmpv6Side {
  setLinks(this: void, links: readonly NamedLink[]): void
  perform(this: void, effects: readonly ForwardedEffect[]): void
  close(): void
}

/** `open` may throw an error: the groups of that link are then reported as refused. */
export function createIcmpv6Side(
  open: (link: NamedLink) => Icmpv6Sockets,
  report: SpeakerLog,
): Icmpv6Side {
  const links = createIcmpv6Links(open)
  const groups = createGroupMembership(links)
  const reportRefusals = () => groups.refusals().forEach(report)

  const performOne = (effect: ForwardedEffect) => {
    switch (effect.type) {
      case 'join':
        return groups.join(effect.link, effect.group)
      case 'leave':
        return groups.leave(effect.link, effect.group)
      case 'report':
        return report(effect.report)
    }
  }

  return {
    setLinks(now) {
      links.update(now).forEach(groups.rejoin)
      reportRefusals()
    },
    perform(effects) {
      effects.forEach(performOne)
      reportRefusals()
    },
    close: () => links.close(),
  }
}
