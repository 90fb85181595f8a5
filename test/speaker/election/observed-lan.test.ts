import t from 'tap'
import { createObservedLan } from '../../../speaker/election/observed-lan.ts'
import type { LanObservation } from '../../../speaker/lan/lan-observation.ts'

const VIEW: LanObservation = {
  segment: 's',
  linkUp: true,
  nodes: new Map([
    ['b', 'up'],
    ['c', 'unknown'],
  ]),
  isBlind: false,
  speakers: new Map([['b', 7]]),
}

t.test('nothing is known before the first view', async (t) => {
  const memory = createObservedLan(3)
  t.notOk(memory.linkUp)
  t.ok(memory.isIsolated)
  t.equal(memory.isolationSince, 3)
  t.equal(memory.verdict('b'), 'unknown')
  t.equal(memory.since('b'), -Infinity)
  t.equal(memory.heard('b'), -Infinity)
  t.strictSame(memory.speakers, [])
})

t.test('what is so, and since when', async (t) => {
  const memory = createObservedLan(0)
  memory.see(VIEW, 10)
  memory.see({ ...VIEW, nodes: new Map([['b', 'up']]) }, 20)
  t.equal(memory.since('b'), 10, 'the same again')
  t.equal(memory.verdict('c'), 'unknown')
  t.equal(memory.since('c'), -Infinity, 'a node that has left the plan is nowhere')
  memory.see({ ...VIEW, nodes: new Map([['b', 'down']]) }, 30)
  t.equal(memory.verdict('b'), 'down')
  t.equal(memory.since('b'), 30)
  t.equal(memory.heard('b'), 7)
  t.strictSame(memory.speakers, ['b'])
})

t.test('alone: no link, no node, or nobody at all is heard', async (t) => {
  const memory = createObservedLan(0)
  const alone = (change: Partial<LanObservation>, now: number) => {
    memory.see({ ...VIEW, ...change }, now)
    return memory.isIsolated
  }
  t.notOk(alone({}, 10))
  t.equal(memory.isolationSince, 10)
  t.ok(alone({ linkUp: false }, 20))
  t.ok(alone({ isBlind: true }, 30))
  t.equal(memory.isolationSince, 20, 'all the time')
  t.ok(alone({ nodes: new Map([['b', 'down']]) }, 40))
  t.notOk(alone({ nodes: new Map() }, 50), 'there is no other node to be heard')
})
