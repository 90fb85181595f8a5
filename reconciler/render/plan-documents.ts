import yaml from 'js-yaml'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { canonicalPlan, formatPlan } from '../../api/plan-text.ts'

/**
 * The canonical bytes on one line, always as a `List`: who reads it by program should not have to tell one
 * segment from several.
 */
export function renderPlansAsJson(plans: readonly AnnouncementPlan[]): string {
  const items = plans.map((plan) => formatPlan(plan).trimEnd())
  return `{"apiVersion":"v1","kind":"List","items":[${items.join(',')}]}\n`
}

/** One document for each segment, for reading: short lists stand on one line. */
export function renderPlansAsYaml(plans: readonly AnnouncementPlan[]): string {
  return plans
    .map((plan) => yaml.dump(canonicalPlan(plan), { flowLevel: 4, lineWidth: -1, noRefs: true }))
    .join('---\n')
}
