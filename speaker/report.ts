import type { Position } from '../reconciler/finding.ts'

/**
 * What the speaker says about itself: one JSON line each. `level` follows syslog's words; `event` is a
 * stable CamelCase name; everything else is the event's own.
 */
export type SpeakerReport =
  | {
      readonly level: 'info'
      readonly event: 'PlanInForce'
      readonly segment: string
      readonly digest: string
      readonly addresses: number
    }
  | {
      readonly level: 'error'
      readonly event: 'PlanRefused'
      readonly message: string
      readonly hint: string
      readonly at?: Position
    }
  | {
      readonly level: 'info'
      readonly event: 'NodeResolved'
      readonly node: string
      readonly address: string
      readonly mac: string
      readonly link: string
    }
  | {
      readonly level: 'warn'
      readonly event: 'NodeUnresolved'
      readonly node: string
      readonly addresses: readonly string[]
      readonly message: string
      readonly hint: string
    }
  | {
      readonly level: 'info'
      readonly event: 'Announced'
      readonly address: string
      readonly node: string
      readonly mac: string
      readonly link: string
    }
  | { readonly level: 'info'; readonly event: 'Withdrawn'; readonly address: string }
  | {
      readonly level: 'error'
      readonly event: 'AddressOnNoInterface'
      readonly address: string
      readonly message: string
      readonly hint: string
    }
