import type { FilterEffect } from '../../machine/link-filters.ts'
import type { FilterRefused } from '../../reports/report.ts'
import type { Link } from '../linux/link.ts'
import type { ForwardedEffect } from './worker-messages.ts'
import type { WireEffect } from '../../lan/effect.ts'

/** Carries out on the links what the machines ask for, and gathers what main has to do. */
export interface WirePerformer {
  /**
   * What the machines have asked for at `at`. If they led then, and the grant ends before a frame's turn has
   * come, the frame is withheld: this thread may have been stopped in between.
   */
  perform(effects: readonly WireEffect[], at: number): void
  /** Whoever leads does so until then. Without a grant nothing is withheld. */
  grant(until: number): void
  /** What has gathered since the last call: one message for a turn, however many effects it had. */
  take(): readonly ForwardedEffect[]
  /** Frames since the start. */
  readonly sent: number
  /** Frames that the kernel did not take, or for a link that is gone. */
  readonly sendFailures: number
  /** Frames that came too late. */
  readonly withheld: number
}

/** `clock` gives monotonic milliseconds. */
export function createWirePerformer(
  links: () => readonly Link[],
  clock: () => number,
): WirePerformer {
  let gathered: ForwardedEffect[] = []
  let [sent, sendFailures, withheld] = [0, 0, 0]
  let grantedUntil = -Infinity

  const linkOf = (name: string) => links().find(({ state }) => state.name === name)
  const isTooLate = (at: number) =>
    grantedUntil !== Infinity && at < grantedUntil && clock() >= grantedUntil
  const send = (name: string, bytes: Uint8Array, at: number) => {
    if (isTooLate(at)) withheld++
    else if (linkOf(name)?.send(bytes) === true) sent++
    else sendFailures++
  }
  const listen = (effect: FilterEffect) => {
    if (linkOf(effect.link)?.listen(effect) !== false) return
    gathered.push({ type: 'report', report: filterRefused(effect.link) })
  }
  return {
    grant(until) {
      grantedUntil = until
    },
    perform(effects, at) {
      for (const effect of effects)
        if (effect.type === 'send') send(effect.link, effect.bytes, at)
        else if (effect.type === 'listen') listen(effect)
        else gathered.push(effect)
    },
    take() {
      const taken = gathered
      if (taken.length > 0) gathered = []
      return taken
    },
    get sent() {
      return sent
    },
    get sendFailures() {
      return sendFailures
    },
    get withheld() {
      return withheld
    },
  }
}

function filterRefused(link: string): FilterRefused {
  return {
    level: 'error',
    event: 'FilterRefused',
    link,
    message: `the kernel has no memory for a new filter on ${link}; questions about new addresses may not arrive`,
    hint: 'raise the sysctl net.core.optmem_max',
  }
}
