import t from 'tap'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { PLAN_FIELD_RULES, checkPlanFields } from '../../../reconciler/schema/plan-field-rules.ts'
import { celRules } from '../../support/cluster/crds.ts'
import { PLAN_CASES } from '../../support/planning/field-rule-cases.ts'

for (const { name, object, breaks } of PLAN_CASES)
  t.test(name, (t) => {
    const plan = object as unknown as AnnouncementPlan
    const broken = PLAN_FIELD_RULES.filter(({ check }) => check(plan).length > 0)
    t.same(
      broken.map(({ twinOf }) => twinOf),
      breaks,
    )
    t.equal(checkPlanFields(plan).length, breaks.length)
    t.end()
  })

t.test('each CEL rule of the CRD has a twin, and a case that breaks it', (t) => {
  const rules = celRules('announcementplans').map(({ message }) => message)
  t.same(PLAN_FIELD_RULES.map(({ twinOf }) => twinOf).toSorted(), rules.toSorted())
  t.same(PLAN_CASES.flatMap(({ breaks }) => breaks).toSorted(), rules.toSorted())
  t.end()
})
