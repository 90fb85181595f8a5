import t from 'tap'
import { healthTargets, placeKey } from '../../../speaker/serving/targets.ts'
import { localPlan } from '../../support/speaker/local-plan.ts'

t.test('each node that may carry an address is asked for itself, others are not', async (t) => {
  const plan = localPlan(3, { '10.0.0.100': { candidates: [0, 2] } })
  const node = { port: 10_256, path: '/healthz', addresses: undefined }
  t.strictSame(healthTargets(plan, 10_256), [
    { key: 'a', node: 'a', host: '10.0.0.11', ...node },
    { key: 'c', node: 'c', host: '10.0.0.13', ...node },
  ])
  t.strictSame(healthTargets(plan, undefined), [])
})

t.test('a health-check node port is asked at each candidate, once for all addresses', async (t) => {
  const web = { port: 31_000, candidates: [1, 0] }
  const plan = localPlan(2, {
    '10.0.0.100': web,
    '10.0.0.101': { candidates: [0] },
    'fd00::1': web,
  })
  const addresses = ['10.0.0.100', 'fd00::1']
  const place = { port: 31_000, path: '/', addresses }
  t.strictSame(healthTargets(plan, undefined), [
    { key: placeKey('b', 31_000), node: 'b', host: '10.0.0.12', ...place },
    { key: placeKey('a', 31_000), node: 'a', host: '10.0.0.11', ...place },
  ])
})

t.test('who has no address, or is not in the table, is not asked', async (t) => {
  const plan = localPlan(1, { '10.0.0.100': { port: 31_000, candidates: [0, 7] } })
  const spec = { ...plan.spec, nodes: [{ name: 'a', addresses: [] }] }
  t.strictSame(healthTargets({ ...plan, spec }, 10_256), [])
})
