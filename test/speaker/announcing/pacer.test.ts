import t from 'tap'
import {
  createPacer,
  PRIORITY,
  type Pacer,
  type Priority,
} from '../../../speaker/announcing/pacer.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

/** Work that tells its name, as so many frames. */
const frames =
  (name: string, count = 1) =>
  (): readonly WireEffect[] =>
    Array.from({ length: count }, () => ({
      type: 'report',
      report: { level: 'info', event: 'Withdrawn', address: name },
    }))

const names = (effects: readonly WireEffect[]) =>
  effects.map((effect) =>
    effect.type === 'report' && effect.report.event === 'Withdrawn' ? effect.report.address : '',
  )

function offer(pacer: Pacer, name: string, priority: Priority, now = 0) {
  return names(pacer.offer('eth0', priority, frames(name), now))
}

/** When each of the frames is sent that wait, until none does. */
function drain(pacer: Pacer, start: number): readonly (readonly [string, number])[] {
  const sent: [string, number][] = []
  let now = start
  for (let { deadline } = pacer; deadline !== undefined; { deadline } = pacer) {
    now = Math.max(now, deadline)
    for (const name of names(pacer.tick(now))) sent.push([name, now])
  }
  return sent
}

t.test('what the budget has room for is sent at once', async (t) => {
  const pacer = createPacer(1_000)
  for (let count = 0; count < 10; count++)
    t.strictSame(offer(pacer, 'a', PRIORITY.upkeep), ['a'], 'ten milliseconds of the rate')
  t.equal(pacer.deadline, undefined)
  t.strictSame(offer(pacer, 'b', PRIORITY.news), [])
  t.equal(pacer.deadline, 1)
  t.strictSame(names(pacer.tick(1)), ['b'])
  t.equal(pacer.deadline, undefined)
})

t.test('what waits is sent by priority, then in the order in which it came', async (t) => {
  const pacer = createPacer(100)
  offer(pacer, 'first', PRIORITY.news)
  offer(pacer, 'upkeep', PRIORITY.upkeep)
  offer(pacer, 'repetition', PRIORITY.repetition)
  offer(pacer, 'news 1', PRIORITY.news)
  offer(pacer, 'news 2', PRIORITY.news)
  t.strictSame(
    drain(pacer, 0).map(([name]) => name),
    ['news 1', 'news 2', 'repetition', 'upkeep'],
  )
})

t.test('what is more urgent than what waits overtakes it; what is not does not', async (t) => {
  const pacer = createPacer(100)
  offer(pacer, 'first', PRIORITY.news)
  offer(pacer, 'waits', PRIORITY.repetition)
  t.strictSame(offer(pacer, 'as urgent', PRIORITY.repetition, 10), [])
  t.strictSame(offer(pacer, 'less urgent', PRIORITY.upkeep, 10), [])
  t.strictSame(offer(pacer, 'news', PRIORITY.news, 10), ['news'])
})

t.test('each link has a budget of its own', async (t) => {
  const pacer = createPacer(100)
  const on = (link: string, name: string, now: number) =>
    names(pacer.offer(link, PRIORITY.news, frames(name), now))
  t.strictSame(on('eth0', 'a', 0), ['a'])
  t.strictSame(on('eth1', 'b', 0), ['b'])
  on('eth1', 'c', 5)
  on('eth0', 'd', 2)
  t.equal(pacer.deadline, 10)
  t.strictSame(names(pacer.tick(10)), ['d', 'c'])
})

t.test('what is not wanted any more costs nothing', async (t) => {
  const pacer = createPacer(100)
  offer(pacer, 'a', PRIORITY.news)
  for (let count = 0; count < 1_000; count++) pacer.offer('eth0', PRIORITY.news, () => [], 0)
  offer(pacer, 'b', PRIORITY.news)
  t.strictSame(names(pacer.tick(10)), ['b'])
})

t.test('work that makes several frames is paid for later', async (t) => {
  const pacer = createPacer(100)
  t.equal(pacer.offer('eth0', PRIORITY.news, frames('a', 3), 0).length, 3)
  offer(pacer, 'b', PRIORITY.news)
  t.strictSame(drain(pacer, 0), [['b', 30]])
})

t.test('the work is told when it is its turn', async (t) => {
  const pacer = createPacer(100)
  offer(pacer, 'a', PRIORITY.news)
  let at = 0
  const work = (now: number) => {
    at = now
    return []
  }
  pacer.offer('eth0', PRIORITY.news, work, 0)
  pacer.tick(25)
  t.equal(at, 25)
})

t.test('10,000 announcements at 8,000 a second exceed the budget in no window', async (t) => {
  const pacer = createPacer(8_000)
  const times: number[] = []
  for (let count = 0; count < 10_000; count++)
    times.push(...offer(pacer, 'a', PRIORITY.news, 100).map(() => 100))
  times.push(...drain(pacer, 100).map(([, at]) => at))
  t.equal(times.length, 10_000)
  const bucket = 80
  for (const window of [1, 10, 100, 1_000])
    t.ok(most(times, window) <= bucket + 8 * window + 1, `${most(times, window)} in ${window} ms`)
  const took = (times.at(-1) ?? 0) - 100
  t.ok(Math.abs(took - (10_000 - bucket) / 8) < 1, `${took} ms`)
})

/** The greatest number of these times, ascending, that lie within so many milliseconds. */
function most(times: readonly number[], window: number): number {
  let first = 0
  let found = 0
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? 0) >= window) first++
    found = Math.max(found, last - first + 1)
  }
  return found
}

t.test('at its own deadline there is something to send, whatever the rate', async (t) => {
  for (const rate of [1, 3, 7, 15, 49, 333, 7_777]) {
    const pacer = createPacer(rate)
    const start = 0.1
    for (let count = 0; count < 200; count++) offer(pacer, 'a', PRIORITY.news, start)
    let ticks = 0
    for (let { deadline } = pacer; deadline !== undefined && ticks < 300; ticks++) {
      pacer.tick(deadline)
      deadline = pacer.deadline
    }
    t.ok(ticks < 201, `${ticks} ticks at ${rate} a second`)
  }
})

t.test('what is repeated for ever does not pile up for ever', async (t) => {
  const pacer = createPacer(1)
  for (let count = 0; count < 300_000; count++) {
    pacer.offer('eth0', PRIORITY.upkeep, () => [], 0)
    pacer.offer('eth0', PRIORITY.repetition, frames('a'), 0)
  }
  let repetitions = 0
  for (let now = 1_000; pacer.deadline !== undefined; now += 1_000)
    repetitions += pacer.tick(now).length
  t.ok(repetitions <= 200_001, `${repetitions}`)
})

t.test('what waits for a link that is down is forgotten', async (t) => {
  const pacer = createPacer(100)
  for (const link of ['eth0', 'eth0', 'eth1', 'eth1'])
    pacer.offer(link, PRIORITY.news, frames(link), 0)
  pacer.keep(new Set(['eth1']))
  t.strictSame(
    drain(pacer, 0).map(([name]) => name),
    ['eth1'],
  )
})
