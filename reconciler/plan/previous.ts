import { isRefused, parseAddress } from '../../api/address.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Finding } from '../../api/finding.ts'
import { groupBy } from '../../api/group-by.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { formatPlan } from '../../api/plan-text.ts'
import { compareText } from '../../api/order.ts'
import { onceForEach } from '../values/memo.ts'
import type { HeldAddress } from './held.ts'

export interface PreviousPlans {
  /** Sorted by segment, whatever the order in which they were given. */
  readonly previous: readonly AnnouncementPlan[]
  readonly findings: readonly Finding[]
}

/**
 * The previous plans in one order. Two of one segment are an error; both still hold their addresses, so that
 * none is released by mistake.
 */
export function previousPlans(plans: readonly AnnouncementPlan[]): PreviousPlans {
  const groups = [...groupBy(plans, ({ spec }) => spec.segment)]
  groups.sort(([a], [b]) => compareText(a, b))
  return {
    previous: groups.flatMap(([, group]) => inOrder(group)),
    findings: groups
      .filter(([, group]) => group.length > 1)
      .map(([segment, group]) =>
        makeFinding('BW5002', {
          message: `${group.length} previous plans are of segment ${segment}`,
          hint: 'pass the one that is in force',
          object: { kind: 'AnnouncementPlan', name: segment },
        }),
      ),
  }
}

function inOrder(group: readonly AnnouncementPlan[]): readonly AnnouncementPlan[] {
  if (group.length < 2) return group
  return group
    .map((plan) => ({ plan, text: formatPlan(plan) }))
    .sort((a, b) => compareText(a.text, b.text))
    .map(({ plan }) => plan)
}

/** What a plan holds, as allocation reads it: read once for each plan. */
export const heldAddresses = onceForEach(({ spec }: AnnouncementPlan): readonly HeldAddress[] =>
  spec.announcements.flatMap(({ address: text, pool, services, since }) => {
    const address = parseAddress(text)
    return isRefused(address) ? [] : [{ address, pool, segment: spec.segment, services, since }]
  }),
)
