/** Whether this speaker leads. The grant expires by itself: nobody has to withdraw it. */
export interface Leadership {
  grant(until: number): void
  until(): number
  leads(now: number): boolean
  /** True once after it has begun or ended to lead, as a change since the last call. */
  turned(now: number): boolean
  /** As `turned` said last. */
  readonly isLeading: boolean
  /** When the grant ends; undefined if it has ended, or never does. */
  readonly deadline: number | undefined
}

/** One that stands alone leads for ever. */
export function createLeadership(isAlone: boolean): Leadership {
  let until = isAlone ? Infinity : -Infinity
  let led = isAlone
  return {
    grant(end) {
      until = end
    },
    until: () => until,
    leads: (now) => now < until,
    turned(now) {
      const before = led
      led = now < until
      return before !== led
    },
    get isLeading() {
      return led
    },
    get deadline() {
      return led && until !== Infinity ? until : undefined
    },
  }
}
