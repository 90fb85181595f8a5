import { readPoolDocuments } from '../../../reconciler/pools/read.ts'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import type { PoolDocument } from '../../../reconciler/pools/read.ts'

/** A pool file with the given lines under `spec`; its first line is line 6. */
export function poolYaml(spec: string, name = 'office'): string {
  const head = 'apiVersion: bellwether.dev/v1alpha1\nkind: AddressPool\nmetadata:\n  name: '
  return `${head}${name}\nspec:\n${spec}`
}

/** The pool that such a file declares. */
export function poolDocument(spec: string, name = 'office'): PoolDocument {
  const text = poolYaml(spec, name)
  const [document] = readPoolDocuments(parsePools([{ path: `${name}.yaml`, text }]).pools).documents
  if (document === undefined) throw new Error(`no pool in:\n${text}`)
  return document
}
