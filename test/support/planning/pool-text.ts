import { readSourceObjects } from '../../../reconciler/source/documents.ts'
import type { ObjectText, PlacedObject } from '../../../reconciler/source/placed-object.ts'

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
export function objectOf(text: string): PlacedObject & { readonly text: ObjectText } {
  const [object, ...others] = readSourceObjects({ path: 'pool.yaml', text }).objects
  if (object?.text === undefined || others.length > 0) throw new Error('expected one object')
  return { ...object, text: object.text }
}

/** `line:column text`, as a short way to say what a place shows. */
export function shown(at?: {
  readonly line: number
  readonly column: number
  readonly length: number
  readonly lineText: string
}): string {
  if (at === undefined) return 'nowhere'
  const text = at.lineText.slice(at.column - 1, at.column - 1 + at.length)
  return `${at.line}:${at.column} ${text}`
}
