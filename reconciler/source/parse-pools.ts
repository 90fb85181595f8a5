import type { Finding } from '../../api/finding.ts'
import { readSourceObjects } from './documents.ts'
import type { PlacedObject } from './placed-object.ts'
import type { SourceText } from './source.ts'

/** What pool files hold: these two go into `Inputs` as they are. */
export interface ParsedPools {
  /** In the order of the texts and of the documents in them; also objects of other kinds. */
  readonly pools: readonly PlacedObject[]
  /** One error for each text, or part of one, that cannot be read: its pools are unknown, not gone. */
  readonly unreadable: readonly Finding[]
}

/**
 * Reads YAML (1.2) or JSON texts of pools; a text may hold several documents and Lists. `path` of a text is what
 * findings name. Never throws: what is not YAML is among `unreadable`, with line and column.
 */
export function parsePools(texts: readonly SourceText[]): ParsedPools {
  const read = texts.map(readSourceObjects)
  return {
    pools: read.flatMap(({ objects }) => objects),
    unreadable: read.flatMap(({ findings }) => findings),
  }
}
