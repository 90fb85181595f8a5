import type { SpeakerReport } from './report.ts'
import type { DemotionReason } from './health.ts'

/** One line for people: level, event, and what it says. */
export function describeReport(report: SpeakerReport): string {
  return `${report.level} ${report.event}: ${sentence(report)}`
}

type Of<E extends SpeakerReport['event']> = Extract<SpeakerReport, { readonly event: E }>

/** Events that carry no message of their own. */
type Described = Exclude<SpeakerReport, { readonly message: string }>['event']

const SENTENCES: { readonly [E in Described]: (report: Of<E>) => string } = {
  PlanInForce: (r) => `${r.addresses} addresses of segment ${r.segment}, ${r.digest}`,
  NodeResolved: (r) => `${r.node} (${r.address}) is at ${r.mac} on ${r.link}`,
  Announced: (r) => `${r.address} is at ${r.node} (${r.mac}) on ${r.link}`,
  Withdrawn: (r) => `${r.address} is not answered any more`,
  LinkUp: (r) => `${r.link} (${r.mac})`,
  LinkDown: (r) => `${r.link}: nothing is answered there`,
  SpeakerStarted: (r) => `${r.plan} on ${r.links.join(', ')}`,
  SpeakerStopped: (r) => `by ${r.signal}`,
  NodeDown: (r) =>
    `${r.node} (${r.address}) has been silent on ${r.link} for ${r.silentMilliseconds} ms`,
  NodeUp: (r) => `${r.node} (${r.address}) answers on ${r.link}`,
  NodeSuspect: (r) => `${r.node} (${r.address}) has missed a probe on ${r.link}`,
  NodeDamped: (r) => `${r.node} comes and goes on ${r.link}; it is not trusted for ${r.seconds} s`,
  NodeAnswersNoEcho: (r) =>
    `${r.node} (${r.address}) answers no echo on ${r.link}; it is probed by ARP`,
  AddressMoved: (r) => `${r.address} moves from ${r.from} to ${r.to} on ${r.link} (${r.reason})`,
  NoCandidateUp: (r) =>
    `no candidate of ${r.address} answers on ${r.link}; it stays with ${r.owner}`,
  ConflictEnded: (r) => `${r.address} is not claimed by ${r.mac} on ${r.link} any more`,
  AnnouncementsHeard: (r) => `the answers for ${r.count} addresses are heard on ${r.link} again`,
  LeadingStarted: (r) => `this speaker leads segment ${r.segment}`,
  LeadingEnded: (r) => `this speaker does not lead segment ${r.segment} any more`,
  PlanFollowed: (r) => `the plan of segment ${r.segment} can be followed again`,
  NoPlanYet: (r) => `the API server has no plan of segment ${r.segment} yet`,
  StoredPlanInForce: (r) => `${r.file}, until the API server has answered`,
  LeaseAcquired: (r) => `of segment ${r.segment} (${r.reason}); before: ${r.from || 'nobody'}`,
  LeaseLost: (r) => `of segment ${r.segment}: ${r.to || 'nobody'} holds it`,
  LeaseReleased: (r) => `of segment ${r.segment} (${r.reason})`,
  FailStaticEnded: (r) => `segment ${r.segment}${reasonOf(r)}`,
  StandInStarted: (r) => `segment ${r.segment}, for ${r.holder || 'nobody known'} (${r.reason})`,
  StandInEnded: (r) => `segment ${r.segment}${reasonOf(r)}`,
  GrantVoided: (r) =>
    `segment ${r.segment}: this process stood still for ${r.gapMilliseconds} ms, and is silent until it knows who leads`,
  NodeDemoted: (r) =>
    `${r.node}: ${DEMOTIONS[r.reason](r.port)}; ${servedAt(r)} is served elsewhere`,
  NodeRestored: (r) => `${r.node} can serve ${servedAt(r)} again`,
  EndpointsNotReady: (r) =>
    `${r.address} moves to ${r.node} as planned, which has not said within ${r.seconds} s that it has endpoints`,
  HttpServing: (r) => `metrics, health and status at http://${r.address}/`,
}

const DEMOTIONS: Readonly<Record<DemotionReason, (port: number) => string>> = {
  unfit: (port) => `port ${port} says that it cannot serve`,
  refused: (port) => `nothing listens on port ${port}`,
  silent: (port) => `port ${port} does not answer`,
}

function servedAt({ addresses }: Of<'NodeDemoted' | 'NodeRestored'>): string {
  return addresses === undefined ? 'every address' : addresses.join(', ')
}

function reasonOf({ reason, other }: Of<'FailStaticEnded' | 'StandInEnded'>): string {
  return other === undefined ? ` (${reason})` : ` (${reason}: ${other})`
}

function sentence(report: SpeakerReport): string {
  if ('message' in report) return `${placeOf(report)}${report.message} (${report.hint})`
  const describe = SENTENCES[report.event] as (report: SpeakerReport) => string
  return describe(report)
}

function placeOf(report: SpeakerReport): string {
  if (!('at' in report) || report.at === undefined) return ''
  const { file, line, column } = report.at
  return `${file}:${line}:${column}: `
}
