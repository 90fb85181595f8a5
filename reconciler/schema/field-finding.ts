import type { FindingCode } from '../../api/codes/code.ts'
import type { Finding, ObjectRef, Position } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import type { PlacedObject } from '../source/placed-object.ts'
import type { FieldPath } from '../source/field-path.ts'

/** What is wrong with one field, without the object that it is in. */
export interface FieldComplaint {
  readonly code: FindingCode
  readonly path: FieldPath
  readonly message: string
  readonly hint: string
  /** Show the name of the field rather than its value. */
  readonly atKey?: boolean
  /** A second field that the complaint is about. */
  readonly other?: { readonly path: FieldPath; readonly message: string }
}

/** The complaint as a finding about `object`, with its places if it is written anywhere. */
export function fieldFinding(complaint: FieldComplaint, object: PlacedObject): Finding {
  const { code, path, message, hint, other } = complaint
  const { value, text } = object
  const at = complaint.atKey ? text?.placeOfKey(path) : text?.place(path)
  const ref = objectRef(value)
  return makeFinding(code, {
    message,
    hint,
    ...(at && { at }),
    ...(other && text && { related: [{ message: other.message, at: text.place(other.path) }] }),
    ...(ref && { object: ref }),
    path: pathText(path),
  })
}

/** Undefined if the object has no name. */
export function objectRef(value: PlainObject): ObjectRef | undefined {
  const { kind, metadata } = value
  const name = isPlainObject(metadata) ? metadata['name'] : undefined
  if (typeof kind !== 'string' || typeof name !== 'string' || name === '') return undefined
  return { kind, name }
}

/** In kubectl's notation: `spec.addresses[0]`, `metadata.labels[example.com/team]`. */
export function pathText(path: FieldPath): string {
  let text = ''
  for (const step of path) {
    const plain = typeof step === 'string' && /^[\w-]+$/.test(step)
    text += plain ? `${text === '' ? '' : '.'}${step}` : `[${step}]`
  }
  return text
}

/** The value that the path leads to; undefined where there is none. */
export function valueAt(value: unknown, path: FieldPath): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<string | number, unknown>)[step]
  }
  return current
}

/** The text that a place shows. */
export function textAt({ lineText, column, length }: Position): string {
  return lineText.slice(column - 1, column - 1 + length)
}
