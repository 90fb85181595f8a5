import type { Finding, Position } from '../../api/finding.ts'
import type { PlainObject } from '../values/json.ts'
import type { FieldPath } from './field-path.ts'

/** Where an object is written, and how. */
export interface ObjectText {
  /** The place of a field's value; of its key if the value is a collection, empty, or not there. */
  readonly place: (path: FieldPath) => Position
  /** The place of a field's key; of an item of a list, where the item begins. */
  readonly placeOfKey: (path: FieldPath) => Position
  /** What readers of the text take differently: ambiguous scalars, repeated keys, merge keys. */
  readonly lint: () => readonly Finding[]
}

/**
 * An object of a declaration. `parsePools` makes them from texts; an object that no text holds, as one of the API
 * server, is `{ value }`: findings about it name the object and the field, and have no place.
 */
export interface PlacedObject {
  /** The object as JSON has it: `apiVersion`, `kind`, `metadata`, `spec`. */
  readonly value: PlainObject
  readonly text?: ObjectText
}
