import { isRefused, parseAddress, type Address } from '../../api/address.ts'
import { addressProblems } from '../source/address-text.ts'
import type { FindingCode } from '../../api/codes/code.ts'
import { describeObject } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { type Reading, textsOf } from './object-fields.ts'
import { isPlainObject, type PlainObject } from '../values/json.ts'

export const ANNOTATION_PREFIX = 'bellwether.dev/'

/** What the annotations of a kind may be, without the prefix; a name that ends in `.` takes any ending. */
export type KnownAnnotations = readonly string[]

export const SERVICE_ANNOTATIONS: KnownAnnotations = ['addresses', 'pool', 'share', 'node']
export const NODE_ANNOTATIONS: KnownAnnotations = ['address.']

const NONE: Readonly<Record<string, string>> = Object.freeze({})

/** Our annotations, by name without the prefix. One that is not known gives a finding: it may be a slip of the pen. */
export function ownAnnotations(
  metadata: PlainObject,
  known: KnownAnnotations,
  reading: Reading,
): Readonly<Record<string, string>> {
  const { annotations } = metadata
  if (isPlainObject(annotations) && !hasOwnPrefix(annotations)) return NONE
  const texts = textsOf(annotations, 'metadata.annotations', reading)
  const own = Object.entries(texts)
    .filter(([key]) => key.startsWith(ANNOTATION_PREFIX))
    .map(([key, value]): [string, string] => [key.slice(ANNOTATION_PREFIX.length), value])
  for (const [name] of own) if (!isKnown(name, known)) reportUnknown(name, known, reading)
  return Object.fromEntries(own)
}

function hasOwnPrefix(annotations: PlainObject): boolean {
  for (const key in annotations) if (key.startsWith(ANNOTATION_PREFIX)) return true
  return false
}

function isKnown(name: string, known: KnownAnnotations): boolean {
  return known.some((each) =>
    each.endsWith('.') ? name.startsWith(each) && name.length > each.length : name === each,
  )
}

function reportUnknown(name: string, known: KnownAnnotations, reading: Reading): void {
  const { object, findings } = reading
  const names = known.map((each) => (each.endsWith('.') ? `${each}<segment>` : each))
  findings.push(
    makeFinding('BW3012', {
      message: `the annotation ${ANNOTATION_PREFIX}${name} means nothing on a ${object.kind}`,
      hint: `known here: ${names.map((each) => ANNOTATION_PREFIX + each).join(', ')}`,
      object,
      path: annotationPath(name),
    }),
  )
}

/** The field of an annotation of ours, in kubectl's notation. */
export function annotationPath(name: string): string {
  return `metadata.annotations[${ANNOTATION_PREFIX}${name}]`
}

/** Addresses parted by commas. Undefined, and findings, if one of them cannot be read. */
export function readAddressList(
  text: string,
  path: string,
  code: FindingCode,
  reading: Reading,
): readonly Address[] | undefined {
  const before = reading.findings.length
  const addresses = text.split(',').flatMap((part) => readAddress(part.trim(), path, code, reading))
  return reading.findings.length === before ? addresses : undefined
}

/** One address, or none and findings. */
export function readAddress(
  text: string,
  path: string,
  code: FindingCode,
  { object, findings }: Reading,
): readonly Address[] {
  const address = parseAddress(text)
  if (!isRefused(address)) return [address]
  for (const { message, hint } of addressProblems(text))
    findings.push(
      makeFinding(code, { message: `${describeObject(object)}: ${message}`, hint, object, path }),
    )
  return []
}
