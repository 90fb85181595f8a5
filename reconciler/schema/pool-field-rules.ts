import { POOL_DEFAULTS } from '../../api/objects.ts'
import type { AddressPool, LabelSelector } from '../../api/objects.ts'
import type { FieldComplaint } from './field-finding.ts'
import { yamlText } from '../source/quoting.ts'
import type { FieldPath } from '../source/field-path.ts'

/** A rule between the fields of one pool: the twin of a CEL rule (or list type) of the CRD. */
export interface PoolFieldRule {
  /** The message of the CEL rule; for a list type, what the API server enforces. */
  readonly twinOf: string
  readonly check: (pool: AddressPool) => readonly FieldComplaint[]
}

export const POOL_FIELD_RULES: readonly PoolFieldRule[] = [
  { twinOf: 'namespaces and namespaceSelector cannot both be set', check: namespacesTwice },
  { twinOf: 'failbackDelaySeconds needs failback afterStable', check: delayWithoutFailback },
  {
    twinOf: 'values are needed with In and NotIn, and not allowed with Exists and DoesNotExist',
    check: selectorValues,
  },
  { twinOf: 'list-type map of reservations: each address once', check: reservedTwice },
]

/** All complaints about a pool that passed the schema. */
export function checkPoolFields(pool: AddressPool): readonly FieldComplaint[] {
  return POOL_FIELD_RULES.flatMap(({ check }) => check(pool))
}

function namespacesTwice({ spec }: AddressPool): readonly FieldComplaint[] {
  if (spec.namespaces === undefined || spec.namespaceSelector === undefined) return []
  const path = ['spec', 'namespaceSelector']
  const expression = `{key: kubernetes.io/metadata.name, operator: In, values: ${yamlText(spec.namespaces)}}`
  return [
    {
      code: 'BW1301',
      path,
      atKey: true,
      message: '`spec.namespaces` and `spec.namespaceSelector` are both set',
      hint: `keep one of them; in the selector, names are ${expression}`,
      other: { path: ['spec', 'namespaces'], message: 'the other one' },
    },
  ]
}

function delayWithoutFailback({ spec }: AddressPool): readonly FieldComplaint[] {
  const { failback = POOL_DEFAULTS.failback, failbackDelaySeconds } = spec.announce ?? {}
  if (failbackDelaySeconds === undefined || failback === 'afterStable') return []
  return [
    {
      code: 'BW1302',
      path: ['spec', 'announce', 'failbackDelaySeconds'],
      atKey: true,
      message: `\`spec.announce.failbackDelaySeconds\` is set, but failback is \`${failback}\`, which does not wait`,
      hint: 'write `failback: afterStable` beside it, or remove it',
    },
  ]
}

function selectorValues({ spec }: AddressPool): readonly FieldComplaint[] {
  const { announce } = spec
  const preferred = announce?.preferredNodes ?? []
  return [
    ...valuesOf(spec.serviceSelector, ['spec', 'serviceSelector']),
    ...valuesOf(spec.namespaceSelector, ['spec', 'namespaceSelector']),
    ...valuesOf(announce?.nodeSelector, ['spec', 'announce', 'nodeSelector']),
    ...preferred.flatMap(({ selector }, index) =>
      valuesOf(selector, ['spec', 'announce', 'preferredNodes', index, 'selector']),
    ),
  ]
}

function valuesOf(selector: LabelSelector | undefined, at: FieldPath): readonly FieldComplaint[] {
  const expressions = selector?.matchExpressions ?? []
  return expressions.flatMap(({ operator, values }, index): readonly FieldComplaint[] => {
    const path = [...at, 'matchExpressions', index]
    const wanted = operator === 'In' || operator === 'NotIn'
    if (wanted && (values ?? []).length === 0)
      return [
        {
          code: 'BW1303',
          path: [...path, values === undefined ? 'operator' : 'values'],
          message: `operator \`${operator}\` needs \`values\``,
          hint: 'add e.g. `values: [a, b]`, or use `operator: Exists`, which needs only the label',
        },
      ]
    if (wanted || values === undefined) return []
    return [
      {
        code: 'BW1303',
        path: [...path, 'values'],
        atKey: true,
        message: `operator \`${operator}\` looks only at the key of the label and allows no \`values\``,
        hint: `remove \`values\`, or write \`operator: ${operator === 'Exists' ? 'In' : 'NotIn'}\``,
      },
    ]
  })
}

/** Finds the same string only. Equal addresses in different spellings are found together with the ranges. */
function reservedTwice({ spec }: AddressPool): readonly FieldComplaint[] {
  const first = new Map<string, number>()
  return (spec.reservations ?? []).flatMap(({ address }, index): readonly FieldComplaint[] => {
    const before = first.get(address)
    if (before === undefined) first.set(address, index)
    if (before === undefined) return []
    const path = (at: number): FieldPath => ['spec', 'reservations', at, 'address']
    return [
      {
        code: 'BW1208',
        path: path(index),
        message: `\`spec.reservations\` has \`${address}\` twice`,
        hint: 'an address can be reserved for one Service only: remove one of the two',
        other: { path: path(before), message: 'the first one' },
      },
    ]
  })
}
