/** The monotonic clock of a host: it began at some time, and is a little too fast or too slow. */
export interface Clock {
  read(time: number): number
  /** When it will show this. */
  when(reading: number): number
}

export function createClock(rate: number, offset: number): Clock {
  return {
    read: (time) => offset + time * rate,
    when: (reading) => (reading - offset) / rate,
  }
}
