import type { Position } from '../../api/finding.ts'
import type { PageServerReport } from '../../api/page-server-report.ts'
import type { ClusterReport } from './cluster.ts'

/** A plan has been read and is being carried out. */
export interface PlanInForce {
  readonly level: 'info'
  readonly event: 'PlanInForce'
  readonly segment: string
  readonly digest: string
  readonly addresses: number
}

/** The plan file cannot be used; the plan before it stays in force. */
export interface PlanRefused {
  readonly level: 'error'
  readonly event: 'PlanRefused'
  readonly message: string
  readonly hint: string
  readonly at?: Position
}

/** The MAC of a node is known on a link, or is another one than before. */
export interface NodeResolved {
  readonly level: 'info'
  readonly event: 'NodeResolved'
  readonly node: string
  readonly address: string
  readonly mac: string
  readonly link: string
}

/** A node does not tell its MAC; the addresses that it owns are not answered. It is asked again, slowly. */
export interface NodeUnresolved {
  readonly level: 'warn'
  readonly event: 'NodeUnresolved'
  readonly node: string
  readonly addresses: readonly string[]
  readonly link: string
  readonly message: string
  readonly hint: string
}

/** The first announcement of an address with this MAC on this link has been sent. */
export interface Announced {
  readonly level: 'info'
  readonly event: 'Announced'
  readonly address: string
  readonly node: string
  readonly mac: string
  readonly link: string
}

/** An address that was announced is in the plan no longer, or has no candidate any more. */
export interface Withdrawn {
  readonly level: 'info'
  readonly event: 'Withdrawn'
  readonly address: string
}

export interface AddressOnNoInterface {
  readonly level: 'error'
  readonly event: 'AddressOnNoInterface'
  readonly address: string
  readonly message: string
  readonly hint: string
}

/** A text in the plan that should be an address and is none that could be announced. */
export interface AddressUnusable {
  readonly level: 'error'
  readonly event: 'AddressUnusable'
  readonly address: string
  readonly message: string
  readonly hint: string
}

/** A link that carries addresses of the plan has come up. */
export interface LinkUp {
  readonly level: 'info'
  readonly event: 'LinkUp'
  readonly link: string
  readonly mac: string
}

/** A link that carried addresses of the plan has gone down, or away; nothing is answered there. */
export interface LinkDown {
  readonly level: 'warn'
  readonly event: 'LinkDown'
  readonly link: string
}

/** The sockets are open and the loop runs. */
export interface SpeakerStarted {
  readonly level: 'info'
  readonly event: 'SpeakerStarted'
  readonly plan: string
  readonly links: readonly string[]
}

/** The end, asked for by `signal`. */
export interface SpeakerStopped {
  readonly level: 'info'
  readonly event: 'SpeakerStopped'
  readonly signal: string
}

/** The end, by an error: nothing is answered any more. */
export interface SpeakerFailed {
  readonly level: 'error'
  readonly event: 'SpeakerFailed'
  readonly message: string
  readonly hint: string
}

/** The ICMPv6 sockets are opened by koffi, because raw-socket cannot be used. Everything works. */
export interface RawSocketNotLoaded {
  readonly level: 'info'
  readonly event: 'RawSocketNotLoaded'
  readonly reason:
    /** npm did not install it, or could not compile it. */
    | 'notInstalled'
    /** It was compiled for another version of Node. */
    | 'otherNode'
    /** This machine cannot load it: another processor or C library, for example. */
    | 'notLoadable'
  readonly message: string
  readonly hint: string
}

/** Solicited-node groups that the kernel let us not join on a link. */
export interface GroupsRefused {
  readonly level: 'error'
  readonly event: 'GroupsRefused'
  readonly link: string
  readonly groups: readonly string[]
  readonly message: string
  readonly hint: string
}

/** The filters of a link could not be replaced: those before it stay in force. */
export interface FilterRefused {
  readonly level: 'error'
  readonly event: 'FilterRefused'
  readonly link: string
  readonly message: string
  readonly hint: string
}

/** Who claims an address without a right to it. */
export type ConflictReason =
  /** A host that is no node of the plan. */
  | 'Stranger'
  /** The virtual MAC of a VRRP or CARP group (RFC 9568 §7.3). */
  | 'VirtualRouter'
  /** A host that answers for several of our addresses alike: proxy ARP (RFC 1027). */
  | 'ProxyArp'
  /** The kernel of a node answers by itself: kube-proxy's IPVS without strictARP, an address on `lo`. */
  | 'NodeAnswersItself'

/** Why an address has another owner than before. */
export type OwnerChangeReason =
  /** The plan names another owner. */
  | 'planned'
  /** The owner does not answer probes. */
  | 'ownerDown'
  /** The MAC of the owner cannot be found. */
  | 'ownerUnresolved'
  /** The owner answers, but cannot serve the address, and another node can. */
  | 'ownerDemoted'
  /** The owner is no candidate any more. */
  | 'notCandidate'
  /** The planned owner is back, and the pool's `failback` allows it. */
  | 'failback'
  /** Another speaker, which leads, announced it so. */
  | 'heard'

/** Why a verdict does not count. */
export type HoldReason =
  /** Nobody else has been heard since the first miss: it may be our own port. */
  | 'nobodyHeard'
  /** Our own loop was late by more than an interval. */
  | 'loopLate'

/** A node has answered no probe for `silentMilliseconds`; what it owned moves. */
export interface NodeDown {
  readonly level: 'warn'
  readonly event: 'NodeDown'
  readonly node: string
  readonly address: string
  readonly link: string
  readonly silentMilliseconds: number
}

/** A node that was down or unknown answers. */
export interface NodeUp {
  readonly level: 'info'
  readonly event: 'NodeUp'
  readonly node: string
  readonly address: string
  readonly link: string
}

/** The first probe that was missed; most often the next one is answered. */
export interface NodeSuspect {
  readonly level: 'debug'
  readonly event: 'NodeSuspect'
  readonly node: string
  readonly address: string
  readonly link: string
}

/** A node has gone down so often that it is not trusted for a while. */
export interface NodeDamped {
  readonly level: 'warn'
  readonly event: 'NodeDamped'
  readonly node: string
  readonly link: string
  readonly seconds: number
}

/** A node answers ARP but no echo; it is probed by ARP from now on. */
export interface NodeAnswersNoEcho {
  readonly level: 'info'
  readonly event: 'NodeAnswersNoEcho'
  readonly node: string
  readonly address: string
  readonly link: string
}

/** Two nodes tell the same MAC, or one node two: traffic may go to the wrong one. */
export interface AmbiguousMac {
  readonly level: 'warn'
  readonly event: 'NodesShareMac' | 'NodeHasTwoMacs'
  readonly nodes: readonly string[]
  readonly macs: readonly string[]
  readonly link: string
  readonly message: string
  readonly hint: string
}

/** A node is silent, but nothing of what follows from it is done. Told once until it ends. */
export interface VerdictsHeld {
  readonly level: 'warn'
  readonly event: 'VerdictsHeld'
  readonly link: string
  readonly reason: HoldReason
  readonly message: string
  readonly hint: string
}

/** The nodes are probed less often than their pools say, because there are so many of them. */
export interface ProbingStretched {
  readonly level: 'warn'
  readonly event: 'ProbingStretched'
  readonly link: string
  readonly targets: number
  readonly intervalMilliseconds: number
  readonly message: string
  readonly hint: string
}

/** An address has another owner. */
export interface AddressMoved {
  readonly level: 'info' | 'warn'
  readonly event: 'AddressMoved'
  readonly address: string
  readonly link: string
  readonly from: string
  readonly to: string
  readonly reason: OwnerChangeReason
}

/** No candidate of these addresses answers; they stay with the owners they had. */
export interface NoCandidateUp {
  readonly level: 'error'
  readonly event: 'NoCandidateUp'
  readonly address: string
  readonly link: string
  readonly owner: string
}

/** Somebody else claims an address. Told when it begins, and every ten minutes while it goes on. */
export interface AddressConflict {
  readonly level: 'error'
  readonly event: 'AddressConflict'
  readonly address: string
  readonly link: string
  readonly mac: string
  readonly reason: ConflictReason
  readonly node?: string
  readonly message: string
  readonly hint: string
}

/** The claim has not been heard for a while. */
export interface ConflictEnded {
  readonly level: 'info'
  readonly event: 'ConflictEnded'
  readonly address: string
  readonly link: string
  readonly mac: string
}

/** A speaker that listens has asked for these addresses and heard no answer of the one that leads. */
export interface AnnouncementsNotHeard {
  readonly level: 'error'
  readonly event: 'AnnouncementsNotHeard'
  readonly link: string
  readonly addresses: readonly string[]
  readonly count: number
  readonly message: string
  readonly hint: string
}

/** What was not heard is heard again. */
export interface AnnouncementsHeard {
  readonly level: 'info'
  readonly event: 'AnnouncementsHeard'
  readonly link: string
  readonly count: number
}

/** This speaker leads from now on. */
export interface LeadingStarted {
  readonly level: 'info'
  readonly event: 'LeadingStarted'
  readonly segment: string
}

/** This speaker does not lead any more. */
export interface LeadingEnded {
  readonly level: 'info'
  readonly event: 'LeadingEnded'
  readonly segment: string
}

/** The status file cannot be read: nothing is remembered of the time before the start. */
export interface StatusNotRead {
  readonly level: 'warn'
  readonly event: 'StatusNotRead'
  readonly message: string
  readonly hint: string
}

/** The status file cannot be written. Told once, until it can be written again. */
export interface StatusNotWritten {
  readonly level: 'warn'
  readonly event: 'StatusNotWritten'
  readonly message: string
  readonly hint: string
}

/**
 * What the speaker says about itself: one JSON line each. `level` follows syslog's words; `event` is a
 * stable CamelCase name; everything else is the event's own.
 */
export type SpeakerReport =
  | ClusterReport
  | PlanInForce
  | PlanRefused
  | NodeResolved
  | NodeUnresolved
  | Announced
  | Withdrawn
  | AddressOnNoInterface
  | AddressUnusable
  | LinkUp
  | LinkDown
  | SpeakerStarted
  | SpeakerStopped
  | SpeakerFailed
  | RawSocketNotLoaded
  | GroupsRefused
  | FilterRefused
  | NodeDown
  | NodeUp
  | NodeSuspect
  | NodeDamped
  | NodeAnswersNoEcho
  | AmbiguousMac
  | VerdictsHeld
  | ProbingStretched
  | AddressMoved
  | NoCandidateUp
  | AddressConflict
  | ConflictEnded
  | AnnouncementsNotHeard
  | AnnouncementsHeard
  | LeadingStarted
  | LeadingEnded
  | PageServerReport
  | StatusNotRead
  | StatusNotWritten
