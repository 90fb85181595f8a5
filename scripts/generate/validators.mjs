import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

const NOTE = '// Generated from config/crd by "npm run generate". Do not edit.\n'

const DECLARATIONS = `${NOTE}
/** One complaint of a validator, as ajv makes it. \`instancePath\` is a JSON pointer. */
export interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** True if the data is valid; else \`errors\` holds every complaint until the next call. */
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
`

/** A module without imports: ajv's own code asks for parts of ajv at run time, so it is bundled. */
export async function validators(schemas, root) {
  const ajv = new Ajv({
    schemas: schemas.map(withoutExamples),
    allErrors: true,
    messages: false,
    strict: true,
    strictRequired: false,
    code: { source: true, esm: true },
  })
  const exported = Object.fromEntries(schemas.map(({ $id }) => [`validate${$id}`, $id]))
  const code = await bundle(standaloneCode(ajv, exported), root)
  const constants = schemas.map(
    (schema) => `export const schemaOf${schema.$id} = ${JSON.stringify(schema, null, 1)}\n`,
  )
  const declared = schemas.map(
    ({ $id }) =>
      `export declare const validate${$id}: Validator\nexport declare const schemaOf${$id}: FieldSchema\n`,
  )
  return [
    ['reconciler/generated/validators.js', [NOTE + code, ...constants].join('\n')],
    ['reconciler/generated/validators.d.ts', [DECLARATIONS, ...declared].join('\n')],
  ]
}

function withoutExamples(schema) {
  return JSON.parse(JSON.stringify(schema), function (key, value) {
    const isKeyword = key === 'example' && 'type' in this
    return isKeyword ? undefined : value
  })
}

async function bundle(contents, resolveDir) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir },
    absWorkingDir: resolveDir,
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    target: 'node20',
    charset: 'utf8',
    // The paths in comments would tell where the project was generated.
    legalComments: 'none',
  })
  return outputFiles[0].text
}
