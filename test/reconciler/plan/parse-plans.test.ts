import t from 'tap'
import { formatPlan } from '../../../api/plan-text.ts'
import { reconcile } from '../../../reconciler/reconcile.ts'
import { parsePlans } from '../../../reconciler/plan/parse-plans.ts'
import { inputsOf, nodeOf, poolOf, serviceOf } from '../../support/planning/generate-placements.ts'

const { plans } = reconcile(
  inputsOf({
    pools: [poolOf(0, {})],
    state: {
      services: [serviceOf('a')],
      nodes: [nodeOf('n1')],
      endpointSlices: [],
      namespaces: [],
    },
  }),
)
const text = plans.map(formatPlan).join('---\n')

t.test('what was written is read', async (t) => {
  const read = parsePlans({ path: 'plans.json', text })
  t.strictSame(read, { plans, findings: [] })
  t.equal(read.plans.map(formatPlan).join('---\n'), text)
})

t.test('a List, and an empty text', async (t) => {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: plans })
  t.strictSame(parsePlans({ path: 'list.json', text: list }).plans, plans)
  t.strictSame(parsePlans({ path: 'empty.yaml', text: '' }), { plans: [], findings: [] })
})

t.test('a text that breaks off', async (t) => {
  const { plans: read, findings } = parsePlans({ path: 'cut.json', text: text.slice(0, 100) })
  t.strictSame(read, [])
  t.match(findings, [
    { code: 'BW5001', message: /^cut\.json is not a plan: /, at: { file: 'cut.json', line: 1 } },
  ])
})

t.test('one that is no plan, beside one that is', async (t) => {
  const { plans: read, findings } = parsePlans({
    path: 'two.yaml',
    text: `${text}---\nkind: Pod\n`,
  })
  t.strictSame(read, plans)
  t.match(findings, [{ code: 'BW5001', path: 'apiVersion' }, { path: 'kind' }])
})
