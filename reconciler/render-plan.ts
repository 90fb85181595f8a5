import type { AnnouncementPlan, PlanAnnouncement } from './api.ts'
import { compareText } from './finding.ts'
import type { Outcome } from './outcome.ts'
import type { PlanChange } from './plan-change.ts'
import { describeRefusal } from './render-allocation.ts'
import { describeChange, isChange, MARKS, paintLine } from './render-change.ts'
import { renderTable } from './render-table.ts'

export type PlanView = Pick<Outcome, 'plans' | 'diff' | 'refusals'>

const HEADINGS = ['  ADDRESS', 'SERVICE', 'POOL', 'NODE', 'STANDBYS', 'WHY']

/**
 * The plans for people: what changes comes first, then what stays, then which Services wait and why, then
 * the sum. Ends with a line feed.
 */
export function renderPlan(view: PlanView, color: boolean): string {
  const changes = new Map<string, PlanChange[]>()
  for (const change of view.diff)
    changes.set(change.address, [...(changes.get(change.address) ?? []), change])
  const blocks = [
    ...view.plans.flatMap((plan) => segmentBlock(plan, changes, color)),
    ...waitingBlock(view),
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

/** Services without an address of a family that they want. Those that have another one are not waiting. */
function waitingBlock({ refusals }: PlanView): string[][] {
  const lines = [...refusals]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([service, reasons]) =>
      reasons
        .filter(({ instead }) => instead === undefined)
        .map((refusal) => `  ${service}: ${describeRefusal(refusal)}`),
    )
  return lines.length === 0 ? [] : [['Waiting for an address:', ...new Set(lines)]]
}

/** `Plan: 3 to assign, 1 to move, 0 to release, 41 kept`, and what else there is. */
export function renderSummary({ diff, refusals }: PlanView): string {
  const count = (type: PlanChange['type']) => diff.filter((change) => change.type === type).length
  const waiting = [...refusals.values()].filter((reasons) =>
    reasons.some(({ instead }) => instead === undefined),
  ).length
  const rest: readonly [number, string][] = [
    [count('retarget'), 'with other Services'],
    [count('standbys'), 'with other standbys'],
    [waiting, waiting === 1 ? 'Service waiting' : 'Services waiting'],
  ]
  return [
    `Plan: ${count('assign')} to assign`,
    `${count('move')} to move`,
    `${count('release')} to release`,
    `${count('keep')} kept`,
    ...rest.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`),
  ].join(', ')
}
