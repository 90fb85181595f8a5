import { connect } from '../kubernetes/io/connect.ts'
import type { WatchClient } from '../kubernetes/watch/client.ts'
import { readCluster } from '../reconciler/io/read-cluster.ts'
import type { ClusterSnapshot, UnlistedKind } from '../reconciler/state/snapshot.ts'
import { unansweredKind } from '../reconciler/state/snapshot.ts'
import type { ClusterArgs, Obstacle } from './command/command.ts'

// Loaded only where a cluster is asked for: what finds the credentials costs half a second.

/** Reads the configuration and the credentials; the API server is not asked yet. */
export async function connectTo(cluster: ClusterArgs): Promise<WatchClient | Obstacle> {
  return connect(cluster)
}

/** What can be listed; a server that cannot be asked at all is a refusal. */
export async function readFrom(cluster: ClusterArgs): Promise<ClusterSnapshot | Obstacle> {
  const client = await connectTo(cluster)
  if ('message' in client) return client
  try {
    const snapshot = await readCluster(client)
    const unanswered = unansweredKind(snapshot)
    return unanswered === undefined ? snapshot : notAnswered(unanswered)
  } finally {
    client.close()
  }
}

const HINTS: Partial<Record<UnlistedKind['failure']['failure'], string>> = {
  unreachable: 'is the API server running, and does the kubeconfig name the right one?',
  unauthorized: 'log in again, or check whether the token of the kubeconfig has expired',
}

function notAnswered({ kind, failure }: UnlistedKind): Obstacle {
  return {
    message: `the API server does not list the ${kind}s: ${failure.message}`,
    hint: HINTS[failure.failure] ?? 'try again; if it fails again, see the log of the API server',
  }
}

/** One line for each kind that is missing. */
export function describeUnlisted({ kind, failure }: UnlistedKind): string {
  return `${kind}s are not known: ${failure.message}`
}
