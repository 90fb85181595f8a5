import type * as jsYaml from 'js-yaml'
import type { YAMLException } from 'js-yaml'
import type { Position } from './finding.ts'
import { planDocuments } from './plan-text.ts'

/** Why a text is no plan file. `at` is where, if that is known. */
export interface Unreadable {
  readonly message: string
  readonly hint: string
  readonly at?: Position
}

export type PlanDocuments = { readonly documents: readonly unknown[] } | Unreadable

/**
 * The objects in a text of JSON, or of one or several YAML documents; a `List` stands for its items. JSON is
 * tried first: it is what large plans are written in, and ten times as fast.
 */
export async function parsePlanDocuments(path: string, text: string): Promise<PlanDocuments> {
  return jsonDocuments(text) ?? yamlDocuments(path, text, await import('js-yaml'))
}

/** The same at once, for whoever has loaded js-yaml already. */
export function readPlanDocuments(path: string, text: string, yaml: YamlParser): PlanDocuments {
  return jsonDocuments(text) ?? yamlDocuments(path, text, yaml)
}

/** The part of js-yaml that is used. */
export type YamlParser = Pick<typeof jsYaml, 'loadAll' | 'CORE_SCHEMA'>

function jsonDocuments(text: string): PlanDocuments | undefined {
  const json = parseJson(text)
  return json === undefined ? undefined : { documents: itemsOf(json) }
}

function yamlDocuments(
  path: string,
  text: string,
  { loadAll, CORE_SCHEMA }: YamlParser,
): PlanDocuments {
  try {
    const documents = loadAll(text, undefined, { schema: CORE_SCHEMA })
    return { documents: documents.flatMap(itemsOf) }
  } catch (error) {
    return unreadable(path, text, error as YAMLException)
  }
}

function parseJson(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    // YAML tells where the fault is, and JSON is YAML.
    return undefined
  }
}

/** What is empty, as behind a last `---`, is no document. */
function itemsOf(document: unknown): readonly unknown[] {
  return document === undefined || document === null ? [] : planDocuments(document)
}

/** The end of a text that breaks off is where its last line ends. */
function unreadable(path: string, text: string, { mark, reason }: YAMLException): Unreadable {
  const lines = text.split(/\r?\n/)
  const line = Math.min(mark.line, lines.length - 1)
  const lineText = lines[line] ?? ''
  const column = line < mark.line ? lineText.length : mark.column
  return {
    message: `not a plan: ${reason}`,
    hint: 'write the file as "bellwether plan -o json" prints it, and replace it by a rename',
    at: { file: path, line: line + 1, column: column + 1, length: 1, lineText },
  }
}
