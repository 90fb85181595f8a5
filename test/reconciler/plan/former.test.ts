import t from 'tap'
import { indexFormerPlans } from '../../../reconciler/plan/former.ts'
import { planOf } from '../../support/planning/plans.ts'

const web = { address: '192.0.2.1', services: ['default/web'] }
const lan = planOf([{ ...web, candidates: 'ba' }], { segment: 'lan' })

t.test('the candidates of an address in the plan of its segment', async (t) => {
  t.strictSame(indexFormerPlans([lan]).candidates('lan', '192.0.2.1'), {
    candidates: [1, 0],
    nodes: lan.spec.nodes,
    sameSegment: true,
  })
})

t.test('an address without candidates is still in the plan', async (t) => {
  const plans = indexFormerPlans([planOf([{ ...web, candidates: '' }])])
  t.strictSame(plans.candidates('default', '192.0.2.1')?.candidates, [])
})

t.test('in the plan of another segment, where its own has it not', async (t) => {
  const plans = indexFormerPlans([lan])
  t.match(plans.candidates('dmz', '192.0.2.1'), { candidates: [1, 0], sameSegment: false })
  t.equal(plans.candidates('dmz', '192.0.2.9'), undefined)
})

t.test('of several others, the one that had it first, then the first by name', async (t) => {
  const at = (segment: string, candidates: string, since: string) => {
    const { spec, ...plan } = planOf([{ ...web, candidates }], { segment })
    const announcements = spec.announcements.map((one) => ({ ...one, since }))
    return { ...plan, spec: { ...spec, announcements } }
  }
  const early = at('z', 'c', '2026-01-01T00:00:00Z')
  const late = at('a', 'b', '2026-02-01T00:00:00Z')
  const alike = at('b', 'a', '2026-02-01T00:00:00Z')
  const first = (...plans: (typeof late)[]) =>
    indexFormerPlans(plans).candidates('lan', '192.0.2.1')?.candidates
  t.strictSame(first(late, early, alike), [2])
  t.strictSame(first(alike, late), [1])
})

t.test('the first of two plans of one segment counts', async (t) => {
  const second = planOf([{ ...web, candidates: 'c' }], { segment: 'lan' })
  t.strictSame(indexFormerPlans([lan, second]).candidates('lan', '192.0.2.1')?.candidates, [1, 0])
})

t.test('the node table of a segment, if it has a plan', async (t) => {
  const plans = indexFormerPlans([lan])
  t.equal(plans.nodes('lan'), lan.spec.nodes)
  t.equal(plans.nodes('dmz'), undefined)
})
