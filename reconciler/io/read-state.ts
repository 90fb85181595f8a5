import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding } from '../../api/finding.ts'
import type { StateKind } from '../state/snapshot.ts'
import { objectsOfKind, STATE_KINDS } from '../state/snapshot.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { collectState, nothingIn, parseJson, unparsable } from '../state/documents.ts'
import type { ParsedText, SnapshotReading, StateDocument } from '../state/documents.ts'
import { compareText } from '../../api/order.ts'

export interface ReadStateOptions {
  /** Kinds of which there are none, although the state does not say so. */
  readonly assumeNone: readonly StateKind[]
  /** What the path `-` stands for. */
  readonly stdin: () => Promise<string>
}

/**
 * Cluster state from files, folders (searched for .yaml, .yml and .json) and `-`, taken together. What cannot be
 * read or parsed is a finding, and the state then is not `complete`. Never rejects for a fault of the input.
 */
export async function readState(
  paths: readonly string[],
  { assumeNone, stdin }: ReadStateOptions,
): Promise<SnapshotReading> {
  const findings: Finding[] = []
  const documents: StateDocument[] = []
  for (const path of paths) {
    const before = findings.length
    const read: StateDocument[] = []
    for (const file of await filesOf(path, findings))
      read.push(...(await readDocuments(file, stdin, findings)))
    if (findings.length === before && isUseless(read)) findings.push(nothingIn(path))
    documents.push(...read)
  }
  const { findings: more, complete, snapshot } = collectState(documents, assumeNone)
  return {
    snapshot,
    findings: [...findings, ...more],
    complete: complete && !findings.some(({ severity }) => severity === 'error'),
  }
}

const STDIN = '-'

function isUseless(documents: readonly StateDocument[]): boolean {
  const { snapshot, findings } = collectState(documents, [])
  return (
    findings.length === 0 &&
    STATE_KINDS.every((kind) => objectsOfKind(kind, snapshot) === undefined)
  )
}

/** The path itself, or the state files below it, sorted. */
async function filesOf(path: string, findings: Finding[]): Promise<readonly string[]> {
  if (path === STDIN) return [path]
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && /\.(?:ya?ml|json)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(compareText)
  } catch (error) {
    findings.push(unreadable(path, error))
    return []
  }
}

async function readDocuments(
  path: string,
  stdin: ReadStateOptions['stdin'],
  findings: Finding[],
): Promise<readonly StateDocument[]> {
  const text = await readText(path, stdin, findings)
  if (text === undefined) return []
  const parsed = parseJson(text) ?? (await parseYaml(text))
  if ('values' in parsed) return parsed.values.map((value) => ({ path, value }))
  findings.push(unparsable(path, parsed.fault))
  return []
}

/** Loaded only where it is needed: it costs as much as a small plan. */
async function parseYaml(text: string): Promise<ParsedText> {
  const { parseYamlState } = await import('../state/yaml.ts')
  return parseYamlState(text)
}

async function readText(
  path: string,
  stdin: ReadStateOptions['stdin'],
  findings: Finding[],
): Promise<string | undefined> {
  try {
    return path === STDIN ? await stdin() : decode(await readFile(path))
  } catch (error) {
    findings.push(unreadable(path, error))
    return undefined
  }
}

/** UTF-8, or UTF-16 with its mark, as a redirection in Windows PowerShell writes it. */
function decode(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = bytes.toString(isUtf16 ? 'utf16le' : 'utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'its permissions do not allow it',
  ERR_STRING_TOO_LONG: 'it is too large',
}

function unreadable(path: string, error: unknown): Finding {
  const { code = '', message } = error as NodeJS.ErrnoException
  return makeFinding('BW3001', {
    message: `${path} cannot be read: ${REASONS[code] ?? message}`,
    hint: 'name a file or folder with cluster state, or - for standard input',
  })
}
