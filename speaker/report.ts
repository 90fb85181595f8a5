import type { Position } from '../reconciler/finding.ts'

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

/** Solicited-node groups that the kernel let us not join on a link. */
export interface GroupsRefused {
  readonly level: 'error'
  readonly event: 'GroupsRefused'
  readonly link: string
  readonly groups: readonly string[]
  readonly message: string
  readonly hint: string
}

/** An unsolicited neighbour advertisement that could not be sent, tried several times. */
export interface AdvertisementNotSent {
  readonly level: 'warn'
  readonly event: 'AdvertisementNotSent'
  readonly address: string
  readonly link: string
  readonly message: string
  readonly hint: string
}

/**
 * What the speaker says about itself: one JSON line each. `level` follows syslog's words; `event` is a
 * stable CamelCase name; everything else is the event's own.
 */
export type SpeakerReport =
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
  | GroupsRefused
  | AdvertisementNotSent
