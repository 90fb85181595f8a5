import t from 'tap'
import { describeReport } from '../../../speaker/reports/describe.ts'
import { linkView } from '../../../speaker/lan/link-view.ts'
import {
  nodeAnswersNoEcho,
  nodeDamped,
  nodeDown,
  nodeSuspect,
  nodeUp,
  verdictsHeld,
} from '../../../speaker/probing/reports.ts'
import { roleOf, workerOn } from '../../support/speaker/probe-fixtures.ts'
import { eth0 } from '../../support/wire/wire-fixtures.ts'

const V4 = roleOf(workerOn(linkView(eth0())))
const V6 = roleOf(workerOn(linkView(eth0())), { family: 'IPv6' })

t.test('a report says which node, by which of its addresses, on which link', async (t) => {
  const place = { node: 'worker-1', address: '10.0.0.11', link: 'eth0' }
  t.strictSame(nodeSuspect(V4), { level: 'debug', event: 'NodeSuspect', ...place })
  t.strictSame(nodeUp(V4), { level: 'info', event: 'NodeUp', ...place })
  t.strictSame(nodeAnswersNoEcho(V4), { level: 'info', event: 'NodeAnswersNoEcho', ...place })
  t.strictSame(nodeDown(V4, 260), {
    level: 'warn',
    event: 'NodeDown',
    ...place,
    silentMilliseconds: 260,
  })
  t.equal(nodeDown(V6, 1).address, '2001:db8::11')
})

t.test(
  'damping concerns a node on a link, whatever the family; its seconds are rounded up',
  async (t) => {
    t.strictSame(nodeDamped(V4, 95_001), {
      level: 'warn',
      event: 'NodeDamped',
      node: 'worker-1',
      link: 'eth0',
      seconds: 96,
    })
    t.equal(nodeDamped(V6, 95_000).seconds, 95)
  },
)

t.test('verdicts are held for a whole link', async (t) => {
  t.match(verdictsHeld('eth0', 'nobodyHeard'), {
    level: 'warn',
    event: 'VerdictsHeld',
    link: 'eth0',
    reason: 'nobodyHeard',
  })
  t.equal(
    describeReport(verdictsHeld('eth0', 'nobodyHeard')),
    'warn VerdictsHeld: nodes do not answer on eth0, but nobody else is heard there either: no address is moved' +
      ' (is the cable or the switch port of eth0 all right?)',
  )
})
