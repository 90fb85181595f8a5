// Generated from config/crd by "npm run generate". Do not edit.

/** One complaint of a validator, as ajv makes it. `instancePath` is a JSON pointer. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** True if the data is valid; else `errors` holds every complaint until the next call. */
export interface Validator {
  (data: unknown): boolean
  errors?: readonly SchemaError[] | null
}

/** A part of a schema, for what messages tell of a field. */
export interface FieldSchema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, FieldSchema>>
  readonly additionalProperties?: FieldSchema | false
  readonly items?: FieldSchema
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly maxProperties?: number
  readonly example?: unknown
}

export declare const validateAddressPool: Validator
export declare const schemaOfAddressPool: FieldSchema

export declare const validateAnnouncementPlan: Validator
export declare const schemaOfAnnouncementPlan: FieldSchema
