import t from 'tap'
import { createLeadership } from '../../../speaker/machine/leadership.ts'

t.test('one that stands alone leads for ever', async (t) => {
  const leadership = createLeadership(true)
  t.ok(leadership.leads(1e12))
  t.ok(leadership.isLeading)
  t.equal(leadership.until(), Infinity)
  t.notOk(leadership.turned(1e12))
  t.equal(leadership.deadline, undefined)
})

t.test('one that does not listens, until it is granted, and ends by itself', async (t) => {
  const leadership = createLeadership(false)
  t.notOk(leadership.leads(0))
  t.notOk(leadership.turned(0))
  leadership.grant(4_000)
  t.ok(leadership.leads(0))
  t.notOk(leadership.isLeading, 'not said yet')
  t.ok(leadership.turned(0))
  t.notOk(leadership.turned(0), 'said once')
  t.ok(leadership.isLeading)
  t.equal(leadership.deadline, 4_000)
  t.ok(leadership.leads(3_999))
  t.notOk(leadership.leads(4_000), 'not at the end itself')
  t.ok(leadership.turned(4_000))
  t.notOk(leadership.isLeading)
  t.equal(leadership.deadline, undefined)
})

t.test('a grant is made longer, or taken back', async (t) => {
  const leadership = createLeadership(false)
  leadership.grant(4_000)
  leadership.turned(0)
  leadership.grant(5_000)
  t.notOk(leadership.turned(4_500))
  t.equal(leadership.until(), 5_000)
  leadership.grant(0)
  t.ok(leadership.turned(4_500))
})
