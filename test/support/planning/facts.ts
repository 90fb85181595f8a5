import { subtract } from '../../../api/address.ts'
import { POOL_DEFAULTS } from '../../../api/objects.ts'
import type {
  ClusterFacts,
  NodeFact,
  Pool,
  PoolSet,
  ServiceFact,
} from '../../../reconciler/model/model.ts'
import { addressFrom, rangeFrom } from './addresses.ts'
import type { HeldAddress } from '../../../reconciler/plan/held.ts'

/** What a test says of a pool; `addresses` and `exclude` as in a pool file, reservations as `address: service`. */
export interface PoolParts extends Partial<Omit<Pool, 'reservations' | 'ranges'>> {
  readonly addresses: readonly string[]
  readonly exclude?: readonly string[]
  readonly reserve?: Readonly<Record<string, string>>
}

export function pool(name: string, parts: PoolParts): Pool {
  const { addresses, exclude = [], reserve = {}, ...rest } = parts
  const given = addresses.map(rangeFrom)
  const ranges = subtract(given, exclude.map(rangeFrom))
  return {
    name,
    segment: POOL_DEFAULTS.segment,
    ranges,
    excluded: subtract(given, ranges),
    avoidBuggyIPs: POOL_DEFAULTS.avoidBuggyIPs,
    autoAssign: POOL_DEFAULTS.autoAssign,
    priority: POOL_DEFAULTS.priority,
    serviceSelector: undefined,
    namespaces: undefined,
    namespaceSelector: undefined,
    sharing: POOL_DEFAULTS.sharing,
    reservations: Object.entries(reserve).map(([text, service]) => ({
      address: addressFrom(text),
      service,
    })),
    suspend: POOL_DEFAULTS.suspend,
    nodeSelector: undefined,
    nodeNetworks: [],
    preferredNodes: [],
    announced: {
      name,
      failback: POOL_DEFAULTS.failback,
      failbackDelaySeconds: POOL_DEFAULTS.failbackDelaySeconds,
      probe: POOL_DEFAULTS.probe,
      conflictDetection: POOL_DEFAULTS.conflictDetection,
    },
    allowRelease: [],
    announce: {},
    at: undefined,
    ...rest,
  }
}

export function poolSet(...pools: readonly Pool[]): PoolSet {
  return { pools, broken: [], complete: true }
}

/** What a test says of a Service; `ask` are requested addresses, `status` those in its status. */
export interface ServiceParts extends Partial<
  Omit<ServiceFact, 'key' | 'namespace' | 'name' | 'requestedAddresses' | 'statusAddresses'>
> {
  readonly ask?: readonly string[]
  readonly status?: readonly string[]
}

/** A Service of `namespace/name`, with TCP port 80, IPv4, and no age. */
export function service(key: string, parts: ServiceParts = {}): ServiceFact {
  const { ask = [], status = [], ...rest } = parts
  const [namespace = '', name = ''] = key.split('/')
  return {
    key,
    namespace,
    name,
    createdAt: '2026-01-01T00:00:00Z',
    labels: {},
    families: ['IPv4'],
    familyPolicy: 'SingleStack',
    ports: [{ protocol: 'TCP', port: 80 }],
    selector: {},
    externalTrafficPolicy: 'Cluster',
    requestedPool: undefined,
    sharingKey: undefined,
    preferredNode: undefined,
    requestedAddresses: ask.map(addressFrom),
    statusAddresses: status.map(addressFrom),
    ...rest,
  }
}

export function node(name: string, ...addresses: readonly string[]): NodeFact {
  return {
    name,
    labels: {},
    ready: true,
    readySince: '',
    networkUnavailable: false,
    excludedByLabel: false,
    internalIPs: addresses.map(addressFrom),
    segmentAddresses: {},
  }
}

/** A cluster of which everything is known. */
export function facts(
  services: readonly ServiceFact[] | undefined,
  parts: Partial<ClusterFacts> = {},
): ClusterFacts {
  return {
    services,
    otherServices: new Set(),
    nodes: [],
    endpoints: new Map(),
    namespaces: new Map(),
    ...parts,
  }
}

/** `address` was given to these Services. */
export function held(
  address: string,
  services: readonly string[],
  parts: Partial<HeldAddress> = {},
): HeldAddress {
  return {
    address: addressFrom(address),
    pool: 'web',
    segment: 'default',
    services,
    since: '2026-01-01T00:00:00Z',
    ...parts,
  }
}
