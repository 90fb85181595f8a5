import t from 'tap'
import { heldAddresses, previousPlans } from '../../../reconciler/plan/previous.ts'
import { planOf } from '../../support/planning/plans.ts'

const web = { address: '192.0.2.1', services: ['default/web'] }
const lan = planOf([{ ...web, candidates: 'a' }], { segment: 'lan' })
const dmz = planOf([], { segment: 'dmz' })

t.test('sorted by segment, whatever the order', async (t) => {
  t.strictSame(previousPlans([lan, dmz]), { previous: [dmz, lan], findings: [] })
  t.strictSame(previousPlans([dmz, lan]), { previous: [dmz, lan], findings: [] })
})

t.test('two plans of one segment: an error, and both still count, in one order', async (t) => {
  const other = planOf([{ ...web, candidates: 'b' }], { segment: 'lan' })
  const one = previousPlans([lan, other])
  t.strictSame(previousPlans([other, lan]), one)
  t.strictSame(one.previous, [lan, other])
  t.match(one.findings, [
    { code: 'BW5002', severity: 'error', object: { kind: 'AnnouncementPlan', name: 'lan' } },
  ])
})

t.test('what a plan holds', async (t) => {
  t.match(heldAddresses(lan), [
    {
      address: { text: '192.0.2.1' },
      pool: 'lan',
      segment: 'lan',
      services: ['default/web'],
      since: '2026-02-20T10:00:00Z',
    },
  ])
  t.strictSame(heldAddresses(planOf([{ ...web, address: 'x', candidates: '' }])), [])
})
