import type { FieldComplaint } from './field-finding.ts'
import {
  schemaOfAddressPool,
  schemaOfAnnouncementPlan,
  validateAddressPool,
  validateAnnouncementPlan,
} from '../generated/validators.js'
import type { FieldSchema, SchemaError, Validator } from '../generated/validators.js'
import { nearest } from '../values/nearest.ts'
import type { Kind } from './object-kinds.ts'
import { complaintOf } from './complaints.ts'
import type { PlacedObject } from '../source/placed-object.ts'
import type { FieldPath } from '../source/field-path.ts'

const SCHEMAS: Readonly<Record<Kind, { validate: Validator; schema: FieldSchema }>> = {
  AddressPool: { validate: validateAddressPool, schema: schemaOfAddressPool },
  AnnouncementPlan: { validate: validateAnnouncementPlan, schema: schemaOfAnnouncementPlan },
}

/** Checks an object against the schema of its kind: one complaint for each mistake, none for its consequences. */
export function checkSchema(object: PlacedObject, kind: Kind): readonly FieldComplaint[] {
  const { validate, schema } = SCHEMAS[kind]
  if (validate(object.value)) return []
  const errors = validate.errors as readonly SchemaError[]
  return withoutConsequences(errors).map((error) =>
    complaintOf(error, readPointer(error.instancePath), { schema, object }),
  )
}

/** RFC 6901. Digits become a number; it also works as the name of a field. */
function readPointer(pointer: string): FieldPath {
  const steps = pointer.split('/').slice(1)
  return steps.map((step) => {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~')
    return /^\d+$/.test(name) ? Number(name) : name
  })
}

/** A misspelt field is not also reported as missing, and an empty string not also as of the wrong form. */
function withoutConsequences(errors: readonly SchemaError[]): readonly SchemaError[] {
  const known = new Set<string>()
  return errors.filter((error) => {
    if (error.keyword === 'required') return !isMisspelt(error, errors)
    if (error.keyword === 'additionalProperties') return true
    const seen = known.has(error.instancePath)
    known.add(error.instancePath)
    return !seen
  })
}

function isMisspelt(missing: SchemaError, errors: readonly SchemaError[]): boolean {
  const name = String(missing.params['missingProperty'])
  return errors.some(
    ({ keyword, instancePath, params }) =>
      keyword === 'additionalProperties' &&
      instancePath === missing.instancePath &&
      nearest(String(params['additionalProperty']), [name]) !== undefined,
  )
}
