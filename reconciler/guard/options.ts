import type { AllowedChange } from '../reasons/guard.ts'

/** What a user may set of the reconciler itself. */
export interface ReconcileOptions {
  /** Also take Services that name no class. Default false: only `bellwether.dev/layer2`. */
  readonly asDefaultClass?: boolean
  /** How many candidates an address has: the planned owner and its standbys. Default 4. */
  readonly candidatesPerAddress?: number
  /** The share (0-1) of the addresses in force that one plan may move or release. Default 0.5. */
  readonly maxChangeShare?: number
  /** Changes that the guard lets pass for this once. */
  readonly allow?: readonly AllowedChange[]
}
