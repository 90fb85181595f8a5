import type { PageServerReport } from '../../api/page-server-report.ts'
import type { MissingInput, Refusal } from '../guard/refusal.ts'

/** What a watching reconciler tells in its log. One member for each thing that can happen. */
export type RunReport =
  | {
      readonly level: 'info'
      readonly event: 'ReconcilerStarted'
      /** A folder, or `AddressPool` for the custom resources. */
      readonly pools: string
      readonly namespace: string
      readonly identity: string
    }
  | { readonly level: 'info'; readonly event: 'ReconcilerStopped'; readonly signal: string }
  | { readonly level: 'info'; readonly event: 'Settled'; readonly unknown: readonly string[] }
  | { readonly level: 'info'; readonly event: 'WriterElected' }
  | { readonly level: 'warn'; readonly event: 'WriterLost'; readonly holder: string }
  /** Another reconciler writes; this one follows. */
  | { readonly level: 'info'; readonly event: 'WriterFollowed'; readonly holder: string }
  | {
      readonly level: 'warn'
      readonly event: 'ElectionTrouble'
      readonly message: string
      readonly hint: string
    }
  | {
      readonly level: 'info'
      readonly event: 'PlanWritten'
      readonly segment: string
      readonly addresses: number
      readonly revision: string
    }
  | {
      readonly level: 'warn'
      readonly event: 'PlanBlocked'
      readonly refusals: readonly Refusal[]
      readonly message: string
      readonly hint: string
    }
  | { readonly level: 'info'; readonly event: 'PlanUnblocked' }
  | {
      readonly level: 'warn'
      readonly event: 'InputIncomplete'
      readonly missing: readonly MissingInput[]
      readonly message: string
      readonly hint: string
    }
  | { readonly level: 'info'; readonly event: 'InputComplete' }
  | {
      readonly level: 'error'
      readonly event: 'WriteFailed'
      readonly reason: string
      readonly message: string
      readonly hint: string
    }
  | {
      readonly level: 'error'
      readonly event: 'LedgerUnreadable'
      readonly message: string
      readonly hint: string
    }
  | {
      readonly level: 'error'
      readonly event: 'PassFailed'
      readonly message: string
      readonly hint: string
    }
  | { readonly level: 'info'; readonly event: 'PassesWorkAgain' }
  | {
      readonly level: 'warn'
      readonly event: 'WatchLost'
      readonly kind: string
      readonly reason: string
      readonly message: string
      readonly hint: string
    }
  | {
      readonly level: 'error'
      readonly event: 'WatchDenied'
      readonly kind: string
      readonly reason: string
      readonly message: string
      readonly hint: string
    }
  | {
      readonly level: 'info'
      readonly event: 'WatchRegained'
      readonly kind: string
      readonly afterMilliseconds: number
    }
  | {
      readonly level: 'warn'
      readonly event: 'ServerWentBack'
      readonly kind: string
      readonly from: string
      readonly to: string
    }
  | {
      readonly level: 'info'
      readonly event: 'PoolsRead'
      readonly revision: string
      readonly files: number
    }
  | {
      readonly level: 'warn'
      readonly event: 'PoolsStale'
      readonly message: string
      readonly hint: string
    }
  | { readonly level: 'info'; readonly event: 'SegmentLive'; readonly segment: string }
  | { readonly level: 'warn'; readonly event: 'SegmentNotLive'; readonly segment: string }
  | PageServerReport

/** One line for people. */
export function describeRunReport(report: RunReport): string {
  const { level, event, ...fields } = report
  const parts = Object.entries(fields).filter(([name]) => name !== 'message' && name !== 'hint')
  const told = parts.map(([name, value]) => `${name} ${wordsOf(value)}`).join(', ')
  const message = 'message' in report ? `${report.message} (${report.hint})` : ''
  return [`${level} ${event}:`, message, told].filter((part) => part !== '').join(' ')
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.length === 0 ? 'none' : value.join(' ')
  return typeof value === 'string' ? value || '-' : JSON.stringify(value)
}
