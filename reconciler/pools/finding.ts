import type { TextPart, TextProblem } from '../source/address-text.ts'
import type { FindingCode } from '../../api/codes/code.ts'
import { pathText } from '../schema/field-finding.ts'
import type { Finding, Position, RelatedPlace } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import type { PoolDocument } from './read.ts'
import type { FieldPath } from '../source/field-path.ts'

/** A field of a pool. */
export interface PoolField {
  readonly document: PoolDocument
  readonly path: FieldPath
}

/** `at` is undefined where no text holds the pool. */
type PoolFindingParts = Omit<Finding, 'code' | 'severity' | 'object' | 'path' | 'at'> & {
  readonly at?: Position | undefined
}

/** A finding about one field of a pool, at that field or at the part of its text that is named. */
export function poolFinding(
  code: FindingCode,
  { document, path }: PoolField,
  { at = document.place(path), ...parts }: PoolFindingParts,
): Finding {
  const object = { kind: 'AddressPool', name: document.pool.metadata.name }
  return makeFinding(code, { ...(at && { at }), ...parts, object, path: pathText(path) })
}

const TEXT_CODES = {
  notAnAddress: 'BW2001',
  badPrefixLength: 'BW2002',
  hostBitsSet: 'BW2003',
  startAfterEnd: 'BW2004',
  mixedFamilies: 'BW2005',
  ipv4MappedAddress: 'BW2006',
  leadingZero: 'BW2007',
  zoneNotAllowed: 'BW2008',
} as const satisfies Record<TextProblem['refused'], FindingCode>

/** What is wrong with the text of a field, each problem under its own part of the text. */
export function textFindings(
  problems: readonly TextProblem[],
  field: PoolField,
  text: string,
): Finding[] {
  return problems.map(({ refused, part, message, hint }) => {
    const at = partOfPlace(field.document.place(field.path), text, part)
    return poolFinding(TEXT_CODES[refused], field, { at, message, hint })
  })
}

/** The place of a part of a text. Where escapes or folded lines hide it, the place of the whole. */
export function partOfPlace(
  place: Position | undefined,
  text: string,
  part: TextPart,
): Position | undefined {
  if (place === undefined) return undefined
  const { lineText, column, length } = place
  const offset = lineText.slice(column - 1, column - 1 + length).indexOf(text)
  if (offset < 0 || text === '') return place
  return { ...place, column: column + offset + part.start, length: part.length }
}

/** The place of the key of a field: before its value, where both stand in one line. */
export function placeOfKey({ document, path }: PoolField): Position | undefined {
  const key = String(path.at(-1))
  const place = document.place(path)
  if (place === undefined) return undefined
  const start = place.lineText.slice(0, place.column - 1).lastIndexOf(key)
  return start < 0 || key === '' ? place : { ...place, column: start + 1, length: key.length }
}

/** A second place that a finding is about: none if no text holds it. */
export function relatedField(
  message: string,
  { document, path }: PoolField,
): { readonly related?: readonly RelatedPlace[] } {
  const at = document.place(path)
  return at === undefined ? {} : { related: [{ message, at }] }
}
