import t from 'tap'
import type { PassEnd, WatchLoopEvent } from '../../../reconciler/watch/loop.ts'
import { WATCH_LOOP_SETTINGS, WatchLoop } from '../../../reconciler/watch/loop.ts'

const START = 1_000_000
const { gatherMilliseconds: GATHER, fullPassMilliseconds: FULL } = WATCH_LOOP_SETTINGS
const CHANGED: WatchLoopEvent = { type: 'changed' }
const DEADLINE: WatchLoopEvent = { type: 'deadline' }
const STOP: WatchLoopEvent = { type: 'stop' }
const HELD: WatchLoopEvent = { type: 'lease', held: true }
const LOST: WatchLoopEvent = { type: 'lease', held: false }
const DONE: WatchLoopEvent = { type: 'ended', how: { end: 'done' } }
const OUTDATED: WatchLoopEvent = { type: 'ended', how: { end: 'outdated' } }
const FAILED: WatchLoopEvent = { type: 'ended', how: { end: 'failed' } }

const PASS = { type: 'pass' } as const
const STOPPED = { type: 'stopped' } as const

/** A loop that has made its first pass. */
function idle(): WatchLoop {
  const loop = new WatchLoop()
  loop.handle(HELD, START - 10_000)
  loop.handle({ type: 'settled' }, START - 10_000)
  loop.handle(DONE, START - 10_000)
  return loop
}

/** Lets the time of the next pass come; undefined if none is due. */
function nextPass(loop: WatchLoop): number | undefined {
  const { deadline } = loop
  if (deadline === undefined) return undefined
  t.strictSame(loop.handle(DEADLINE, deadline - 1), [], 'not before its time')
  t.strictSame(loop.handle(DEADLINE, deadline), [PASS])
  return deadline
}

t.test('no pass before all kinds are settled and the Lease is held', (t) => {
  for (const events of [
    [HELD, { type: 'settled' } as const],
    [{ type: 'settled' } as const, HELD],
  ]) {
    const [first, second] = events as [WatchLoopEvent, WatchLoopEvent]
    const loop = new WatchLoop()
    t.equal(loop.deadline, undefined)
    t.strictSame(loop.handle(CHANGED, START), [])
    t.strictSame(loop.handle(first, START), [])
    t.equal(loop.deadline, undefined)
    t.strictSame(loop.handle(second, START), [PASS], 'then at once')
  }
  t.end()
})

t.test('the first change is handled after a short gathering, with all that came with it', (t) => {
  const loop = idle()
  t.strictSame(loop.handle(CHANGED, START), [])
  t.strictSame(loop.handle(CHANGED, START + GATHER - 1), [])
  t.equal(nextPass(loop), START + GATHER)
  loop.handle(DONE, START + 50)
  t.equal(loop.deadline, START + 50 + FULL, 'nothing is left')
  t.end()
})

t.test('one pass at a time; what changes meanwhile gets the next one', (t) => {
  const loop = idle()
  loop.handle(CHANGED, START)
  nextPass(loop)
  t.strictSame(loop.handle(CHANGED, START + 20), [])
  t.equal(loop.deadline, undefined)
  t.strictSame(loop.handle(DONE, START + 30), [])
  t.equal(nextPass(loop), START + 35)
  t.end()
})

t.test('under continuous change two passes a second', (t) => {
  const loop = idle()
  const passes: number[] = []
  for (let now = START; now < START + 10_000; now += 5) {
    const effects = [...loop.handle(CHANGED, now), ...loop.handle(DEADLINE, now)]
    if (!effects.some(({ type }) => type === 'pass')) continue
    passes.push(now)
    loop.handle(DONE, now + 4)
  }
  t.ok(passes.length >= 20 && passes.length <= 24, `${passes.length} passes in 10 s`)
  const last = passes.slice(-5)
  for (const [index, at] of last.entries()) if (index > 0) t.equal(at - last[index - 1]!, 500)
  t.end()
})

t.test('after a quiet time a change that follows a change does not wait', (t) => {
  const loop = idle()
  for (const at of [START, START + 100, START + 200]) {
    loop.handle(CHANGED, at)
    t.equal(nextPass(loop), at + GATHER)
    loop.handle(DONE, at + 30)
  }
  loop.handle(CHANGED, START + 300)
  t.ok(nextPass(loop)! > START + 500, 'the fourth does')
  t.end()
})

t.test('failures back off, whatever changes; success forgets them', (t) => {
  const loop = idle()
  loop.handle(CHANGED, START)
  nextPass(loop)
  let now = START + 100
  const waits: number[] = []
  for (let attempt = 0; attempt < 8; attempt++) {
    loop.handle(FAILED, now)
    loop.handle(CHANGED, now + 1)
    const at = nextPass(loop)!
    waits.push(at - now)
    now = at + 10
  }
  t.strictSame(waits, [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  loop.handle(DONE, now)
  loop.handle(CHANGED, now + 5000)
  t.equal(nextPass(loop), now + 5000 + GATHER)
  loop.handle(FAILED, now + 6000)
  t.equal(loop.deadline, now + 6500)
  t.end()
})

t.test('the API server may ask for more patience', (t) => {
  const loop = idle()
  loop.handle(CHANGED, START)
  nextPass(loop)
  const how: PassEnd = { end: 'failed', notBeforeMilliseconds: 7000 }
  loop.handle({ type: 'ended', how }, START + 100)
  t.equal(nextPass(loop), START + 7100)
  t.end()
})

t.test('an outdated pass is made again at once, but not for ever at once', (t) => {
  const loop = idle()
  loop.handle(CHANGED, START)
  nextPass(loop)
  t.strictSame(loop.handle(OUTDATED, START + 20), [PASS])
  t.strictSame(loop.handle(OUTDATED, START + 30), [PASS])
  t.strictSame(loop.handle(OUTDATED, START + 40), [])
  t.ok(nextPass(loop)! > START + 400)
  t.end()
})

t.test('what was put off comes in its time, and everything now and then', (t) => {
  const loop = idle()
  loop.handle(CHANGED, START)
  nextPass(loop)
  const how: PassEnd = { end: 'done', againAfterMilliseconds: 10_000 }
  loop.handle({ type: 'ended', how }, START + 30)
  t.equal(nextPass(loop), START + 10_030)
  loop.handle(DONE, START + 10_040)
  t.equal(nextPass(loop), START + 10_040 + FULL)
  const late: PassEnd = { end: 'done', againAfterMilliseconds: FULL * 10 }
  loop.handle({ type: 'ended', how: late }, START + 90_000)
  t.equal(loop.deadline, START + 90_000 + FULL)
  t.end()
})

t.test('who has lost the Lease makes no pass until it is back', (t) => {
  const loop = idle()
  loop.handle(LOST, START)
  t.strictSame(loop.handle(CHANGED, START + 1), [])
  t.equal(loop.deadline, undefined)
  t.strictSame(loop.handle(HELD, START + 5000), [PASS])
  t.strictSame(loop.handle(HELD, START + 5001), [], 'told twice')
  t.end()
})

t.test('a stop waits for the pass that is under way', (t) => {
  const loop = idle()
  loop.handle(CHANGED, START)
  nextPass(loop)
  t.strictSame(loop.handle(STOP, START + 20), [])
  t.strictSame(loop.handle(DEADLINE, START + 21), [])
  t.strictSame(loop.handle(DONE, START + 30), [STOPPED])
  t.equal(loop.deadline, undefined)
  t.strictSame(idle().handle(STOP, START), [STOPPED])
  t.end()
})
