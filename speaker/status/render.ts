import { renderTable } from '../../api/text-table.ts'
import { ageText, spanText } from './duration-text.ts'
import type { ElectionRole } from '../election/events.ts'
import type {
  AddressEntry,
  ConflictEntry,
  ElectionEntry,
  NodeEntry,
  PlanOrigin,
  SegmentEntry,
  StatusDocument,
} from './document.ts'

/** What a speaker does, for people; ages are those at the document's own time. */
export function renderStatus(document: StatusDocument): string {
  const { holder, plan, time, election, segments } = document
  const head = `Speaker on ${holder}, plan ${originText(plan)}, at ${time}`
  const age: Age = (since) => ageText(Date.parse(time) - Date.parse(since))
  const parts = segments.map((segment) => segmentLines(segment, age))
  const body = parts.length === 0 ? ['', 'It carries no plan out.'] : parts.flat()
  const elected = election === undefined ? [] : electionLines(election, age)
  return `${[head, ...elected, ...body].join('\n')}\n`
}

function originText(plan: PlanOrigin): string {
  return 'file' in plan ? plan.file : `${plan.object} of the API server`
}

const ROLE_TEXTS: Readonly<Record<ElectionRole, string>> = {
  standby: 'standby',
  leading: 'leads by the Lease',
  failStatic: 'leads without the API server (fail static)',
  standIn: 'stands in without Lease and API server',
}

function electionLines(entry: ElectionEntry, age: Age): readonly string[] {
  const { identity, role, since, lease, api } = entry
  const holder = lease === undefined ? NOTHING : lease.holder || 'nobody'
  return [
    `Role: ${ROLE_TEXTS[role]} for ${age(since)}, as ${identity}`,
    `Lease: held by ${holder}`,
    `API server: ${apiText(api)} for ${age(api.since)}`,
  ]
}

function apiText({ reachable, message }: ElectionEntry['api']): string {
  if (reachable === undefined) return 'not asked yet'
  if (reachable) return 'answers'
  return message === undefined ? 'does not answer' : `does not answer (${message})`
}

type Age = (since: string) => string

/** Where nothing is known. */
const NOTHING = '-'

/** sha256: and so many digits tell plans apart for people. */
const SHORT_DIGEST_LENGTH = 19

function segmentLines(entry: SegmentEntry, age: Age): readonly string[] {
  const { segment, leads, planDigest = NOTHING, addresses, nodes, conflicts } = entry
  const digest = planDigest.slice(0, SHORT_DIGEST_LENGTH)
  return [
    '',
    `Segment ${segment}: ${leads ? 'leads' : 'listens'}, plan ${digest}`,
    '',
    ...table('no addresses', [ADDRESS_HEAD, ...addresses.map((one) => addressRow(one, age))]),
    '',
    ...table('no nodes', [NODE_HEAD, ...nodes.map((one) => nodeRow(one, age))]),
    '',
    ...table('no conflicts', [CONFLICT_HEAD, ...conflicts.map((one) => conflictRow(one, age))]),
  ]
}

/** A head without rows is a riddle: words are none. */
function table(nothing: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 1 ? [nothing] : renderTable(rows)
}

const ADDRESS_HEAD = ['ADDRESS', 'STATE', 'OWNER', 'MAC', 'LINK', 'SINCE']

function addressRow(entry: AddressEntry, age: Age): readonly string[] {
  const { address, state, owner, plannedOwner, mac = NOTHING, link, since } = entry
  const isPlanned = owner === plannedOwner
  const name = isPlanned ? owner : `${owner} (planned: ${plannedOwner})`
  return [address, state, name, mac, link, age(since)]
}

const NODE_HEAD = [
  'NODE',
  'ADDRESS',
  'VERDICT',
  'ROUND TRIP',
  'MAC',
  'METHOD',
  'INTERVAL',
  'LINK',
  'SINCE',
]

function nodeRow(entry: NodeEntry, age: Age): readonly string[] {
  const { node, address, mac = NOTHING, method, link, since } = entry
  const { roundTripMilliseconds: roundTrip, intervalMilliseconds: interval } = entry
  return [
    node,
    address,
    verdictText(entry),
    roundTrip === undefined ? NOTHING : spanText(roundTrip),
    mac,
    method,
    // The speaker's own node is not probed.
    method === 'self' ? NOTHING : spanText(interval),
    link,
    age(since),
  ]
}

function verdictText({ verdict, dampedUntil, demoted }: NodeEntry): string {
  const doubts = [...(dampedUntil === undefined ? [] : ['damped']), ...(demoted ? ['demoted'] : [])]
  return doubts.length === 0 ? verdict : `${verdict} (${doubts.join(', ')})`
}

const CONFLICT_HEAD = ['CONFLICT', 'REASON', 'CLAIMED BY', 'LINK', 'COUNT', 'FIRST', 'LAST']

function conflictRow(entry: ConflictEntry, age: Age): readonly string[] {
  const { address, reason, mac, node, link, count, firstHeard, lastHeard } = entry
  const claimant = node === undefined ? mac : `${mac} (${node})`
  return [
    address,
    reason,
    claimant,
    link,
    String(count),
    `${age(firstHeard)} ago`,
    `${age(lastHeard)} ago`,
  ]
}
