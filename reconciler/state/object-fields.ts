import type { Finding, ObjectRef } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { isPlainObject, type PlainObject } from '../values/json.ts'

/** The object that is being read, and where findings about it go. */
export interface Reading {
  readonly object: ObjectRef
  readonly findings: Finding[]
}

const NOTHING: PlainObject = Object.freeze({})
const NO_TEXTS: Readonly<Record<string, string>> = Object.freeze({})

/** The fields of a mapping; none if it is absent. */
export function fieldsOf(value: unknown, path: string, reading: Reading): PlainObject {
  if (value === undefined || value === null) return NOTHING
  if (isPlainObject(value)) return value
  return wrongType(NOTHING, 'a mapping', path, reading)
}

/** Empty if it is absent, or if it is no list, which is a finding. */
export function listOf(value: unknown, path: string, reading: Reading): readonly unknown[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value
  return wrongType([], 'a list', path, reading)
}

/** Undefined if it is absent, or if it is no text, which is a finding. */
export function textOf(value: unknown, path: string, reading: Reading): string | undefined {
  if (typeof value === 'string') return value
  if (value === undefined || value === null) return undefined
  return wrongType(undefined, 'a string', path, reading)
}

/** One of `values`, or undefined. */
export function choiceOf<T extends string>(
  value: unknown,
  values: readonly T[],
  path: string,
  reading: Reading,
): T | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const choice = values.find((each) => each === value)
  return choice ?? wrongType(undefined, values.join(' or '), path, reading)
}

/** Labels, annotations or a selector: the given object itself where all of it is right, which is nearly always. */
export function textsOf(
  value: unknown,
  path: string,
  reading: Reading,
): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return NO_TEXTS
  const fields = fieldsOf(value, path, reading)
  for (const key in fields)
    if (typeof fields[key] !== 'string') return onlyTexts(fields, path, reading)
  return fields as Readonly<Record<string, string>>
}

function onlyTexts(
  fields: PlainObject,
  path: string,
  reading: Reading,
): Readonly<Record<string, string>> {
  const entries = Object.entries(fields)
  for (const [key, value] of entries)
    if (typeof value !== 'string') wrongType(undefined, 'a string', `${path}[${key}]`, reading)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Reports that the field is not what is `wanted`, and gives what it counts as. */
export function wrongType<T>(instead: T, wanted: string, path: string, reading: Reading): T {
  const { object, findings } = reading
  const message = `${path} is not ${wanted}`
  const hint = `write ${wanted}; until then the field counts as absent`
  findings.push(makeFinding('BW3007', { message, hint, object, path }))
  return instead
}
