import type { AnnouncementPlan } from '../../reconciler/api.ts'
import type { WireEffect, WireMachineOptions } from '../effect.ts'
import type { InterfaceRefusal } from './interfaces.ts'

/** What main gives the worker at birth. `stop` is shared memory: its first element is set to end the loop. */
export interface WorkerData {
  readonly machineOptions: WireMachineOptions
  readonly stop: Int32Array
}

/** Main to worker. Main writes to the worker's eventfd afterwards, or the worker will not look. */
export interface WorkerCommand {
  readonly type: 'carryOut'
  readonly plans: readonly AnnouncementPlan[]
}

/** Effects that the worker cannot carry out itself. */
export type ForwardedEffect = Exclude<WireEffect, { readonly type: 'send' | 'listen' }>

/** Why the worker cannot begin. */
export type StartRefusal =
  | InterfaceRefusal
  | { readonly reason: 'missingModule'; readonly message: string }
  | { readonly reason: 'notPermitted'; readonly name: string }
  | { readonly reason: 'systemCall'; readonly name: string; readonly message: string }

export interface NamedLink {
  readonly name: string
  readonly index: number
}

/** Worker to main. */
export type WorkerMessage =
  /** The sockets are open; `wake` is the eventfd. */
  | { readonly type: 'ready'; readonly wake: number }
  | { readonly type: 'refused'; readonly refusal: StartRefusal }
  | { readonly type: 'links'; readonly links: readonly NamedLink[] }
  | { readonly type: 'effects'; readonly effects: readonly ForwardedEffect[] }
