import type { FieldSchema } from '../generated/validators.js'
import { isPlainObject } from '../values/json.ts'
import { yamlText } from '../source/quoting.ts'

/** What the schema wants, in the words of a message: `a list of strings`. */
export function describeWanted({ type, items }: FieldSchema): string {
  if (type === 'array') return items?.type === 'object' ? 'a list of mappings' : 'a list of strings'
  return TYPE_WORDS[type ?? ''] ?? 'something else'
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a mapping',
}

/** A value that the schema allows. */
export function exampleOf(schema: FieldSchema): unknown {
  if (schema.example !== undefined) return schema.example
  if (schema.enum !== undefined) return schema.enum[0]
  if (schema.type === 'array') return [exampleOf(schema.items ?? {})]
  if (schema.type === 'object') return exampleObject(schema)
  return { integer: schema.minimum ?? 0, boolean: true }[schema.type ?? ''] ?? 'text'
}

/** The first field is enough to show how it is done. */
function exampleObject({ properties = {} }: FieldSchema): unknown {
  const [first] = Object.entries(properties)
  return first === undefined ? { key: 'value' } : { [first[0]]: exampleOf(first[1]) }
}

interface Mistyped {
  readonly value: unknown
  readonly field: FieldSchema
  /** The value as it is written in the file. */
  readonly written: string
  /** The name of the field, or of the list that the value is in. */
  readonly key: string
}

/** What to type instead of a value of the wrong type: the value as it was meant, where that can be told. */
export function typeHint(mistyped: Mistyped): string {
  const { field, value } = mistyped
  const meant = value === null ? undefined : MEANT[field.type ?? '']?.(mistyped)
  return meant ?? `write e.g. \`${mistyped.key}: ${yamlText(exampleOf(field))}\``
}

type Guess = (mistyped: Mistyped) => string | undefined

const MEANT: Readonly<Record<string, Guess>> = {
  array: meantList,
  string: meantText,
  boolean: meantBoolean,
  integer: meantInteger,
  object: meantMapping,
}

function meantList({ value, field, key }: Mistyped): string | undefined {
  if (isPlainObject(value)) return `begin each item of \`${key}\` with a dash: \`- \``
  return field.items?.type === 'string'
    ? `write \`${key}: [${yamlText(String(value))}]\``
    : undefined
}

function meantText({ value, written }: Mistyped): string | undefined {
  if (isPlainObject(value)) return meantTextWithColon(value)
  return Array.isArray(value) ? undefined : `put it in quotes: "${written}"`
}

/** `- 2001:db8::` is a mapping with the key `2001:db8:` to YAML. */
function meantTextWithColon(value: Readonly<Record<string, unknown>>): string | undefined {
  const [entry, ...others] = Object.entries(value)
  if (entry === undefined || others.length > 0) return undefined
  const [name, rest] = entry
  if (rest === null) return `a string that ends in a colon needs quotes: "${name}:"`
  return typeof rest === 'string' || typeof rest === 'number'
    ? `a string with a colon and a space needs quotes: "${name}: ${rest}"`
    : undefined
}

const TRUE_WORDS = ['true', 'yes', 'y', 'on', '1', 'enabled']
const FALSE_WORDS = ['false', 'no', 'n', 'off', '0', 'disabled']

function meantBoolean({ value, key }: Mistyped): string | undefined {
  const word = String(value).toLowerCase()
  if (TRUE_WORDS.includes(word)) return `write \`${key}: true\`, without quotes`
  if (FALSE_WORDS.includes(word)) return `write \`${key}: false\`, without quotes`
  return undefined
}

function meantInteger({ value, key }: Mistyped): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value))
    return `write \`${key}: ${Math.round(value)}\``
  const text = String(value).replaceAll('_', '')
  const [, digits, unit] = /^\s*([-+]?\d+)\s*([A-Za-z]*)\s*$/.exec(text) ?? []
  if (digits === undefined) return undefined
  if (unit === '') return `write \`${key}: ${digits}\`, without quotes or other characters`
  return `write only the number, e.g. \`${key}: ${digits}\`; the unit is in the name of the field`
}

function meantMapping({ value, key, field }: Mistyped): string | undefined {
  if (!Array.isArray(value)) return undefined
  const example = yamlText(exampleOf(field))
  return `\`${key}\` is not a list: write its fields without dashes, e.g. \`${key}: ${example}\``
}
