import { resolve } from 'node:path'
import { readRevision } from '../reconciler/io/read-revision.ts'
import { readSources } from '../reconciler/io/read-sources.ts'
import type { PoolFiles } from '../reconciler/publish/snapshot-inputs.ts'
import { parsePools } from '../reconciler/source/parse-pools.ts'
import type { CommandIo, Obstacle } from './command/command.ts'

/** The pools in these files and folders; `-` is standard input. Undefined if none are named. */
export async function readPoolFiles(
  paths: readonly string[],
  io: CommandIo,
): Promise<PoolFiles | Obstacle | undefined> {
  if (paths.length === 0) return undefined
  const { sources, unreadable, missing } = await readSources(paths, io)
  const [gone] = missing
  if (gone !== undefined)
    return { message: `there is no ${gone}`, hint: 'name the files or folders with the pools' }
  const parsed = parsePools(sources)
  return {
    pools: parsed.pools,
    unreadable: [...unreadable, ...parsed.unreadable],
    revision: revisionOf(paths, io),
  }
}

/** Pools from several repositories have several revisions. */
function revisionOf(paths: readonly string[], { cwd }: CommandIo): string {
  const revisions = paths
    .filter((path) => path !== '-')
    .map((path) => readRevision(resolve(cwd, path)))
  return [...new Set(revisions.filter(Boolean))].join(',')
}
