import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { WireMachineOptions } from '../../machine/events.ts'
import type { Demoted } from '../../ownership/demotions.ts'
import type { Heartbeat, WireStatus } from '../../status/heartbeat.ts'
import type { LanObservation } from '../../lan/lan-observation.ts'
import type { InterfaceRefusal } from '../linux/interfaces.ts'
import type { NamedLink } from '../linux/link.ts'
import type { WireEffect } from '../../lan/effect.ts'
import type { RememberedOwner } from '../../lan/settings.ts'

/** What main gives the worker at birth. `stop` is shared memory: its first element is set to end the loop. */
export interface WorkerData {
  readonly machineOptions: WireMachineOptions
  readonly stop: Int32Array
}

/**
 * Main to worker. Main writes to the worker's eventfd afterwards, or the worker will not look. Times are
 * those of `monotonicNow`.
 */
export type WorkerCommand =
  | { readonly type: 'carryOut'; readonly plans: readonly AnnouncementPlan[] }
  /** The machines lead until then. */
  | { readonly type: 'grant'; readonly until: number }
  /** One address is to be announced once more. */
  | { readonly type: 'announce' }
  /** Before the first plans. */
  | { readonly type: 'owners'; readonly owners: readonly RememberedOwner[] }
  | ({ readonly type: 'demoted' } & Demoted)
  /** Asks for one message of this type. */
  | { readonly type: 'status' }

/** Effects that the worker cannot carry out itself. */
export type ForwardedEffect = Exclude<WireEffect, { readonly type: 'send' | 'listen' }>

/** Why the worker cannot begin. */
export type StartRefusal =
  | InterfaceRefusal
  | { readonly reason: 'missingModule'; readonly message: string }
  | { readonly reason: 'notPermitted'; readonly name: string }
  | { readonly reason: 'systemCall'; readonly name: string; readonly message: string }

/** Worker to main. */
export type WorkerMessage =
  /** The sockets are open; `wake` is the eventfd. */
  | { readonly type: 'ready'; readonly wake: number }
  | { readonly type: 'refused'; readonly refusal: StartRefusal }
  | { readonly type: 'links'; readonly links: readonly NamedLink[] }
  | { readonly type: 'effects'; readonly effects: readonly ForwardedEffect[] }
  /** Whenever it has changed, but not too often. */
  | { readonly type: 'lan'; readonly views: readonly LanObservation[] }
  | ({ readonly type: 'status' } & WireStatus)
  | ({ readonly type: 'heartbeat' } & Heartbeat)
