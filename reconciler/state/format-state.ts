import { CORE_SCHEMA, dump } from 'js-yaml'
import { exportedList } from './export.ts'
import type { ClusterSnapshot } from './snapshot.ts'

/**
 * Cluster state as YAML, as `bellwether export-state` prints it: one `List`, kinds in a fixed order, objects by
 * namespace and name, without fields that no plan follows from. `parseState` reads it back. A kind that is not known
 * is not in it.
 */
export function formatState(snapshot: ClusterSnapshot): string {
  return dump(exportedList(snapshot), { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })
}
