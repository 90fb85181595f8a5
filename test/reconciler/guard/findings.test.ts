import t from 'tap'
import { guardFindings } from '../../../reconciler/guard/findings.ts'

t.test('each refusal is an error with the way to allow it', async (t) => {
  const counts = { changes: 7, limit: 5, inForce: 10, addresses: [] }
  const found = guardFindings([
    { kind: 'moves', ...counts },
    { kind: 'releases', ...counts },
    { kind: 'emptyPools', ...counts },
  ])
  t.strictSame(
    found.map(({ code, severity, message, hint }) => [code, severity, message, hint]),
    [
      [
        'BW5201',
        'error',
        'the plan moves 7 of 10 addresses in force to other nodes, and 5 may',
        'if it is meant, allow it for this once: --allow moves',
      ],
      [
        'BW5202',
        'error',
        'the plan takes 7 of 10 addresses in force away, and 5 may',
        'if it is meant, allow it for this once: --allow releases',
      ],
      [
        'BW5203',
        'error',
        'there is no pool, and 10 addresses are in force',
        'if it is meant, allow it for this once: --allow emptyPools',
      ],
    ],
  )
})
