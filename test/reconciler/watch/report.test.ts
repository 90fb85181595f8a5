import t from 'tap'
import type { RunReport } from '../../../reconciler/watch/report.ts'
import { describeRunReport } from '../../../reconciler/watch/report.ts'

const CASES: readonly (readonly [RunReport, string])[] = [
  [{ level: 'info', event: 'WriterElected' }, 'info WriterElected:'],
  [
    { level: 'info', event: 'PlanWritten', segment: 'default', addresses: 3, revision: '' },
    'info PlanWritten: segment default, addresses 3, revision -',
  ],
  [
    { level: 'info', event: 'Settled', unknown: ['Node', 'Service'] },
    'info Settled: unknown Node Service',
  ],
  [{ level: 'info', event: 'Settled', unknown: [] }, 'info Settled: unknown none'],
  [
    { level: 'warn', event: 'PoolsStale', message: 'there is no folder', hint: 'see git-sync' },
    'warn PoolsStale: there is no folder (see git-sync)',
  ],
]

for (const [report, text] of CASES)
  t.test(text, (t) => {
    t.equal(describeRunReport(report), text)
    t.end()
  })
