import t from 'tap'
import { GUARD_REFUSALS } from '../../../reconciler/reasons/guard.ts'

const COUNTS = { changes: 7, limit: 5, inForce: 10 }

t.test('what goes too far, and how it is allowed', async (t) => {
  const told = Object.entries(GUARD_REFUSALS).map(([kind, { advice, operators }]) => {
    t.equal(advice.hint, `if it is meant, allow it for this once: --allow ${kind}`)
    return [advice.code, operators(COUNTS)]
  })
  t.strictSame(told, [
    ['BW5201', 'the plan moves 7 of 10 addresses in force to other nodes, and 5 may'],
    ['BW5202', 'the plan takes 7 of 10 addresses in force away, and 5 may'],
    ['BW5203', 'there is no pool, and 10 addresses are in force'],
  ])
})
