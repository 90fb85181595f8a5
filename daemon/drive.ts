/**
 * What every state machine of ours is: it touches nothing, is told what happens and when, and says what is to be
 * done. Times are milliseconds of one monotonic clock.
 */
export interface Machine<Event, Effect> {
  /** What is to be done about it, in this order. */
  handle(event: Event, now: number): readonly Effect[]
  /** When it wants to be told `deadline`, unless it is told something else before; undefined: never. */
  readonly deadline: number | undefined
}

export interface DeadlineEvent {
  readonly type: 'deadline'
}

/** The thin shell around one machine. */
export interface Driver<Event> {
  /** Hands the event to the machine and performs what follows. Nothing happens after `close`. */
  readonly tell: (event: Event) => void
  readonly close: () => void
}

/** Longer than this, a timer of Node fires at once. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1

/**
 * Drives a machine: performs its effects, and keeps one timer, for its deadline. `perform` gets all effects of one event,
 * even if there are none; it may tell the next event at once.
 */
export function drive<Event, Effect>(
  machine: Machine<Event | DeadlineEvent, Effect>,
  clock: () => number,
  perform: (effects: readonly Effect[]) => void,
): Driver<Event> {
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const tell = (event: Event | DeadlineEvent) => {
    if (isClosed) return
    try {
      perform(machine.handle(event, clock()))
    } finally {
      arm()
    }
  }
  const arm = () => {
    clearTimeout(timer)
    const { deadline } = machine
    if (isClosed || deadline === undefined) return
    const left = Math.max(0, Math.ceil(deadline - clock()))
    timer = setTimeout(wake, Math.min(left, LONGEST_TIMER_MILLISECONDS))
  }
  /** A timer may come a fraction of a millisecond early, and one that was cut short comes far too early. */
  const wake = () => {
    const { deadline } = machine
    if (deadline !== undefined && clock() >= deadline) tell({ type: 'deadline' })
    else arm()
  }
  return {
    tell,
    close() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}
