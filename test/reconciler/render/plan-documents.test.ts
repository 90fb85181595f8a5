import yaml from 'js-yaml'
import t from 'tap'
import { renderPlansAsJson, renderPlansAsYaml } from '../../../reconciler/render/plan-documents.ts'
import { planOf } from '../../support/planning/plans.ts'

const PLAN = planOf(
  [
    { address: '198.51.100.240', services: ['default/web'], candidates: 'ab' },
    { address: '2001:db8:1::240', services: ['default/web'], candidates: '' },
  ],
  { revision: '12345e6' },
)

t.test('JSON is a List of one line, whatever the number of plans', (t) => {
  const storage = planOf([], { segment: 'storage' })
  for (const plans of [[], [PLAN], [PLAN, storage]]) {
    const text = renderPlansAsJson(plans)
    t.same(JSON.parse(text), { apiVersion: 'v1', kind: 'List', items: plans })
    t.equal(text.indexOf('\n'), text.length - 1)
  }
  t.end()
})

t.test('YAML has a document for each plan, and reads back as the same', (t) => {
  const storage = planOf([], { segment: 'storage' })
  t.same(yaml.loadAll(renderPlansAsYaml([PLAN, storage])), [PLAN, storage])
  t.equal(renderPlansAsYaml([]), '')
  t.end()
})

t.test('times and texts that look like numbers are quoted, short lists stand on a line', (t) => {
  const text = renderPlansAsYaml([PLAN])
  t.match(text, "  revision: '12345e6'\n")
  t.match(text, '      candidates: [0, 1]\n')
  t.match(text, "      since: '2026-02-20T10:00:00Z'\n")
  t.end()
})
