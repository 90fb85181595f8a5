import { realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolsInForce, PoolsProblem, PoolsReading } from '../watch/pools-in-force.ts'
import { isProblem, nextPools, NO_POOLS_YET, poolsReading } from '../watch/pools-in-force.ts'
import { linkTarget, readRevision } from './read-revision.ts'
import { readSources } from './read-sources.ts'
import { watchSettled } from '../../daemon/watch-settled.ts'

const POLL_MILLISECONDS = 3000

/** How often a folder is read that is swapped meanwhile: a swap takes microseconds, so it is met twice at most. */
const ATTEMPTS = 3
const PAUSE_MILLISECONDS = 20

export interface PoolsFolder {
  readonly inForce: PoolsInForce
  /** Looks at once, as after a notification from outside. */
  look(): void
  close(): Promise<void>
}

export interface FollowOptions {
  /** `inForce` has become another one. */
  readonly changed: () => void
  readonly pollMilliseconds?: number
}

/**
 * Follows a folder of pool files that git-sync, a ConfigMap volume or a person keeps. Notifications are hints
 * alone: what counts is what is read, whole and twice the same. What cannot be read leaves in force what was.
 */
export async function followPoolsFolder(
  path: string,
  { changed, pollMilliseconds = POLL_MILLISECONDS }: FollowOptions,
): Promise<PoolsFolder> {
  const first = await readTwice(path)
  let inForce = nextPools(NO_POOLS_YET, first)
  const watch = await watchSettled(join(path, 'any'), {
    read: async () => {
      const value = await readPoolsFolder(path)
      return { stamp: stampOf(value), value }
    },
    known: stampOf(first),
    settled(read) {
      const next = nextPools(inForce, read)
      if (next === inForce) return
      inForce = next
      changed()
    },
    pollMilliseconds,
  })
  return {
    get inForce() {
      return inForce
    },
    look: watch.look,
    close: watch.close,
  }
}

function stampOf(read: PoolsReading | PoolsProblem): string {
  return isProblem(read) ? read.message : read.digest
}

/** At the start nobody waits for the folder to settle; two readings in a row must agree. */
async function readTwice(path: string): Promise<PoolsReading | PoolsProblem> {
  let last = await readPoolsFolder(path)
  for (let left = ATTEMPTS; left > 0 && !isProblem(last); left--) {
    const again = await readPoolsFolder(path)
    if (!isProblem(again) && again.digest === last.digest) return again
    last = again
  }
  return last
}

/** All files of the folder at one moment; retried where it is swapped or taken away meanwhile. */
export async function readPoolsFolder(path: string): Promise<PoolsReading | PoolsProblem> {
  for (let attempt = 1; ; attempt++) {
    const before = placeOf(path)
    const read = await readOnce(path, before)
    const isWhole = before === placeOf(path) && !isProblem(read)
    if (isWhole) return read
    if (attempt === ATTEMPTS) return isProblem(read) ? read : swappedAgainAndAgain(path)
    await sleep(PAUSE_MILLISECONDS)
  }
}

/** Through the real path: by the link, one file might be of one commit and the next of another. */
async function readOnce(path: string, place: string): Promise<PoolsReading | PoolsProblem> {
  const [real = ''] = place.split('\n', 1)
  if (real === '') return noFolder(path)
  const revision = readRevision(path)
  const { sources, unreadable, missing } = await readSources(['.'], { cwd: real, stdin: noInput })
  const [problem] = unreadable
  if (missing.length > 0) return noFolder(path)
  if (problem !== undefined)
    return {
      message: `${join(path, problem.at?.file ?? '')}: ${problem.message}`,
      hint: problem.hint ?? '',
    }
  const shown = sources.map((source) => ({ ...source, path: join(path, source.path) }))
  return poolsReading(shown, revision)
}

/** Where the files are: the real path of the folder, and which copy a ConfigMap volume shows. */
function placeOf(path: string): string {
  try {
    const real = realpathSync(path)
    return `${statSync(real).isDirectory() ? real : ''}\n${linkTarget(join(real, '..data')) ?? ''}`
  } catch {
    return ''
  }
}

function noInput(): Promise<string> {
  return Promise.resolve('')
}

function noFolder(path: string): PoolsProblem {
  return {
    message: `there is no folder ${path}`,
    hint: 'see whether git-sync has fetched it, and whether the commit still has this folder',
  }
}

function swappedAgainAndAgain(path: string): PoolsProblem {
  return {
    message: `${path} was swapped each time while it was read`,
    hint: 'see why it is published several times a second',
  }
}
