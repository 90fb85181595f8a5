import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { root } from '../root.ts'

/** apiextensions.k8s.io/v1.JSONSchemaProps, the part that is used. */
export interface CrdSchema {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, CrdSchema>>
  readonly additionalProperties?: CrdSchema
  readonly items?: CrdSchema
  readonly required?: readonly string[]
  readonly enum?: readonly string[]
  readonly format?: string
  readonly default?: unknown
  readonly maxItems?: number
  readonly maxLength?: number
  readonly maxProperties?: number
  readonly 'x-kubernetes-list-type'?: string
  readonly 'x-kubernetes-list-map-keys'?: readonly string[]
  readonly 'x-kubernetes-validations'?: readonly CelRule[]
}

export interface CelRule {
  readonly rule: string
  readonly message: string
  readonly fieldPath?: string
  readonly reason?: string
}

export interface Crd {
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly group: string
    readonly scope: string
    readonly names: Readonly<Record<string, string>> & {
      readonly shortNames: readonly string[]
      readonly categories: readonly string[]
    }
    readonly versions: readonly {
      readonly name: string
      readonly subresources: object
      readonly additionalPrinterColumns: readonly {
        readonly name: string
        readonly jsonPath: string
        readonly description?: string
      }[]
      readonly schema: { readonly openAPIV3Schema: CrdSchema }
    }[]
  }
}

export type Plural = 'addresspools' | 'announcementplans'

export function crdText(plural: Plural): string {
  return readFileSync(join(root, `config/crd/bellwether.dev_${plural}.yaml`), 'utf8')
}

export function crd(plural: Plural): Crd {
  return parse(crdText(plural)) as Crd
}

export interface PathAndSchema {
  readonly path: string
  readonly schema: CrdSchema
}

/** The schema and every schema in it: `.spec.addresses[]`. */
export function schemas(plural: Plural): readonly PathAndSchema[] {
  const [version] = crd(plural).spec.versions
  return version === undefined ? [] : below('', version.schema.openAPIV3Schema)
}

function below(path: string, schema: CrdSchema): readonly PathAndSchema[] {
  const { properties = {}, items, additionalProperties } = schema
  return [
    { path, schema },
    ...Object.entries(properties).flatMap(([name, child]) => below(`${path}.${name}`, child)),
    ...(items === undefined ? [] : below(`${path}[]`, items)),
    ...(additionalProperties === undefined ? [] : below(`${path}{}`, additionalProperties)),
  ]
}

/** Every CEL rule with the place of the schema that it stands at. */
export function celRules(plural: Plural): readonly (CelRule & { readonly path: string })[] {
  return schemas(plural).flatMap(({ path, schema }) =>
    (schema['x-kubernetes-validations'] ?? []).map((rule) => ({ ...rule, path })),
  )
}
