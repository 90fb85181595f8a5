import type { AnnouncementPlan, PlanNode, PlanPool } from '../../api/objects.ts'
import type { PlanChange } from '../plan/change.ts'
import { describeChange, isChange, MARKS, paintLine } from './change.ts'
import { renderTable } from '../../api/text-table.ts'

export interface DiffView {
  readonly previous: readonly AnnouncementPlan[]
  readonly plans: readonly AnnouncementPlan[]
  readonly changes: readonly PlanChange[]
}

/** What would be done otherwise, one line each; empty if nothing would. */
export function renderDiff(view: DiffView, color: boolean): string {
  const lines = [...changeLines(view.changes), ...settingLines(view)]
  if (lines.length === 0) return ''
  return `${[...heading(view), ...lines.map((line) => paintLine(line, color))].join('\n')}\n`
}

/** True if `renderDiff` has something to show. */
export function hasDifference(view: DiffView): boolean {
  return renderDiff(view, false) !== ''
}

function heading({ previous, plans }: DiffView): string[] {
  return [`--- in force${revisionOf(previous)}`, `+++ planned${revisionOf(plans)}`]
}

function revisionOf(plans: readonly AnnouncementPlan[]): string {
  const revisions = new Set(plans.map(({ spec }) => spec.revision).filter(Boolean))
  return revisions.size === 0 ? '' : `, pools at ${[...revisions].join(', ')}`
}

function changeLines(changes: readonly PlanChange[]): string[] {
  return renderTable(
    changes
      .filter(isChange)
      .map((change) => [
        `${MARKS[change.type]} ${change.address}`,
        ...subject(change),
        describeChange(change),
      ]),
  )
}

function subject(change: PlanChange): [string, string] {
  switch (change.type) {
    case 'assign':
    case 'move':
    case 'release':
      return [change.services.join(', '), ownersOf(change)]
    case 'retarget':
      return [change.after.join(', '), '']
    case 'standbys':
      return ['', `standbys ${change.after.join(', ') || 'none'}`]
    case 'keep':
      return ['', `pool ${change.pool}`]
  }
}

function ownersOf(change: PlanChange & { type: 'assign' | 'move' | 'release' }): string {
  if (change.type === 'assign') return `-> ${change.to ?? 'nobody'}`
  if (change.type === 'release') return `${change.from ?? 'nobody'} ->`
  return `${change.from ?? 'nobody'} -> ${change.to ?? 'nobody'}`
}

/** Nodes and what the plan says of pools: the speaker acts on them as well. */
function settingLines({ previous, plans }: DiffView): string[] {
  const before = new Set(previous.flatMap(settings))
  const after = new Set(plans.flatMap(settings))
  return [
    ...[...before].filter((text) => !after.has(text)).map((text) => `- ${text}`),
    ...[...after].filter((text) => !before.has(text)).map((text) => `+ ${text}`),
  ]
}

function settings({ spec }: AnnouncementPlan): string[] {
  const texts = [...spec.nodes.map(nodeInWords), ...spec.pools.map(poolInWords)]
  return texts.map((text) => `segment ${spec.segment}: ${text}`)
}

function nodeInWords({ name, addresses }: PlanNode): string {
  return `node ${name} at ${addresses.join(', ')}`
}

function poolInWords({ name, interfaces, failback, ...rest }: PlanPool): string {
  const { method, intervalMilliseconds, failureThreshold } = rest.probe
  return [
    `pool ${name} on ${interfaces?.join(', ') ?? 'any interface'}`,
    `fail-back ${failback} (${rest.failbackDelaySeconds} s)`,
    `probe ${method} each ${intervalMilliseconds} ms, ${failureThreshold} misses`,
    `conflict detection ${rest.conflictDetection}`,
  ].join('; ')
}
