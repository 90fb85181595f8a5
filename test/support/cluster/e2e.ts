import { serviceAddresses } from '../../../demo/cluster/answers.ts'
import type { Cluster } from '../../../demo/cluster/cluster.ts'
import { ownersOf } from '../../../demo/cluster/roles.ts'
import { eventually } from './live-cluster.ts'

/** What a client on the LAN takes for the owner of an address. */
export function ownerOf(cluster: Cluster, address: string): string | undefined {
  return ownersOf(cluster, [address]).get(address)
}

/** Waits until the status of a Service has exactly these addresses, in this order. */
export async function addressesBecome(
  cluster: Cluster,
  service: string,
  expected: readonly string[],
): Promise<void> {
  await eventually(
    () => serviceAddresses(cluster, service),
    (found) => found.join() === expected.join(),
  )
}

interface Conditioned {
  readonly status?: {
    readonly conditions?: readonly { type: string; status: string; reason: string }[]
  }
}

/** `status reason` of the condition that tells whether a Service has its addresses. */
export function assignedCondition(cluster: Cluster, service: string): string | undefined {
  const [namespace = '', name = ''] = service.split('/')
  const text = cluster.kubectl(['get', 'service', name, '-n', namespace, '-o', 'json'])
  const { status } = JSON.parse(text) as Conditioned
  const found = status?.conditions?.find(({ type }) => type === 'bellwether.dev/Assigned')
  return found && `${found.status} ${found.reason}`
}

export async function conditionBecomes(
  cluster: Cluster,
  service: string,
  expected: string | undefined,
): Promise<void> {
  await eventually(
    () => assignedCondition(cluster, service),
    (found) => found === expected,
  )
}

/** `reason` of each event about an object, the oldest first. */
export function eventsOf(cluster: Cluster, name: string): string[] {
  const events = cluster.kubectl([
    'get',
    'events',
    '-A',
    '--field-selector',
    `involvedObject.name=${name}`,
    '--sort-by=.metadata.creationTimestamp',
    '-o',
    'jsonpath={range .items[*]}{.reason}{"\\n"}{end}',
  ])
  return events.trim().split('\n')
}

/** Who answers an ARP question for an address: nobody, if it is not announced any more. */
export function answersArp(cluster: Cluster, address: string): boolean {
  const [client] = cluster.clients
  try {
    client?.exec(['arping', '-c', '2', '-w', '1', '-i', 'eth0', address])
    return true
  } catch {
    return false
  }
}
