import { readSourceObjects } from '../../reconciler/source/documents.ts'
import type { SourceObject } from '../../reconciler/source/documents.ts'

/** An AddressPool as a file; `spec` is the lines below `spec:`, indented by two blanks. */
export function poolText(spec: string, metadata = 'name: office'): string {
  return `apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata: {${metadata}}
spec:
${spec}
`
}

/** The only object of a text. */
export function objectOf(text: string): SourceObject {
  const [object, ...others] = readSourceObjects({ path: 'pool.yaml', text }).objects
  if (object === undefined || others.length > 0) throw new Error('expected one object')
  return object
}

/** `line:column text`, as a short way to say what a place shows. */
export function shown(at: {
  readonly line: number
  readonly column: number
  readonly length: number
  readonly lineText: string
}): string {
  const text = at.lineText.slice(at.column - 1, at.column - 1 + at.length)
  return `${at.line}:${at.column} ${text}`
}
