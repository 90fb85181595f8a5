import type { AddressPool, AnnouncementPlan } from '../../api/objects.ts'
import { fieldFinding } from './field-finding.ts'
import type { FieldComplaint } from './field-finding.ts'
import { FINDING_CODES } from '../../api/codes/codes.ts'
import type { Finding } from '../../api/finding.ts'
import { checkPlanFields } from './plan-field-rules.ts'
import { checkPoolFields } from './pool-field-rules.ts'
import { withoutFields } from './reduce-pool.ts'
import { checkSchema } from './check.ts'
import type { PlacedObject } from '../source/placed-object.ts'

/** What can be checked on one object alone: how it is written, its schema, and rules between its fields. */
export interface ObjectCheck {
  readonly findings: readonly Finding[]
  /** The text has keys that programs read in different ways, so it is not known what its fields are. */
  readonly ambiguousKeys: boolean
  /** An AddressPool, without the fields that are wrong; undefined if too little would be left. */
  readonly pool?: AddressPool | undefined
}

/** A field that is wrong is reported and left out; the others are checked by the rules between fields as well. */
export function checkPool(object: PlacedObject): ObjectCheck {
  const written = object.text?.lint() ?? []
  const ambiguousKeys = written.some(({ code }) => code === 'BW1003' || code === 'BW1005')
  // With a merge key, fields that seem to be missing come from elsewhere.
  if (written.some(({ code }) => code === 'BW1005')) return { findings: written, ambiguousKeys }
  const wrong = checkSchema(object, 'AddressPool')
  const right = withoutFields(
    object.value,
    wrong.map(({ path }) => path),
  )
  const byRules = right === undefined ? [] : checkPoolFields(right)
  const pool =
    right &&
    withoutFields(
      { ...right },
      byRules.filter(isError).map(({ path }) => path),
    )
  const complaints = [...wrong, ...byRules, ...statusInSource(object)]
  return {
    findings: allFindings(written, complaints, object),
    ambiguousKeys,
    pool: pool?.metadata.name && pool.spec.addresses ? pool : undefined,
  }
}

/** The rules between fields are checked only where the schema has nothing against the plan. */
export function checkPlan(object: PlacedObject): readonly Finding[] {
  const written = object.text?.lint() ?? []
  const wrong = checkSchema(object, 'AnnouncementPlan')
  if (wrong.length > 0) return allFindings(written, wrong, object)
  // The schema has just said that it is one.
  const plan = object.value as unknown as AnnouncementPlan
  return allFindings(written, checkPlanFields(plan), object)
}

function isError({ code }: FieldComplaint): boolean {
  return FINDING_CODES[code].severity === 'error'
}

function allFindings(
  written: readonly Finding[],
  complaints: readonly FieldComplaint[],
  object: PlacedObject,
): readonly Finding[] {
  const found = complaints.map((complaint) => fieldFinding(complaint, object))
  return [...withoutRepetition(written, found), ...found]
}

function statusInSource({ value, text }: PlacedObject): readonly FieldComplaint[] {
  if (text === undefined || value['status'] === undefined) return []
  return [
    {
      code: 'BW1104',
      path: ['status'],
      atKey: true,
      message: '`status` is written by controllers and does not belong in a file; it is ignored',
      hint: 'remove it',
    },
  ]
}

/** A value of the wrong type is told once: the finding of the schema says more than the one about ambiguity. */
function withoutRepetition(
  written: readonly Finding[],
  found: readonly Finding[],
): readonly Finding[] {
  const told = new Set(found.filter(({ code }) => code === 'BW1202').map(placeKey))
  return written.filter((finding) => finding.code !== 'BW1004' || !told.has(placeKey(finding)))
}

function placeKey({ at }: Finding): string {
  return `${at?.line}:${at?.column}`
}
