import { readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/

/**
 * The commit that the files at `path` were checked out from, as 40 or 64 hex digits, or an empty text where
 * none can be told. Git itself is not run: `git-sync` names it in its link, a checkout in its `.git`.
 * Files that were changed since are not noticed.
 */
export function readRevision(path: string): string {
  const absolute = resolve(path)
  return revisionInLinks(absolute) || revisionOfCheckout(realPath(absolute))
}

/** git-sync points a symbolic link at a folder named after the commit (its documented contract). */
function revisionInLinks(path: string): string {
  const target = linkTarget(path)
  if (target !== undefined && COMMIT.test(basename(target))) return basename(target)
  return dirname(path) === path ? '' : revisionInLinks(dirname(path))
}

/** What a symbolic link says; undefined for what is none, or not there. */
export function linkTarget(path: string): string | undefined {
  return quietly(() => readlinkSync(path))
}

function realPath(path: string): string {
  return quietly(() => realpathSync(path)) ?? path
}

function revisionOfCheckout(path: string): string {
  const folder = gitFolder(join(path, '.git'))
  if (folder !== undefined) return headOf(folder)
  return dirname(path) === path ? '' : revisionOfCheckout(dirname(path))
}

/** `.git` is the repository, or a file that names it: worktrees and submodules (gitrepository-layout). */
function gitFolder(path: string): string | undefined {
  return quietly(() => {
    if (statSync(path).isDirectory()) return path
    const named = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1]
    return named === undefined ? undefined : resolve(dirname(path), named)
  })
}

function headOf(folder: string): string {
  const head = readLine(join(folder, 'HEAD'))
  const reference = /^ref: (.+)$/.exec(head)?.[1]
  if (reference === undefined) return commitOrNothing(head)
  const common = resolve(folder, readLine(join(folder, 'commondir')))
  return (
    commitOrNothing(readLine(join(folder, reference))) ||
    commitOrNothing(readLine(join(common, reference))) ||
    packedReference(join(common, 'packed-refs'), reference)
  )
}

function packedReference(path: string, reference: string): string {
  const lines = (quietly(() => readFileSync(path, 'utf8')) ?? '').split('\n')
  const line = lines.find((entry) => entry.endsWith(` ${reference}`)) ?? ''
  return commitOrNothing(line.slice(0, line.indexOf(' ')))
}

function commitOrNothing(text: string): string {
  return COMMIT.test(text) ? text : ''
}

function readLine(path: string): string {
  return quietly(() => readFileSync(path, 'utf8').trim()) ?? ''
}

/** A file that is not there is an answer here, not a failure. */
function quietly<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
