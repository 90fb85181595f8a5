import type { LabelSelector, LabelSelectorRequirement } from '../../api/objects.ts'
import { quote } from '../values/json.ts'
import type { FieldPath } from '../source/field-path.ts'
import { compareText } from '../../api/order.ts'

/** What is wrong with a label selector, beyond what the schema says. `path` is inside the selector. */
export interface SelectorProblem {
  /** invalid: the API server would refuse it. contradictory: no labels can match it. */
  readonly kind: 'invalid' | 'contradictory'
  readonly path: FieldPath
  /** The problem is the last step of the path itself, not the value that it leads to. */
  readonly isKey?: true
  readonly message: string
  readonly hint: string
}

/** By the rules of apimachinery (ValidateLabelSelector). A schema cannot tell what the keys of `matchLabels` may be. */
export function selectorProblems(selector: LabelSelector | undefined): SelectorProblem[] {
  const labels = Object.entries(selector?.matchLabels ?? {})
  const invalid = labels.flatMap(([key]) => keyProblems(key))
  return invalid.length > 0 ? invalid : contradictions(labels, selector?.matchExpressions ?? [])
}

const NAME = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const MAX_NAME_LENGTH = 63
const MAX_PREFIX_LENGTH = 253

function keyProblems(key: string): SelectorProblem[] {
  if (isQualifiedName(key)) return []
  const message = `${quote(key)} is not the name of a label`
  const hint = 'write a name such as app, or one with a domain such as example.com/app'
  return [{ kind: 'invalid', path: ['matchLabels', key], isKey: true, message, hint }]
}

function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/')
  const name = key.slice(slash + 1)
  if (name.length > MAX_NAME_LENGTH || !NAME.test(name)) return false
  if (slash < 0) return true
  return slash <= MAX_PREFIX_LENGTH && SUBDOMAIN.test(key.slice(0, slash))
}

/** Requirements of one key that no label can meet together. */
function contradictions(
  labels: readonly (readonly [string, string])[],
  expressions: readonly LabelSelectorRequirement[],
): SelectorProblem[] {
  const fromLabels = labels.map(([key, value]): Wish => ({ key, operator: 'In', values: [value] }))
  const wishes = [...fromLabels, ...expressions]
  return [...new Set(wishes.map(({ key }) => key))]
    .sort(compareText)
    .filter((key) => canMatchNothing(wishes.filter((wish) => wish.key === key)))
    .map((key) => ({
      kind: 'contradictory',
      path: placeOfKey(key, expressions),
      message: `nothing can match: the requirements for the label ${key} contradict each other`,
      hint: `keep one of the requirements for ${key}`,
    }))
}

type Wish = LabelSelectorRequirement

/** The last expression that names the key: it was probably added last. */
function placeOfKey(key: string, expressions: readonly LabelSelectorRequirement[]): FieldPath {
  return ['matchExpressions', expressions.findLastIndex((each) => each.key === key), 'key']
}

function canMatchNothing(wishes: readonly Wish[]): boolean {
  const wantsAbsent = wishes.some(({ operator }) => operator === 'DoesNotExist')
  const wantsPresent = wishes.some(({ operator }) => operator === 'In' || operator === 'Exists')
  if (wantsAbsent && wantsPresent) return true
  const [first, ...others] = wishes.filter(({ operator }) => operator === 'In')
  if (first === undefined) return false
  const forbidden = wishes.filter(({ operator }) => operator === 'NotIn')
  return !(first.values ?? []).some(
    (value) =>
      others.every(({ values }) => values?.includes(value)) &&
      !forbidden.some(({ values }) => values?.includes(value)),
  )
}
