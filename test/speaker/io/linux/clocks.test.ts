import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import t from 'tap'
import { createDayClock, monotonicNow, offsetBetween } from '../../../../speaker/io/linux/clocks.ts'

t.test('of three pairs of readings, the closest one counts', (t) => {
  const readings = [0, 9, 10, 11, 20, 29]
  const others = [1004, 1010, 1029]
  const offset = offsetBetween(
    () => readings.shift() ?? NaN,
    () => others.shift() ?? NaN,
  )
  t.equal(offset, 1010 - 10.5)
  t.end()
})

t.test('the clock of the day is compared again each second', (t) => {
  let now = 500
  let day = 1_000_000
  const clock = createDayClock(
    () => day,
    () => now,
  )
  t.equal(clock.toMonotonic(1_000_010), 510)
  now = 1500
  day = 1_002_000
  clock.keep(1499)
  t.equal(clock.toMonotonic(1_002_000), 2500, 'not yet: it has been put forward by a second')
  clock.keep(1500)
  t.equal(clock.toMonotonic(1_002_000), 1500)
  t.end()
})

t.test('all threads mean the same', async (t) => {
  const module = new URL('../../../../speaker/io/linux/clocks.js', import.meta.url).href
  const text = `
    const { parentPort } = require('node:worker_threads')
    import(${JSON.stringify(module)}).then(({ monotonicNow }) => parentPort.postMessage(monotonicNow()))`
  const before = monotonicNow()
  const worker = new Worker(text, { eval: true })
  const [then] = (await once(worker, 'message')) as [number]
  const after = monotonicNow()
  t.ok(before < then && then < after, `${before} < ${then} < ${after}`)
})
