import type { AllocationRefusal } from '../reasons/refusals.ts'
import type { AnnouncementPlan, PlanAnnouncement } from '../../api/objects.ts'
import type { Outcome } from '../outcome.ts'
import type { PlanChange } from '../plan/change.ts'
import { describeRefusal } from '../reasons/refusals.ts'
import { describeChange, isChange, MARKS, paintLine } from './change.ts'
import { renderTable } from '../../api/text-table.ts'
import { compareText } from '../../api/order.ts'
import { groupBy } from '../../api/group-by.ts'

export type PlanView = Pick<Outcome, 'plans' | 'diff' | 'refusals'>

const HEADINGS = ['  ADDRESS', 'SERVICE', 'POOL', 'NODE', 'STANDBYS', 'WHY']

/**
 * The plans for people: what changes comes first, then what stays, then which Services wait for what
 * and why, then the sum. Ends with a line feed.
 */
export function renderPlan(view: PlanView, color: boolean): string {
  const changes = groupBy(view.diff, ({ address }) => address)
  const blocks = [
    ...view.plans.flatMap((plan) => segmentBlock(plan, changes, color)),
    ...endedSegments(view, color),
    ...refusalBlocks(view),
    [renderSummary(view)],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

type ChangesByAddress = ReadonlyMap<string, readonly PlanChange[]>

function segmentBlock(
  plan: AnnouncementPlan,
  changes: ChangesByAddress,
  color: boolean,
): readonly string[][] {
  const rows = segmentRows(plan, changes)
  if (rows.length === 0) return [[`${segmentTitle(plan)}: no address`]]
  const changed = rows.filter(([address]) => !address.startsWith(MARKS.keep))
  const kept = rows.filter(([address]) => address.startsWith(MARKS.keep))
  const lines = renderTable([HEADINGS, ...changed, ...kept])
  return [[`${segmentTitle(plan)}:`, ...lines.map((line) => paintLine(line, color))]]
}

/** What was announced on segments that no plan is for any more. */
function endedSegments({ plans, diff }: PlanView, color: boolean): string[][] {
  const rows = diff
    .filter((change) => change.type === 'release')
    .filter(({ segment }) => !plans.some(({ spec }) => spec.segment === segment))
    .map((change) => [...releasedRow(change), change.segment])
  if (rows.length === 0) return []
  const lines = renderTable([[...HEADINGS, 'SEGMENT'], ...rows])
  return [['Segments that end:', ...lines.map((line) => paintLine(line, color))]]
}

function segmentTitle({ spec }: AnnouncementPlan): string {
  const revision = spec.revision === '' ? '' : `, pools at ${spec.revision}`
  return `Segment ${spec.segment}${revision}`
}

/** The first cell begins with the mark. */
type Row = readonly [string, ...string[]]

function segmentRows(plan: AnnouncementPlan, changes: ChangesByAddress): Row[] {
  const { announcements, segment } = plan.spec
  const announced = announcements.map((announcement) =>
    announcedRow(plan, announcement, changes.get(announcement.address) ?? []),
  )
  const released = [...changes.values()]
    .flat()
    .filter((change) => change.type === 'release')
    .filter((change) => change.segment === segment)
    .map(releasedRow)
  return [...announced, ...released]
}

function announcedRow(
  plan: AnnouncementPlan,
  { address, services, pool, candidates }: PlanAnnouncement,
  changes: readonly PlanChange[],
): Row {
  const [owner = 'nobody', ...standbys] = candidates.map(
    (index) => plan.spec.nodes[index]?.name ?? `node ${index}`,
  )
  const [first] = changes.filter((change) => isChange(change) && change.type !== 'release')
  return [
    `${MARKS[first?.type ?? 'keep']} ${address}`,
    services.join(', '),
    pool,
    owner,
    standbys.join(', ') || '-',
    changes.map(describeChange).filter(Boolean).join('; '),
  ]
}

function releasedRow(change: PlanChange & { type: 'release' }): Row {
  const { address, services, pool } = change
  return [
    `${MARKS.release} ${address}`,
    services.join(', '),
    pool,
    '-',
    '-',
    describeChange(change),
  ]
}

/** Who has no address at all, and who has one but not all that it asks for. */
function refusalBlocks({ plans, refusals }: PlanView): string[][] {
  const served = servedServices(plans)
  const sorted = [...refusals].sort(([a], [b]) => compareText(a, b))
  return [
    ...block(
      'Waiting for an address:',
      sorted.filter(([service]) => !served.has(service)),
    ),
    ...block(
      'With less than asked for:',
      sorted.filter(([service]) => served.has(service)),
    ),
  ]
}

function block(
  title: string,
  refused: readonly (readonly [string, readonly AllocationRefusal[]])[],
): string[][] {
  if (refused.length === 0) return []
  const lines = refused.flatMap(([service, refusals]) =>
    refusals.map((refusal) => `  ${service}: ${describeRefusal(refusal)}`),
  )
  return [[title, ...lines]]
}

function servedServices(plans: readonly AnnouncementPlan[]): ReadonlySet<string> {
  const announcements = plans.flatMap(({ spec }) => spec.announcements)
  return new Set(announcements.flatMap(({ services }) => services))
}

/** `Plan: 3 to assign, 1 to move, 0 to release, 41 kept`, and what else there is to say. */
export function renderSummary(view: PlanView): string {
  const assigned = addressesWith(view, 'assign')
  const moved = addressesWith(view, 'move')
  const released = addressesWith(view, 'release')
  const isKept = (address: string) =>
    !assigned.has(address) && !moved.has(address) && !released.has(address)
  const kept = (...types: readonly PlanChange['type'][]) =>
    [...addressesWith(view, ...types)].filter(isKept).length
  const served = servedServices(view.plans)
  const waiting = [...view.refusals.keys()].filter((service) => !served.has(service)).length
  return [
    `Plan: ${assigned.size} to assign`,
    `${moved.size} to move`,
    `${released.size} to release`,
    `${kept('keep', 'standbys', 'retarget')} kept${inBrackets([
      [kept('standbys'), 'with other standbys'],
      [kept('retarget'), 'with other Services'],
    ])}`,
    ...(waiting === 0 ? [] : [`${waiting} ${waiting === 1 ? 'Service' : 'Services'} waiting`]),
  ].join(', ')
}

function addressesWith(
  { diff }: PlanView,
  ...types: readonly PlanChange['type'][]
): ReadonlySet<string> {
  return new Set(diff.filter(({ type }) => types.includes(type)).map(({ address }) => address))
}

function inBrackets(counts: readonly (readonly [number, string])[]): string {
  const texts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return texts.length === 0 ? '' : ` (${texts.join(', ')})`
}
