import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, normalize, resolve } from 'node:path'
import type { Finding } from '../../api/finding.ts'
import { MAX_TEXT_LENGTH } from '../source/documents.ts'
import { textTooLarge } from '../source/text-findings.ts'
import { unreadableSource } from '../source/file-findings.ts'
import { compareText } from '../../api/order.ts'
import type { SourceText } from '../source/source.ts'

export interface ReadSources {
  /** Each file once, in the order of the paths, then of the names. */
  readonly sources: readonly SourceText[]
  /** Files and folders that exist, but could not be read. */
  readonly unreadable: readonly Finding[]
  /** Paths that were asked for and do not exist. */
  readonly missing: readonly string[]
}

export interface SourcesContext {
  readonly cwd: string
  /** For the path `-`. */
  readonly stdin: () => Promise<string>
}

/** What standard input is called in findings. */
export const STDIN_NAME = '<stdin>'

const READ_ENDINGS = ['.yaml', '.yml', '.json']

interface Walk {
  readonly cwd: string
  readonly sources: SourceText[]
  readonly unreadable: Finding[]
  /** Real paths: a file or folder that is reached in two ways is read once. */
  readonly seen: Set<string>
}

/**
 * Reads files, folders with all that is in them (.yaml, .yml, .json; nothing hidden, which also keeps the
 * timestamped copies of a mounted ConfigMap out), and standard input. Rejects only if `stdin` does.
 */
export async function readSources(
  paths: readonly string[],
  context: SourcesContext,
): Promise<ReadSources> {
  const walk: Walk = { cwd: context.cwd, sources: [], unreadable: [], seen: new Set() }
  const missing: string[] = []
  for (const path of new Set(paths))
    if (path === '-') walk.sources.push({ path: STDIN_NAME, text: await context.stdin() })
    else if (!readPath(path, walk)) missing.push(path)
  return { sources: walk.sources, unreadable: walk.unreadable, missing }
}

/** False if there is no such file or folder. */
function readPath(path: string, walk: Walk): boolean {
  const shown = normalize(path).replace(/(?<=.)\/$/, '')
  return attempt(shown, walk, () => {
    const status = statSync(resolve(walk.cwd, shown), { throwIfNoEntry: false })
    if (status === undefined) return false
    if (status.isDirectory()) readFolder(shown, walk)
    else readFile(shown, status.size, walk)
    return true
  })
}

function readFolder(folder: string, walk: Walk): void {
  if (isSeen(folder, walk)) return
  const names = readdirSync(resolve(walk.cwd, folder)).sort(compareText)
  for (const name of names) if (!name.startsWith('.')) readEntry(join(folder, name), walk)
}

function readEntry(path: string, walk: Walk): void {
  const hasEnding = READ_ENDINGS.some((ending) => path.endsWith(ending))
  attempt(path, walk, () => {
    const status = statSync(resolve(walk.cwd, path), { throwIfNoEntry: hasEnding })
    if (status?.isDirectory()) readFolder(path, walk)
    else if (status?.isFile() && hasEnding) readFile(path, status.size, walk)
    return true
  })
}

const BYTES_PER_CHARACTER = 3

function readFile(path: string, size: number, walk: Walk): void {
  if (isSeen(path, walk)) return
  if (size > MAX_TEXT_LENGTH * BYTES_PER_CHARACTER) walk.unreadable.push(textTooLarge(start(path)))
  else walk.sources.push({ path, text: readText(resolve(walk.cwd, path)) })
}

/** Without the byte order mark that some editors write. */
function readText(path: string): string {
  const text = readFileSync(path, 'utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function isSeen(path: string, { cwd, seen }: Walk): boolean {
  const real = realpathSync(resolve(cwd, path))
  if (seen.has(real)) return true
  seen.add(real)
  return false
}

/** Turns what the file system refuses into a finding; then the path is there, but unread. */
function attempt(path: string, walk: Walk, read: () => boolean): boolean {
  try {
    return read()
  } catch (error) {
    walk.unreadable.push(unreadableSource(start(path), (error as NodeJS.ErrnoException).code))
    return true
  }
}

function start(file: string): { file: string; line: 1; column: 1; length: 1; lineText: '' } {
  return { file, line: 1, column: 1, length: 1, lineText: '' }
}
