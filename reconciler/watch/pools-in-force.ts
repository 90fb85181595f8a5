import { createHash } from 'node:crypto'
import type { Finding } from '../../api/finding.ts'
import type { PoolFiles } from '../publish/snapshot-inputs.ts'
import { parsePools } from '../source/parse-pools.ts'
import { unreadableSource } from '../source/file-findings.ts'
import type { SourceText } from '../source/source.ts'

/** All pool files as they were at one moment. */
export interface PoolsReading {
  readonly sources: readonly SourceText[]
  /** The commit they were checked out from; empty where none can be told. */
  readonly revision: string
  /** Of the paths, the texts and the revision. */
  readonly digest: string
}

/** Why the files cannot be read, in one line, and what to do. */
export interface PoolsProblem {
  readonly message: string
  readonly hint: string
}

/** What is planned with. Both are there when what was read last is stale. */
export interface PoolsInForce {
  /** Undefined: nothing has been read yet; which pools there are is not known. */
  readonly reading: PoolsReading | undefined
  /** What `reading` holds: parsed once, and planned with again and again. */
  readonly files: PoolFiles | undefined
  /** Why what is there now is not in force. */
  readonly problem: PoolsProblem | undefined
}

export const NO_POOLS_YET: PoolsInForce = {
  reading: undefined,
  files: undefined,
  problem: undefined,
}

/** Adds the digest, by which readings are compared. */
export function poolsReading(sources: readonly SourceText[], revision: string): PoolsReading {
  const hash = createHash('sha256').update(JSON.stringify(revision))
  for (const { path, text } of sources) hash.update(JSON.stringify([path, text]))
  return { sources, revision, digest: `sha256:${hash.digest('hex')}` }
}

/** Whether the files could not be read. */
export function isProblem(read: PoolsReading | PoolsProblem): read is PoolsProblem {
  return 'message' in read
}

/** The same object where nothing has changed. What cannot be read takes nothing out of force. */
export function nextPools(before: PoolsInForce, read: PoolsReading | PoolsProblem): PoolsInForce {
  if (isProblem(read))
    return before.problem?.message === read.message ? before : { ...before, problem: read }
  const isSame = before.reading?.digest === read.digest && before.problem === undefined
  if (isSame) return before
  const files = { ...parsePools(read.sources), revision: read.revision }
  return { reading: read, files, problem: undefined }
}

/** As the planner takes them: pools that were never read are unknown, which is not the same as none. */
export function poolInputs({ files, problem }: PoolsInForce, path: string): PoolFiles {
  return files ?? { pools: [], unreadable: [unknownPools(path, problem)], revision: '' }
}

function unknownPools(path: string, problem: PoolsProblem | undefined): Finding {
  const finding = unreadableSource({ file: path, line: 1, column: 1, length: 1, lineText: '' }, '')
  return problem === undefined ? finding : { ...finding, ...problem }
}
