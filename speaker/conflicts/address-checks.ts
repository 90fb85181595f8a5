import type { ConflictDetection } from '../../api/objects.ts'
import type { Binding } from '../lan/link-view.ts'
import { arpProbe, duplicateAddressProbe } from '../frames/outgoing.ts'
import { PRIORITY, type Pacer } from '../announcing/pacer.ts'
import { createSpread } from '../timing/spread.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import {
  DUPLICATE_ADDRESS_CHECK,
  FULL_CHECK,
  PROBE_WAIT,
  QUICK_CHECK,
  RATE_LIMIT_INTERVAL,
} from '../timing/constants.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Probes for an address before it is first announced (RFC 5227 §2.1, RFC 4862 §5.4). */
export interface AddressChecks {
  /** Starts the checks that are needed; an address that was checked, announced or heard before is clear. */
  start(bindings: readonly Binding[], now: number): readonly WireEffect[]
  /** The address was ours before: by our own memory, or because another speaker announces it. */
  trust(binding: Binding): void
  stateOf(binding: Binding): 'clear' | 'checking' | 'held'
  /** Somebody else claims it: with `conflictDetection: hold` it is not announced, and tried again later. */
  conflict(binding: Binding, now: number): void
  /**
   * Forgets all addresses but these. A check that has not ended is begun anew where the address is bound to no link
   * now: on a link that is down nobody can be asked.
   */
  keep(addresses: ReadonlySet<string>, bindings: readonly Binding[]): void
  /** Asks on; `clear` are those that may be announced from now on. */
  tick(now: number): { readonly effects: readonly WireEffect[]; readonly clear: readonly Binding[] }
  readonly deadline: number | undefined
}

interface Schedule {
  readonly probes: number
  readonly apart: number
  readonly wait: number
}

interface Check {
  binding: Binding
  state: 'clear' | 'checking' | 'held'
  sent: number
}

interface Checking {
  readonly checks: Map<string, Check>
  readonly timers: Timers
  readonly pacer: Pacer
  readonly countSent: () => void
  readonly spread: () => number
}

export function createAddressChecks(pacer: Pacer, countSent: () => void): AddressChecks {
  const checks = new Map<string, Check>()
  const timers = createTimers()
  const checking: Checking = { checks, timers, pacer, countSent, spread: createSpread() }
  return {
    start: (bindings, now) => bindings.flatMap((binding) => start(checking, binding, now)),
    trust(binding) {
      const check = checks.get(binding.place)
      if (check === undefined) checks.set(binding.place, { binding, state: 'clear', sent: 0 })
      else finish(checking, check)
    },
    stateOf: (binding) => checks.get(binding.place)?.state ?? 'clear',
    conflict(binding, now) {
      const check = checks.get(binding.place)
      if (check === undefined || check.state === 'clear' || detection(binding) !== 'hold') return
      check.state = 'held'
      timers.set(binding.place, now + RATE_LIMIT_INTERVAL)
    },
    keep(addresses, bindings) {
      const bound = new Set(bindings.map(({ place }) => place))
      for (const [place, { binding, state }] of checks)
        if (
          !addresses.has(binding.planned.address.text) ||
          (state !== 'clear' && !bound.has(place))
        ) {
          checks.delete(place)
          timers.clear(place)
        }
    },
    tick: (now) => tick(checking, now),
    get deadline() {
      return timers.earliest
    },
  }
}

function start(checking: Checking, binding: Binding, now: number): readonly WireEffect[] {
  const known = checking.checks.get(binding.place)
  if (known !== undefined) known.binding = binding
  if (known !== undefined || detection(binding) === 'off') return []
  const check: Check = { binding, state: 'checking', sent: 0 }
  checking.checks.set(binding.place, check)
  return begin(checking, check, now)
}

/** The full check begins after a delay that differs by address; the quick one at once. */
function begin(checking: Checking, check: Check, now: number): readonly WireEffect[] {
  check.sent = 0
  check.state = 'checking'
  if (detection(check.binding) !== 'hold') return probe(checking, check, now)
  checking.timers.set(check.binding.place, now + checking.spread() * PROBE_WAIT)
  return []
}

/** The interval runs from when a probe is sent, not from when it was queued. */
function probe(checking: Checking, check: Check, now: number): readonly WireEffect[] {
  const { checks, countSent, pacer, timers } = checking
  const place = check.binding.place
  const work = (at: number) => {
    if (checks.get(place) !== check || check.state !== 'checking') return []
    const { probes, apart, wait } = scheduleOf(check.binding)
    if (check.sent >= probes) return []
    check.sent += 1
    timers.set(place, at + (check.sent < probes ? apart : wait))
    countSent()
    return [probeOf(check.binding)]
  }
  timers.set(place, now + RATE_LIMIT_INTERVAL)
  return pacer.offer(check.binding.link.state.name, PRIORITY.repetition, work, now)
}

function finish({ timers }: Checking, check: Check): void {
  check.state = 'clear'
  timers.clear(check.binding.place)
}

function tick(checking: Checking, now: number): ReturnType<AddressChecks['tick']> {
  const { checks, timers } = checking
  const due = timers.takeDue(now).flatMap((place) => checks.get(place) ?? [])
  const done = due.filter(isDone)
  for (const check of done) finish(checking, check)
  const effects = due
    .filter(({ state }) => state !== 'clear')
    .flatMap((check) =>
      check.state === 'held' ? begin(checking, check, now) : probe(checking, check, now),
    )
  return { effects, clear: done.map(({ binding }) => binding) }
}

function isDone({ state, sent, binding }: Check): boolean {
  return state === 'checking' && sent >= scheduleOf(binding).probes
}

function detection({ planned }: Binding): ConflictDetection {
  return planned.pool.conflictDetection
}

function scheduleOf(binding: Binding): Schedule {
  if (detection(binding) !== 'hold') return QUICK_CHECK
  return binding.planned.address.family === 'IPv4' ? FULL_CHECK : DUPLICATE_ADDRESS_CHECK
}

function probeOf({ link, planned }: Binding): WireEffect {
  return planned.address.family === 'IPv4'
    ? arpProbe(link, planned.octets)
    : duplicateAddressProbe(link, planned.octets)
}
