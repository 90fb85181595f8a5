import type { AddressPool } from '../../api/objects.ts'
import { isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import type { FieldPath } from '../source/field-path.ts'

/**
 * The pool without the fields that the paths point into. The rest fits the schema, except that fields may
 * be missing. Undefined if there is no spec or no metadata.
 */
export function withoutFields(
  value: PlainObject,
  paths: readonly FieldPath[],
): AddressPool | undefined {
  const fields = paths.map(fieldToDrop)
  const hasBoth = isPlainObject(value['metadata']) && isPlainObject(value['spec'])
  if (!hasBoth || fields.includes(undefined)) return undefined
  const dropped = fields.filter((field) => field !== undefined).flatMap(withDependents)
  return dropped.reduce(without, value) as unknown as AddressPool
}

/** Whether a delay is allowed depends on `failback`. */
function withDependents(field: FieldPath): readonly FieldPath[] {
  return field.at(-1) === 'failback'
    ? [field, [...field.slice(0, -1), 'failbackDelaySeconds']]
    : [field]
}

/** Drops whole fields only: without one item, the other items of a list would have other indexes. */
function fieldToDrop(path: FieldPath): FieldPath | undefined {
  if (path.length === 1 && (path[0] === 'metadata' || path[0] === 'spec')) return undefined
  return path.slice(0, path[1] === 'announce' ? 3 : 2)
}

function without(value: PlainObject, path: FieldPath): PlainObject {
  const [first, ...rest] = path as readonly [string | number, ...FieldPath]
  const { [first]: inner, ...others } = value
  if (rest.length === 0) return others
  return isPlainObject(inner) ? { ...others, [first]: without(inner, rest) } : value
}
