import { deepStrictEqual as deepEqual } from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import t from 'tap'
import { createTimers, type Timers } from '../../../speaker/timing/timers.ts'

t.test('what is due is taken once, the earliest first', async (t) => {
  const timers = createTimers()
  for (const [name, due] of [
    ['late', 30],
    ['first', 10],
    ['second', 20],
    ['with second', 20],
  ] as const)
    timers.set(name, due)
  t.equal(timers.earliest, 10)
  t.strictSame(timers.takeDue(9), [])
  t.strictSame(timers.takeDue(20), ['first', 'second', 'with second'])
  t.equal(timers.earliest, 30)
  t.strictSame(timers.takeDue(20), [])
})

t.test('a timer that is set again counts once, at its new time', async (t) => {
  const timers = createTimers()
  timers.set('one', 10)
  timers.set('other', 15)
  timers.set('one', 20)
  t.equal(timers.earliest, 15)
  timers.set('one', 5)
  t.equal(timers.earliest, 5)
  t.strictSame(timers.takeDue(100), ['one', 'other'])
  t.equal(timers.earliest, undefined)
})

t.test('a timer that is cleared is never due', async (t) => {
  const timers = createTimers()
  timers.set('one', 10)
  timers.set('other', 15)
  t.ok(timers.has('one'))
  timers.set('much later', 90)
  timers.set('later', 40)
  timers.clear('one')
  timers.clear('no such one')
  t.notOk(timers.has('one'))
  t.equal(timers.earliest, 15)
  t.strictSame(timers.takeDue(15), ['other'])
  t.equal(timers.earliest, 40)
})

t.test('nothing is due of none', async (t) => {
  const timers = createTimers()
  t.strictSame(timers.takeDue(100), [])
  t.equal(timers.earliest, undefined)
  timers.clear('no such one')
  t.equal(timers.earliest, undefined)
})

t.test(
  'a timer that is set again at the same time comes behind the others of that time',
  async (t) => {
    const timers = createTimers()
    for (const name of ['one', 'other', 'one']) timers.set(name, 10)
    t.strictSame(timers.takeDue(10), ['other', 'one'])
  },
)

/** What timers are, without a thought of speed. */
function naiveTimers(): Timers {
  const dues = new Map<string, number>()
  return {
    set(name, due) {
      dues.delete(name)
      dues.set(name, due)
    },
    clear: (name) => void dues.delete(name),
    has: (name) => dues.has(name),
    takeDue(now) {
      const due = [...dues].filter(([, at]) => at <= now).sort(([, a], [, b]) => a - b)
      for (const [name] of due) dues.delete(name)
      return due.map(([name]) => name)
    },
    get earliest() {
      return dues.size === 0 ? undefined : Math.min(...dues.values())
    },
  }
}

const aStep = fc.record({
  does: fc.constantFrom('set', 'set', 'set', 'set', 'set', 'clear', 'clear', 'take'),
  name: fc.nat(30),
  at: fc.nat(40),
})

t.test('any steps have the outcome of timers that search all', async () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 400, size: 'max' }), (steps) => {
      const [timers, naive] = [createTimers(), naiveTimers()]
      for (const { does, name, at } of steps) {
        const outcomes = [timers, naive].map((each) => {
          if (does === 'take') return [each.takeDue(at), each.earliest]
          if (does === 'set') each.set(String(name), at)
          else each.clear(String(name))
          return [each.has(String(name)), each.earliest]
        })
        deepEqual(outcomes[0], outcomes[1])
      }
    }),
    { numRuns: 300, seed: 4 },
  )
})

t.test('timers that are set again and again take no more room', async (t) => {
  const timers = createTimers()
  timers.set('first', 0)
  const before = usedHeap()
  for (let round = 1; round <= 300; round++)
    for (let index = 0; index < 1_000; index++) timers.set(`node ${index}`, round)
  t.ok(usedHeap() - before < 5_000_000, 'of 300,000 timers of 56 bytes, 1,000 are left')
  t.equal(timers.earliest, 0)
  t.equal(timers.takeDue(299).length, 1)
  t.equal(timers.takeDue(300).length, 1_000)
})

function usedHeap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
  return process.memoryUsage().heapUsed
}
