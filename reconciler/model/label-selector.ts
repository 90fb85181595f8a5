import type { LabelSelector, LabelSelectorRequirement } from '../../api/objects.ts'
import { compareText } from '../../api/order.ts'

export type Labels = Readonly<Record<string, string>>

/**
 * True if the labels meet all of the selector, by Kubernetes' rules (apimachinery, labels.Requirement.Matches):
 * `NotIn` and `DoesNotExist` also match labels that lack the key. No selector, and the empty one, match everything.
 */
export function matches(selector: LabelSelector | undefined, labels: Labels): boolean {
  return compileSelector(selector)(labels)
}

/** `matches` for one selector and many label sets. */
export function compileSelector(selector: LabelSelector | undefined): (labels: Labels) => boolean {
  const tests = requirements(selector).map(compileRequirement)
  if (tests.length === 0) return () => true
  return (labels) => tests.every((test) => test(labels))
}

function compileRequirement(requirement: LabelSelectorRequirement): (labels: Labels) => boolean {
  const { key } = requirement
  const values = new Set<string | undefined>(requirement.values)
  switch (requirement.operator) {
    case 'In':
      return (labels) => Object.hasOwn(labels, key) && values.has(labels[key])
    case 'NotIn':
      return (labels) => !Object.hasOwn(labels, key) || !values.has(labels[key])
    case 'Exists':
      return (labels) => Object.hasOwn(labels, key)
    case 'DoesNotExist':
      return (labels) => !Object.hasOwn(labels, key)
  }
}

function requirements(selector: LabelSelector | undefined): LabelSelectorRequirement[] {
  const equalities = Object.entries(selector?.matchLabels ?? {}).map(
    ([key, value]): LabelSelectorRequirement => ({ key, operator: 'In', values: [value] }),
  )
  return [...equalities, ...(selector?.matchExpressions ?? [])]
}

/**
 * The selector in kubectl's notation, the same for every way to write it: `app=web,tier in (a,b),!old`.
 * Empty if it matches everything.
 */
export function selectorText(selector: LabelSelector | undefined): string {
  const texts = requirements(selector).map(requirementText)
  return [...new Set(texts)].sort(compareText).join(',')
}

function requirementText({ key, operator, values }: LabelSelectorRequirement): string {
  const sorted = [...new Set(values)].sort(compareText)
  switch (operator) {
    case 'In':
      return sorted.length === 1 ? `${key}=${sorted[0]}` : `${key} in (${sorted.join(',')})`
    case 'NotIn':
      return sorted.length === 1 ? `${key}!=${sorted[0]}` : `${key} notin (${sorted.join(',')})`
    case 'Exists':
      return key
    case 'DoesNotExist':
      return `!${key}`
  }
}
