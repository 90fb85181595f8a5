import { API_VERSION } from '../../api/objects.ts'
import { fieldFinding } from './field-finding.ts'
import type { FieldComplaint } from './field-finding.ts'
import type { Finding } from '../../api/finding.ts'
import { editDistance, nearest } from '../values/nearest.ts'
import { isPlainObject, quote } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import type { PlacedObject } from '../source/placed-object.ts'

export const KINDS = ['AddressPool', 'AnnouncementPlan'] as const
export type Kind = (typeof KINDS)[number]

/** What an object is: one of our kinds, another kind, or one of ours with a mistake in its type. */
export type Identity =
  | { readonly type: 'ours'; readonly kind: Kind }
  | { readonly type: 'other' }
  | { readonly type: 'mistaken'; readonly finding: Finding }

const GROUP = API_VERSION.slice(0, API_VERSION.indexOf('/'))

/** Says what an object is. Other kinds are passed over; a kind that is nearly one of ours is a mistake. */
export function identify(object: PlacedObject): Identity {
  const { apiVersion, kind } = object.value
  if (apiVersion === undefined && kind === undefined)
    return looksLikePool(object.value) ? mistaken(untyped(object.value), object) : { type: 'other' }
  if (apiVersion === undefined)
    return isNearKind(kind) ? mistaken(noApiVersion(object.value), object) : OTHER
  if (apiVersion !== API_VERSION)
    return isNearApiVersion(apiVersion, kind)
      ? mistaken(wrongApiVersion(apiVersion), object)
      : OTHER
  const known = KINDS.find((each) => each === kind)
  return known ? { type: 'ours', kind: known } : mistaken(wrongKind(kind), object)
}

const OTHER: Identity = { type: 'other' }

function mistaken(complaint: FieldComplaint, object: PlacedObject): Identity {
  return { type: 'mistaken', finding: fieldFinding(complaint, object) }
}

function isNearKind(kind: unknown): boolean {
  return typeof kind === 'string' && nearest(kind, KINDS) !== undefined
}

/** Same group in another version, a misspelt group, or no group at all with one of our kinds. */
function isNearApiVersion(apiVersion: unknown, kind: unknown): boolean {
  if (typeof apiVersion !== 'string') return KINDS.some((each) => each === kind)
  const [group = '', version] = apiVersion.split('/')
  if (version === undefined && KINDS.some((each) => each === kind) && apiVersion !== 'v1')
    return true
  return (
    group.toLowerCase().startsWith('bellwether') || editDistance(group.slice(0, 32), GROUP) <= 2
  )
}

function looksLikePool(value: PlainObject): boolean {
  const { spec } = value
  const hasAddresses = isPlainObject(spec) && Array.isArray(spec['addresses'])
  return (
    hasAddresses || Object.values(value).some((each) => each === API_VERSION || each === KINDS[0])
  )
}

function untyped(value: PlainObject): FieldComplaint {
  return (
    misspelt(value) ?? {
      code: 'BW1103',
      path: [],
      atKey: true,
      message: 'this looks like an AddressPool, but it has neither `apiVersion` nor `kind`',
      hint: `begin with \`apiVersion: ${API_VERSION}\` and \`kind: AddressPool\``,
    }
  )
}

function noApiVersion(value: PlainObject): FieldComplaint {
  return (
    misspelt(value) ?? {
      code: 'BW1103',
      path: ['kind'],
      message: 'this looks like an object of Bellwether, but `apiVersion` is missing',
      hint: `add \`apiVersion: ${API_VERSION}\``,
    }
  )
}

const TYPE_FIELDS = ['apiVersion', 'kind']

function misspelt(value: PlainObject): FieldComplaint | undefined {
  for (const key of Object.keys(value)) {
    const meant = TYPE_FIELDS.includes(key) ? undefined : nearest(key, TYPE_FIELDS)
    if (meant === undefined) continue
    return {
      code: 'BW1103',
      path: [key],
      atKey: true,
      message: `\`${meant}\` is missing; ${quote(key)} is not the same`,
      hint: `write \`${meant}\``,
    }
  }
  return undefined
}

function wrongApiVersion(apiVersion: unknown): FieldComplaint {
  return {
    code: 'BW1101',
    path: ['apiVersion'],
    message: `there is no apiVersion ${quote(textOf(apiVersion))}`,
    hint: `write \`apiVersion: ${API_VERSION}\``,
  }
}

function wrongKind(kind: unknown): FieldComplaint {
  if (kind === undefined)
    return {
      code: 'BW1103',
      path: ['apiVersion'],
      message: '`kind` is missing',
      hint: 'add `kind: AddressPool`',
    }
  const meant = nearest(textOf(kind), KINDS)
  return {
    code: 'BW1102',
    path: ['kind'],
    message: `${GROUP} has no kind ${quote(textOf(kind))}`,
    hint: meant === undefined ? `write one of: ${KINDS.join(', ')}` : `write \`kind: ${meant}\``,
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
