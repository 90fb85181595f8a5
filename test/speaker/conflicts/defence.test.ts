import t from 'tap'
import { createDefence } from '../../../speaker/conflicts/defence.ts'
import { binding } from '../../support/wire/wire-fixtures.ts'

const one = binding('10.0.0.100')
const other = binding('10.0.0.101')

t.test('an address is defended at most once in ten seconds', async (t) => {
  const defence = createDefence()
  t.ok(defence.mayDefend(one, 0))
  t.notOk(defence.mayDefend(one, 9_999))
  t.ok(defence.mayDefend(one, 10_000))
  t.notOk(defence.mayDefend(one, 19_999), 'what was refused does not count')
})

t.test('each address by itself', async (t) => {
  const defence = createDefence()
  t.ok(defence.mayDefend(one, 0))
  t.ok(defence.mayDefend(other, 0))
})

t.test('another speaker is corrected once a second', async (t) => {
  const defence = createDefence()
  t.ok(defence.mayCorrect(one, 0))
  t.notOk(defence.mayCorrect(one, 999))
  t.ok(defence.mayCorrect(one, 1_000))
})

t.test('what is gone is forgotten', async (t) => {
  const defence = createDefence()
  defence.mayDefend(one, 0)
  defence.mayDefend(other, 0)
  defence.keep([other])
  t.ok(defence.mayDefend(one, 1))
  t.notOk(defence.mayDefend(other, 1))
})
