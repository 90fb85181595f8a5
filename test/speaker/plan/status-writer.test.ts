import t from 'tap'
import type { PlanStatus } from '../../../speaker/plan/status.ts'
import { createStatusWriter } from '../../../speaker/plan/status-writer.ts'

const STATUS: PlanStatus = {
  holder: 'one',
  digest: 'sha256:00',
  announced: 1,
  moved: [],
  macs: [],
  verdicts: [],
  conflicts: [],
  conditions: [],
}
const OTHER: PlanStatus = { ...STATUS, announced: 2 }

/** Leads since 0, and has written STATUS at 100. */
function written() {
  const writer = createStatusWriter()
  writer.handle({ type: 'leads', leads: true }, 0)
  writer.handle({ type: 'deadline' }, 100)
  writer.handle({ type: 'picture', status: STATUS }, 100)
  writer.handle({ type: 'written' }, 110)
  return writer
}

t.test('the first status is written as soon as things have settled', async (t) => {
  const writer = createStatusWriter()
  writer.handle({ type: 'changed' }, 0)
  t.equal(writer.deadline, undefined, 'who does not lead writes nothing')
  writer.handle({ type: 'leads', leads: true }, 1000)
  t.equal(writer.deadline, 1100)
  t.strictSame(writer.handle({ type: 'deadline' }, 1099), [])
  t.strictSame(writer.handle({ type: 'deadline' }, 1100), [{ type: 'look' }])
  t.equal(writer.deadline, undefined, 'one at a time')
  t.strictSame(writer.handle({ type: 'deadline' }, 1101), [])
  const write = { type: 'write', status: STATUS } as const
  t.strictSame(writer.handle({ type: 'picture', status: STATUS }, 1100), [write])
  t.equal(writer.written, undefined)
  writer.handle({ type: 'written' }, 1110)
  t.equal(writer.written, STATUS)
  t.equal(writer.deadline, 11_110, 'looks again, for some things change with time alone')
})

t.test('what has not changed is not written', async (t) => {
  const writer = written()
  writer.handle({ type: 'changed' }, 5000)
  t.equal(writer.deadline, 5100)
  writer.handle({ type: 'deadline' }, 5100)
  t.strictSame(writer.handle({ type: 'picture', status: { ...STATUS } }, 5100), [])
  t.equal(writer.deadline, 15_100)
  writer.handle({ type: 'deadline' }, 15_100)
  t.strictSame(writer.handle({ type: 'picture', status: undefined }, 15_100), [], 'no picture')
})

t.test('changes without end: a write a second', async (t) => {
  const writer = written()
  const writes: number[] = []
  for (let now = 110; now < 5110; now += 10) {
    writer.handle({ type: 'changed' }, now)
    for (const { type } of writer.handle({ type: 'deadline' }, now)) {
      t.equal(type, 'look')
      const status = { ...STATUS, announced: now }
      if (writer.handle({ type: 'picture', status }, now).length > 0) writes.push(now)
      writer.handle({ type: 'changed' }, now)
      writer.handle({ type: 'written' }, now)
    }
  }
  t.strictSame(writes, [1100, 2100, 3100, 4100, 5100])
})

t.test('what fails is tried again, more and more slowly', async (t) => {
  const writer = written()
  writer.handle({ type: 'changed' }, 10_000)
  const at: number[] = []
  for (let times = 0; times < 7; times++) {
    const now = writer.deadline ?? 0
    at.push(now)
    writer.handle({ type: 'deadline' }, now)
    writer.handle({ type: 'picture', status: OTHER }, now)
    writer.handle({ type: 'failed', failure: 'unreachable' }, now)
  }
  t.strictSame(at, [10_100, 12_100, 16_100, 24_100, 40_100, 70_100, 100_100])
  writer.handle({ type: 'deadline' }, 130_100)
  writer.handle({ type: 'picture', status: OTHER }, 130_100)
  writer.handle({ type: 'written' }, 130_110)
  writer.handle({ type: 'changed' }, 130_110)
  t.equal(writer.deadline, 131_100)
})

t.test('an API server for which a write is hard work is asked less often', async (t) => {
  const next = (took: number) => {
    const writer = written()
    writer.handle({ type: 'changed' }, 5000)
    writer.handle({ type: 'deadline' }, 5100)
    writer.handle({ type: 'picture', status: OTHER }, 5100)
    writer.handle({ type: 'changed' }, 5100)
    writer.handle({ type: 'written' }, 5100 + took)
    return (writer.deadline ?? 0) - 5100
  }
  t.equal(next(50), 1000)
  t.equal(next(100), 2000, 'a twentieth of the time')
  t.equal(next(4000), 5000, 'but never less than every five seconds')
})

t.test('who leads no more writes no more, and begins anew when it leads again', async (t) => {
  const writer = written()
  writer.handle({ type: 'changed' }, 5000)
  writer.handle({ type: 'deadline' }, 5100)
  writer.handle({ type: 'leads', leads: false }, 5100)
  t.strictSame(writer.handle({ type: 'picture', status: OTHER }, 5101), [])
  t.equal(writer.deadline, undefined)
  writer.handle({ type: 'leads', leads: true }, 6000)
  writer.handle({ type: 'leads', leads: true }, 6050)
  t.equal(writer.deadline, 6100)
  writer.handle({ type: 'deadline' }, 6100)
  t.equal(writer.handle({ type: 'picture', status: STATUS }, 6100).length, 1, 'who led before us?')
})

t.test('a write that is overtaken proves nothing', async (t) => {
  const writer = written()
  writer.handle({ type: 'changed' }, 5000)
  writer.handle({ type: 'deadline' }, 5100)
  writer.handle({ type: 'picture', status: OTHER }, 5100)
  writer.handle({ type: 'lost' }, 5110)
  writer.handle({ type: 'written' }, 5120)
  t.equal(writer.written, undefined)
  t.equal(writer.deadline, 6100)
})
