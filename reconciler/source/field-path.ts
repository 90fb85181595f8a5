/** Keys and indexes from the top of an object, e.g. `['spec', 'addresses', 0]`. */
export type FieldPath = readonly (string | number)[]
