import { compareAddresses, isRefused, parseAddress } from '../../api/address.ts'
import type { Address } from '../../api/address.ts'
import type { AnnouncementPlan, PlanAnnouncement } from '../../api/objects.ts'
import type { ServiceKey } from '../model/model.ts'
import type { PlanChange } from './change.ts'
import type { MoveReason } from '../reasons/changes.ts'
import type { ReleaseWord } from '../reasons/releases.ts'
import { compareText } from '../../api/order.ts'

/** What the inputs say about changes; two plans alone do not tell why they differ. */
export interface ChangeReasons {
  readonly move: (address: string) => MoveReason
  /** Why `service` has the address no more. */
  readonly release: (address: string, service: ServiceKey) => ReleaseWord
}

const UNEXPLAINED: ChangeReasons = {
  move: () => 'Unexplained',
  release: () => 'Unexplained',
}

/** One address of a plan. */
interface Entry {
  readonly plan: AnnouncementPlan
  readonly announcement: PlanAnnouncement
}

/**
 * What changes from the previous plans to the next, one or two changes for each address, sorted by address: what
 * happens to its Services, and what to its planned owner. An address that changes in neither has one `keep`.
 * An address in two plans of one side counts where it was first, then in the first segment by name.
 */
export function diffPlans(
  previous: readonly AnnouncementPlan[],
  next: readonly AnnouncementPlan[],
  reasons: ChangeReasons = UNEXPLAINED,
): PlanChange[] {
  const before = entries(previous)
  const after = entries(next)
  const released = [...before.keys()].filter((address) => !after.has(address))
  const addresses = [...after.keys(), ...released]
  // The addresses of one plan are in order already.
  if (next.length > 1 || released.length > 0) sortAddresses(addresses)
  return addresses.flatMap((address) => changesOf(before.get(address), after.get(address), reasons))
}

function entries(plans: readonly AnnouncementPlan[]): Map<string, Entry> {
  const found = new Map<string, Entry>()
  for (const plan of [...plans].sort((a, b) => compareText(a.spec.segment, b.spec.segment)))
    for (const announcement of plan.spec.announcements) {
      const known = found.get(announcement.address)
      if (known === undefined || announcement.since < known.announcement.since)
        found.set(announcement.address, { plan, announcement })
    }
  return found
}

function sortAddresses(texts: string[]): void {
  const parsed = new Map(texts.map((text) => [text, parsedAddress(text)]))
  texts.sort((a, b) => compareAddresses(parsed.get(a)!, parsed.get(b)!))
}

function parsedAddress(text: string): Address {
  const address = parseAddress(text)
  if (isRefused(address)) throw new Error(`a plan with the address ${text}`)
  return address
}

function nameAt({ plan, announcement }: Entry, place: number): string | undefined {
  const index = announcement.candidates[place]
  return index === undefined ? undefined : plan.spec.nodes[index]!.name
}

/** At least one of the two is there. */
function changesOf(
  before: Entry | undefined,
  after: Entry | undefined,
  reasons: ChangeReasons,
): PlanChange[] {
  if (after === undefined) return [release(before!, reasons)]
  if (before === undefined) return [assign(after)]
  if (isKept(before, after)) return [keep(before, after)]
  return [
    ...retarget(before, after, reasons),
    ...(move(before, after, reasons) ?? standbys(before, after)),
  ]
}

/** What nearly all addresses are. */
function isKept(before: Entry, after: Entry): boolean {
  return (
    before.plan.spec.segment === after.plan.spec.segment &&
    hasSameServices(before, after) &&
    hasSameCandidates(before, after)
  )
}

function hasSameServices(before: Entry, after: Entry): boolean {
  const [former, services] = [before.announcement.services, after.announcement.services]
  return former.length === services.length && former.every((key, at) => key === services[at])
}

function about({ announcement, plan }: Entry): Pick<PlanChange, 'address' | 'segment' | 'pool'> {
  const { address, pool } = announcement
  return { address, segment: plan.spec.segment, pool }
}

function assign(after: Entry): PlanChange {
  const { address, pool, services } = after.announcement
  const { segment } = after.plan.spec
  const to = nameAt(after, 0)
  const reason = 'NewAssignment'
  const rest = { services, disruptive: false, ...(to === undefined ? {} : { to }) }
  return { type: 'assign', address, segment, pool, reason, ...rest }
}

function release(before: Entry, reasons: ChangeReasons): PlanChange {
  const from = nameAt(before, 0)
  const { services, address } = before.announcement
  const reason = mainReason(services.map((service) => reasons.release(address, service)))
  const disruptive = from !== undefined && breaksConnections(reason)
  const change = { type: 'release', ...about(before), reason, services, disruptive } as const
  return { ...change, ...(from === undefined ? {} : { from }) }
}

/** A reason that is not the end of the Service says more than one that is. */
function mainReason(all: readonly ReleaseWord[]): ReleaseWord {
  return all.find(breaksConnections) ?? 'ServiceGone'
}

/** A Service that is gone has no connections left to break. */
function breaksConnections(reason: ReleaseWord): boolean {
  return reason !== 'ServiceGone'
}

function retarget(before: Entry, after: Entry, reasons: ChangeReasons): PlanChange[] {
  if (hasSameServices(before, after)) return []
  const [former, services] = [before.announcement.services, after.announcement.services]
  const { address } = after.announcement
  const lost = former
    .filter((service) => !services.includes(service))
    .map((service) => reasons.release(address, service))
  const reason = lost.length === 0 ? 'SharingChanged' : mainReason(lost)
  const disruptive = lost.some(breaksConnections)
  return [
    { type: 'retarget', ...about(after), reason, disruptive, before: former, after: services },
  ]
}

function move(before: Entry, after: Entry, reasons: ChangeReasons): PlanChange[] | undefined {
  const [from, to] = [nameAt(before, 0), nameAt(after, 0)]
  const isElsewhere = before.plan.spec.segment !== after.plan.spec.segment
  if (from === to && !isElsewhere) return undefined
  const { address, services } = after.announcement
  const reason = moveReason({ from, isElsewhere }, () => reasons.move(address))
  const disruptive = from !== undefined && reason !== 'NoLocalEndpoints'
  return [{ type: 'move', ...about(after), reason, disruptive, services, from, to }]
}

function moveReason(
  { from, isElsewhere }: { readonly from: string | undefined; readonly isElsewhere: boolean },
  told: () => MoveReason,
): MoveReason {
  if (isElsewhere) return 'SegmentChanged'
  return from === undefined ? 'OwnerFound' : told()
}

function standbys(before: Entry, after: Entry): PlanChange[] {
  if (hasSameCandidates(before, after)) return []
  const change = { type: 'standbys', ...about(after), reason: 'StandbysChanged' } as const
  return [{ ...change, disruptive: false, before: standbysOf(before), after: standbysOf(after) }]
}

function hasSameCandidates(before: Entry, after: Entry): boolean {
  const { length } = after.announcement.candidates
  if (before.announcement.candidates.length !== length) return false
  return after.announcement.candidates.every(
    (_, place) => nameAt(before, place) === nameAt(after, place),
  )
}

function standbysOf(entry: Entry): string[] {
  return entry.announcement.candidates.slice(1).map((_, place) => nameAt(entry, place + 1)!)
}

function keep(before: Entry, { announcement, plan }: Entry): PlanChange {
  const { address, pool } = announcement
  const reason = before.announcement.pool === pool ? 'Unchanged' : 'PoolChanged'
  return { type: 'keep', address, segment: plan.spec.segment, pool, reason, disruptive: false }
}
