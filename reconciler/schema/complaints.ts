import { pathText, textAt, valueAt } from './field-finding.ts'
import type { FieldComplaint } from './field-finding.ts'
import type { FieldSchema, SchemaError } from '../generated/validators.js'
import { nearest } from '../values/nearest.ts'
import { describeType, quote } from '../values/json.ts'
import { describeWanted, exampleOf, typeHint } from './words.ts'
import type { PlacedObject } from '../source/placed-object.ts'
import { describeForm } from './text-forms.ts'
import type { FieldPath } from '../source/field-path.ts'
import { yamlText } from '../source/quoting.ts'

interface Context {
  readonly schema: FieldSchema
  readonly object: PlacedObject
}

/** An error of the validator, with everything that its message needs. */
interface Subject {
  readonly params: SchemaError['params']
  readonly path: FieldPath
  readonly name: string
  readonly value: unknown
  /** The part of the schema that the value is held against. */
  readonly field: FieldSchema
  readonly context: Context
}

type Complain = (subject: Subject) => FieldComplaint

const COMPLAINTS: Readonly<Record<string, Complain>> = {
  additionalProperties: unknownField,
  type: wrongType,
  required: missingField,
  enum: unknownValue,
  minimum: outOfBounds,
  maximum: outOfBounds,
  pattern: wrongForm,
  minLength: wrongLength,
  maxLength: wrongLength,
  minItems: wrongCount,
  maxItems: wrongCount,
  maxProperties: wrongCount,
  uniqueItems: duplicateItem,
}

/** Says one of ajv's errors in words for the person who wrote the file. Throws if it knows no words for the keyword. */
export function complaintOf(error: SchemaError, path: FieldPath, context: Context): FieldComplaint {
  const field = schemaAt(context.schema, path)
  const value = valueAt(context.object.value, path)
  const name = `\`${pathText(path)}\``
  const subject: Subject = { params: error.params, path, name, value, field, context }
  const complain = COMPLAINTS[error.keyword]
  if (complain === undefined)
    throw new Error(`the schema uses ${error.keyword}, for which there is no message`)
  return complain(subject)
}

/** The part of the schema for what stands at the path. */
function schemaAt(schema: FieldSchema, path: FieldPath): FieldSchema {
  let current: FieldSchema | undefined = schema
  for (const step of path)
    current =
      current?.items ?? current?.properties?.[step] ?? (current?.additionalProperties || undefined)
  return current ?? {}
}

function unknownField({ params, path, field, context }: Subject): FieldComplaint {
  const unknown = String(params['additionalProperty'])
  const { properties = {} } = field
  const known = Object.keys(properties)
  const meant = nearest(unknown, known)
  const elsewhere = meant === undefined ? parentOf(unknown, context.schema) : undefined
  const parent = path.length === 0 ? 'this kind' : `\`${pathText(path)}\``
  return {
    code: 'BW1201',
    path: [...path, unknown],
    atKey: true,
    message: `${parent} has no field ${quote(unknown)}`,
    hint:
      meant !== undefined
        ? `write \`${meant}\``
        : elsewhere !== undefined
          ? `${quote(unknown)} belongs in \`${elsewhere}\``
          : `remove it; the fields here are ${known.join(', ')}`,
  }
}

/** Where the schema has a field of this name, e.g. `spec.announce`. */
function parentOf(name: string, schema: FieldSchema, path = ''): string | undefined {
  const { properties = {}, items } = schema
  if (path !== '' && Object.hasOwn(properties, name)) return path
  if (items !== undefined) return parentOf(name, items, `${path}[]`)
  for (const [key, child] of Object.entries(properties)) {
    const found = parentOf(name, child, path === '' ? key : `${path}.${key}`)
    if (found !== undefined) return found
  }
  return undefined
}

function wrongType({ path, name, value, field, context }: Subject): FieldComplaint {
  const { text } = context.object
  const written = text === undefined ? String(value) : textAt(text.place(path))
  const empty = value === null
  return {
    code: 'BW1202',
    path,
    message: empty
      ? `${name} is empty; it must be ${describeWanted(field)}`
      : `${name} must be ${describeWanted(field)}, not ${describeType(value)}`,
    hint: typeHint({ value, field, written, key: lastName(path) }),
  }
}

/** The name of the field, or of the list that the item is in. */
function lastName(path: FieldPath): string {
  return String(path.findLast((step) => typeof step === 'string'))
}

function missingField({ params, path, field }: Subject): FieldComplaint {
  const missing = String(params['missingProperty'])
  const { [missing]: schema = {} } = field.properties as Readonly<Record<string, FieldSchema>>
  const inside = path.length === 0 ? '' : ` in \`${pathText(path)}\``
  return {
    code: 'BW1203',
    path: [...path, missing],
    atKey: true,
    message: `\`${pathText([...path, missing])}\` is missing`,
    hint: `add \`${missing}:\`${inside}, e.g. \`${missing}: ${yamlText(exampleOf(schema))}\``,
  }
}

function unknownValue({ path, name, value, field }: Subject): FieldComplaint {
  const allowed = field.enum ?? []
  const text = String(value)
  const meant = nearest(text, allowed)
  return {
    code: 'BW1204',
    path,
    message: `${name} cannot be ${quote(text)}`,
    hint:
      meant === undefined
        ? `write one of: ${allowed.join(', ')}`
        : `write \`${lastName(path)}: ${yamlText(meant)}\`; it is one of ${allowed.join(', ')}`,
  }
}

function outOfBounds({ path, name, value, field }: Subject): FieldComplaint {
  const { minimum = 0, maximum = 0 } = field
  const nearestBound = Number(value) < minimum ? minimum : maximum
  return {
    code: 'BW1205',
    path,
    message: `${name} must be from ${minimum} to ${maximum}, not ${String(value)}`,
    hint: `the nearest value allowed is ${nearestBound}`,
  }
}

function wrongForm({ params, path, name, value }: Subject): FieldComplaint {
  const form = describeForm(String(params['pattern']), String(value))
  return {
    code: 'BW1206',
    path,
    message: `${name} is ${quote(String(value))}, which is not ${form.what}`,
    hint: form.hint,
  }
}

function wrongLength({ path, name, value, field }: Subject): FieldComplaint {
  const text = String(value)
  const { minLength = 0, maxLength = 0 } = field
  const tooShort = text.length < minLength
  return {
    code: 'BW1207',
    path,
    message: tooShort
      ? `${name} must have at least ${minLength} character${minLength === 1 ? '' : 's'}`
      : `${name} has ${text.length} characters; at most ${maxLength} are allowed`,
    hint: tooShort ? `write e.g. ${yamlText(exampleOf(field))}, or remove it` : 'shorten it',
  }
}

function wrongCount({ path, name, value, field }: Subject): FieldComplaint {
  const count = Object.keys(Object(value) as object).length
  const { maxItems, maxProperties } = field
  const example = yamlText(exampleOf(field))
  return {
    code: 'BW1207',
    path,
    message:
      count === 0
        ? `${name} is empty`
        : `${name} has ${count} entries; at most ${maxItems ?? maxProperties} are allowed`,
    hint:
      count === 0
        ? `remove the field, or name at least one, e.g. \`${lastName(path)}: ${example}\``
        : 'join ranges that follow each other, or split the entries over several objects',
  }
}

/** ajv names the later one `i` and the earlier one `j`, or the other way round. */
function duplicateItem({ params, path, name, value }: Subject): FieldComplaint {
  const [i, j] = [Number(params['i']), Number(params['j'])]
  const second = Math.max(i, j)
  return {
    code: 'BW1208',
    path: [...path, second],
    message: `${name} has ${quote(String(valueAt(value, [second])))} twice`,
    hint: 'remove one of the two',
    other: { path: [...path, Math.min(i, j)], message: 'the first one' },
  }
}
