import type { Finding } from '../../api/finding.ts'
import type { SourceText } from '../source/source.ts'
import { collectState, parseJson, unparsable } from './documents.ts'
import type { SnapshotReading, StateDocument } from './documents.ts'
import type { StateKind } from './snapshot.ts'
import { parseYamlState } from './yaml.ts'

/**
 * Reads cluster state from texts of YAML or JSON, as `kubectl get services,nodes,endpointslices,namespaces -A -o json`
 * and `bellwether export-state` print it, taken together. `path` is what findings name. `assumeNone` are kinds of
 * which there are none, although no text says so: a kind that no text tells of is not known. Never throws: what cannot
 * be read is a finding (BW3002, BW3003), and the state then is not `complete`.
 */
export function parseState(
  texts: readonly SourceText[],
  assumeNone: readonly StateKind[] = [],
): SnapshotReading {
  const unreadable: Finding[] = []
  const documents: StateDocument[] = []
  for (const { path, text } of texts) {
    const parsed = parseJson(text) ?? parseYamlState(text)
    if ('fault' in parsed) unreadable.push(unparsable(path, parsed.fault))
    else documents.push(...parsed.values.map((value) => ({ path, value })))
  }
  const { snapshot, findings, complete } = collectState(documents, assumeNone)
  return {
    snapshot,
    findings: [...unreadable, ...findings],
    complete: complete && unreadable.length === 0,
  }
}
