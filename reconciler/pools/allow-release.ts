import { isRefused, parseAddress } from '../../api/address.ts'
import { addressProblems } from '../source/address-text.ts'
import type { Finding } from '../../api/finding.ts'
import { partOfPlace, poolFinding } from './finding.ts'
import type { PoolDocument } from './read.ts'

export const ALLOW_RELEASE = 'bellwether.dev/allow-release'

/** The annotation's addresses in canonical text, or `*`. An entry that cannot be read releases nothing. */
export function readAllowRelease(document: PoolDocument, findings: Finding[]): readonly string[] {
  const text = document.pool.metadata.annotations?.[ALLOW_RELEASE]
  if (text === undefined) return []
  const field = { document, path: ['metadata', 'annotations', ALLOW_RELEASE] }
  return [...text.matchAll(/[^,\s]+/g)].flatMap(({ 0: entry, index }) => {
    if (entry === '*') return [entry]
    const address = parseAddress(entry)
    if (!isRefused(address)) return [address.text]
    for (const { part, message, hint } of addressProblems(entry)) {
      const within = { start: index + part.start, length: part.length }
      const at = partOfPlace(document.place(field.path), text, within)
      findings.push(
        poolFinding('BW2023', field, {
          at,
          message,
          hint: `${hint}, or * for all addresses of the pool`,
        }),
      )
    }
    return []
  })
}
