import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml'
import type { ParsedText, SyntaxFault } from './state-documents.ts'

/**
 * All documents of a YAML text. Cluster state is large and written by machines, so this is the fastest parser and
 * keeps no positions. CORE_SCHEMA leaves times as text. Never throws.
 */
export function parseYamlState(text: string): ParsedText {
  try {
    return { values: loadAll(text, null, { schema: CORE_SCHEMA }) }
  } catch (error) {
    if (error instanceof YAMLException) return { fault: faultOf(error, text) }
    if (error instanceof RangeError) return { fault: { reason: 'it is nested too deeply' } }
    throw error
  }
}

function faultOf({ reason, mark }: YAMLException, text: string): SyntaxFault {
  const { line, column } = mark
  const lineText = text.split('\n', line + 1).at(-1) ?? ''
  return { reason, at: { line: line + 1, column: column + 1, length: 1, lineText } }
}
