import t from 'tap'
import { nextCondition, sameCondition } from '../../../kubernetes/objects/condition.ts'
import type { Condition } from '../../../kubernetes/objects/condition.ts'

const before: Condition = {
  type: 'Ready',
  status: 'True',
  reason: 'Ready',
  message: 'well',
  lastTransitionTime: '2026-01-01T00:00:00Z',
  observedGeneration: 1,
}
const now = '2026-02-01T00:00:00Z'
const parts = { status: 'True', reason: 'Exhausted', message: 'nothing left' } as const

t.test('another reason is no transition, another status is', async (t) => {
  t.strictSame(nextCondition('Ready', parts, { before, generation: 2, now }), {
    type: 'Ready',
    ...parts,
    lastTransitionTime: '2026-01-01T00:00:00Z',
    observedGeneration: 2,
  })
  const turned = nextCondition(
    'Ready',
    { ...parts, status: 'False' },
    { before, generation: 2, now },
  )
  t.equal(turned.lastTransitionTime, now)
})

t.test('a first condition, of a kind without generations', async (t) => {
  t.strictSame(nextCondition('Ready', parts, { before: undefined, generation: undefined, now }), {
    type: 'Ready',
    ...parts,
    lastTransitionTime: now,
  })
})

t.test('a message is as long as the API allows', async (t) => {
  const long = { ...parts, message: 'x'.repeat(40_000) }
  t.equal(nextCondition('Ready', long, { before, generation: 1, now }).message.length, 32_768)
})

t.test('what makes two conditions differ', async (t) => {
  t.ok(sameCondition(before, { ...before, lastTransitionTime: now }))
  t.notOk(sameCondition(undefined, before))
  t.notOk(sameCondition({ ...before, status: 'False' }, before))
  t.notOk(sameCondition({ ...before, reason: 'Exhausted' }, before))
  t.notOk(sameCondition({ ...before, message: '' }, before))
  t.notOk(sameCondition({ ...before, observedGeneration: 2 }, before))
})
