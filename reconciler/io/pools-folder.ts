import { readlinkSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PoolsInForce, PoolsProblem, PoolsReading } from '../watch/pools-in-force.ts'
import { isProblem, nextPools, NO_POOLS_YET, poolsReading } from '../watch/pools-in-force.ts'
import { readRevision } from './read-revision.ts'
import { readSources } from './read-sources.ts'
import { watchWayTo } from '../../daemon/watch-way.ts'

/** Where no notification comes (network file systems, too many watches, deaf watchers) this finds the change. */
const POLL_MILLISECONDS = 3000

/** A folder that somebody writes into has come to rest when it has been the same for so long. */
const SETTLED_MILLISECONDS = 100

/** A swap takes microseconds; whoever removes the old checkout at once is met a second time at most. */
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
  let inForce = nextPools(NO_POOLS_YET, await readSettled(path))
  let seen = digestOf(inForce.reading)
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const look = async () => {
    const read = await readPoolsFolder(path)
    if (closed) return
    const digest = isProblem(read) ? read.message : read.digest
    const isAtRest = digest === seen || digest === digestOf(inForce.reading)
    seen = digest
    if (!isAtRest) return lookSoon()
    const next = nextPools(inForce, read)
    if (next === inForce) return
    inForce = next
    changed()
  }
  const lookSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), SETTLED_MILLISECONDS)
  }

  const folders = await watchWayTo(join(path, 'any'), lookSoon)
  const poll = setInterval(() => {
    lookSoon()
    void folders.refresh()
  }, pollMilliseconds)
  lookSoon()
  return {
    get inForce() {
      return inForce
    },
    look: lookSoon,
    async close() {
      closed = true
      clearInterval(poll)
      clearTimeout(timer)
      await folders.close()
    },
  }
}

function digestOf(reading: PoolsReading | undefined): string {
  return reading?.digest ?? ''
}

/** At the start nobody waits for a folder to come to rest; two readings must only agree. */
async function readSettled(path: string): Promise<PoolsReading | PoolsProblem> {
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
    return `${statSync(real).isDirectory() ? real : ''}\n${linkTarget(join(real, '..data'))}`
  } catch {
    return ''
  }
}

function linkTarget(path: string): string {
  try {
    return readlinkSync(path)
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
