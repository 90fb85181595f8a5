import { CORE_SCHEMA, loadAll } from 'js-yaml'
import type { YAMLException } from 'js-yaml'
import type { ParsedText, SyntaxFault } from './documents.ts'
import { locator } from '../source/position.ts'

/**
 * All documents of a YAML text. Cluster state is large and written by machines, so this is the fastest parser and
 * keeps no positions. CORE_SCHEMA leaves times as text. Never throws.
 */
export function parseYamlState(text: string): ParsedText {
  try {
    return { values: loadAll(text, null, { schema: CORE_SCHEMA }) }
  } catch (error) {
    // js-yaml throws nothing else.
    return { fault: faultOf(error as YAMLException, text) }
  }
}

/** A line of a compact export may have millions of characters: nobody wants to see that. */
const LONGEST_LINE = 300

function faultOf({ reason, mark }: YAMLException, text: string): SyntaxFault {
  const { line, column, length, lineText } = locator({ path: '', text })(mark.position, 1)
  if (lineText.length > LONGEST_LINE)
    return { reason: `${reason} (line ${line}, column ${column})` }
  return { reason, at: { line, column, length, lineText } }
}
