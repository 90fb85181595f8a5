import fc from 'fast-check'
import type { AddressPool, AddressPoolSpec, LabelSelector } from '../../../api/objects.ts'
import { contains } from '../../../api/address.ts'
import { API_VERSION } from '../../../api/objects.ts'
import type {
  EndpointSliceObject,
  NamespaceObject,
  NodeObject,
  ServiceObject,
} from '../../../reconciler/state/objects.ts'
import type { ClusterState } from '../../../reconciler/state/snapshot.ts'
import { addressFrom, rangeFrom } from './addresses.ts'

/**
 * Pools and clusters for properties: few names, few addresses and few labels, so that Services meet. Addresses
 * are 10.0.0.0-10.0.0.9 and fd00::-fd00::9, of which pools take parts that may overlap.
 */
export interface GeneratedInputs {
  readonly pools: readonly AddressPool[]
  readonly state: ClusterState
}

/** The seed and the number of runs of a property: CI asks for more. */
export const PROPERTY = {
  seed: 20260101,
  numRuns: Number(process.env['BELLWETHER_PROPERTY_RUNS'] ?? 300),
}

export const POOL_NAMES = ['amber', 'blue', 'coral', 'dune'] as const
export const SERVICE_KEYS = ['x/api', 'x/db', 'x/dns', 'x/web', 'y/api', 'y/dns', 'y/mail', 'y/web']
const NODE_NAMES = ['n1', 'n2', 'n3', 'n4'] as const
const SHARE_KEYS = ['k', 'm'] as const

const lowByte = fc.integer({ min: 0, max: 9 })

function ipv4(last: number): string {
  return `10.0.0.${last}`
}

function ipv6(last: number): string {
  return last === 0 ? 'fd00::' : `fd00::${last.toString(16)}`
}

/** An address that pools may have. */
export const poolAddress = fc.oneof(
  { weight: 2, arbitrary: lowByte.map(ipv4) },
  { weight: 1, arbitrary: lowByte.map(ipv6) },
)

const span = fc.tuple(lowByte, fc.integer({ min: 0, max: 5 })).map(([first, length]) => ({
  first,
  last: Math.min(9, first + length),
}))

/** One range of a family or of each: two of one family might overlap, which is an error. */
const addresses = fc
  .oneof(
    { weight: 3, arbitrary: fc.record({ v4: span, v6: fc.constant(undefined) }) },
    { weight: 1, arbitrary: fc.record({ v4: fc.constant(undefined), v6: span }) },
    { weight: 2, arbitrary: fc.record({ v4: span, v6: span }) },
  )
  .map(({ v4, v6 }) => [
    ...(v4 ? [`${ipv4(v4.first)}-${ipv4(v4.last)}`] : []),
    ...(v6 ? [`${ipv6(v6.first)}-${ipv6(v6.last)}`] : []),
  ])

const appLabel = fc.constantFrom('a', 'b')
const appSelector: fc.Arbitrary<LabelSelector> = fc.oneof(
  appLabel.map((app) => ({ matchLabels: { app } })),
  fc.constant<LabelSelector>({ matchExpressions: [{ key: 'app', operator: 'Exists' }] }),
  appLabel.map((app) => ({
    matchExpressions: [{ key: 'app', operator: 'NotIn' as const, values: [app] }],
  })),
)

/** Present in one of `of` cases. */
function oneIn<T>(of: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: of - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

/** Absent in one of `of` cases. */
function mostly<T>(of: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: of - 1, arbitrary }, { weight: 1, arbitrary: fc.constant(undefined) })
}

/** Leaves out what is undefined, as a document does. */
function defined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> }
}

const namespaceBinding = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom('x', 'y').map((name) => ({ namespaces: [name] })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('red', 'green')
      .map((team) => ({ namespaceSelector: { matchLabels: { team } } })),
  },
)

/** Reservations of addresses that the pool has. */
function reservations(ranges: readonly string[]): fc.Arbitrary<AddressPoolSpec['reservations']> {
  const candidates = [...Array(10).keys()]
    .flatMap((last) => [ipv4(last), ipv6(last)])
    .map(addressFrom)
    .filter((address) => ranges.some((text) => contains(rangeFrom(text), address)))
    .map(({ text }) => text)
  const one = fc.record({
    address: fc.constantFrom(...candidates),
    service: fc.constantFrom(...SERVICE_KEYS),
  })
  return oneIn(
    2,
    fc.uniqueArray(one, { minLength: 1, maxLength: 3, selector: ({ address }) => address }),
  )
}

const poolSpec = fc
  .tuple(
    fc.record({
      addresses,
      avoidBuggyIPs: oneIn(6, fc.constant(true)),
      autoAssign: oneIn(6, fc.constant(false)),
      priority: oneIn(3, fc.constantFrom(10, 100)),
      serviceSelector: oneIn(5, appSelector),
      sharing: oneIn(2, fc.constantFrom('none' as const, 'acrossNamespaces' as const)),
      suspend: oneIn(8, fc.constant(true)),
      announce: oneIn(
        3,
        fc.constantFrom('default', 'lab').map((segment) => ({ segment })),
      ),
    }),
    namespaceBinding,
  )
  .chain(([spec, binding]) =>
    reservations(spec.addresses).map((reserved): AddressPoolSpec => {
      return { ...defined({ ...spec, reservations: reserved }), ...binding }
    }),
  )

const annotations = oneIn(
  4,
  fc.constantFrom('*', ipv4(3), `${ipv4(7)}, ${ipv6(2)}`).map((text) => ({
    'bellwether.dev/allow-release': text,
  })),
)

/** Pools that are valid, each alone and together, except where reservations lie outside of their pool. */
export const generatedPools: fc.Arbitrary<readonly AddressPool[]> = fc.uniqueArray(
  fc
    .record({ name: fc.constantFrom(...POOL_NAMES), spec: poolSpec, annotations })
    .map(({ name, spec, annotations }): AddressPool => ({
      apiVersion: API_VERSION,
      kind: 'AddressPool',
      metadata: { name, ...defined({ annotations }) },
      spec,
    })),
  { maxLength: 4, size: 'max', selector: ({ metadata }) => metadata.name },
)

const familySpec = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ ipFamilies: ['IPv4'] }) },
  { weight: 1, arbitrary: fc.constant({ ipFamilies: ['IPv6'] }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ipFamilyPolicy: fc.constantFrom('PreferDualStack', 'RequireDualStack'),
      ipFamilies: fc.constantFrom(['IPv4', 'IPv6'], ['IPv6', 'IPv4']),
    }),
  },
)

const ports = fc
  .uniqueArray(fc.constantFrom('TCP/80', 'TCP/53', 'UDP/53'), { minLength: 1, maxLength: 2 })
  .map((list) => list.map((text) => ({ protocol: text.slice(0, 3), port: Number(text.slice(4)) })))

const request = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 7,
    arbitrary: poolAddress.map((address) => ({ 'bellwether.dev/addresses': address })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(lowByte.map(ipv4), lowByte.map(ipv6))
      .map((pair) => ({ 'bellwether.dev/addresses': pair.join(', ') })),
  },
  { weight: 1, arbitrary: fc.constant({ 'bellwether.dev/addresses': 'nonsense' }) },
)

const wishes = fc
  .tuple(
    request,
    fc.record({
      'bellwether.dev/pool': oneIn(6, fc.constantFrom(...POOL_NAMES, 'nosuch')),
      'bellwether.dev/share': mostly(2, fc.constantFrom(...SHARE_KEYS)),
      'bellwether.dev/node': oneIn(4, fc.constantFrom(...NODE_NAMES, 'nosuch')),
    }),
  )
  .map(([asked, others]) => ({ ...asked, ...defined(others) }))

const generatedService = fc
  .record({
    key: fc.constantFrom(...SERVICE_KEYS),
    app: mostly(5, appLabel),
    annotations: wishes,
    creationTimestamp: mostly(9, fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')),
    isOurs: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
    families: familySpec,
    ports,
    externalTrafficPolicy: oneIn(4, fc.constant('Local')),
    selector: fc.constantFrom({ run: 'a' }, { run: 'b' }),
    ingress: fc.array(poolAddress, { maxLength: 2 }),
  })
  .map((parts): ServiceObject => {
    const [namespace, name] = parts.key.split('/') as [string, string]
    const { app, annotations, creationTimestamp, externalTrafficPolicy } = parts
    return {
      metadata: {
        namespace,
        name,
        labels: defined({ app }),
        annotations,
        ...defined({ creationTimestamp }),
      },
      spec: {
        type: parts.isOurs ? 'LoadBalancer' : 'ClusterIP',
        loadBalancerClass: 'bellwether.dev/layer2',
        ...parts.families,
        ports: parts.ports,
        selector: parts.selector,
        ...defined({ externalTrafficPolicy }),
      },
      status: { loadBalancer: { ingress: parts.ingress.map((ip) => ({ ip })) } },
    }
  })

const services = fc.uniqueArray(generatedService, {
  minLength: 2,
  maxLength: 8,
  size: 'max',
  selector: ({ metadata }) => `${metadata?.namespace}/${metadata?.name}`,
})

/** Nodes have addresses beside the pools; one in a while has an address that a pool has too. */
const generatedNode = fc
  .record({
    name: fc.constantFrom(...NODE_NAMES),
    zone: mostly(4, fc.constantFrom('east', 'west')),
    ready: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
    inPool: oneIn(8, poolAddress),
    networkUnavailable: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
  })
  .map(({ name, zone, ready, inPool, networkUnavailable }): NodeObject => ({
    metadata: { name, labels: defined({ zone }) },
    status: {
      addresses: [`10.0.1.${name.slice(1)}`, inPool]
        .filter((address) => address !== undefined)
        .map((address) => ({ type: 'InternalIP', address })),
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False' },
        { type: 'NetworkUnavailable', status: networkUnavailable ? 'True' : 'False' },
      ],
    },
  }))

const nodes = fc.uniqueArray(generatedNode, {
  maxLength: 4,
  size: 'max',
  selector: ({ metadata }) => metadata?.name,
})

const endpoint = fc
  .record({
    nodeName: mostly(9, fc.constantFrom(...NODE_NAMES)),
    ready: fc.boolean(),
    serving: fc.boolean(),
    terminating: fc.boolean(),
  })
  .map(({ nodeName, ...conditions }) => ({ ...defined({ nodeName }), conditions }))

const endpointSlices = fc.uniqueArray(
  fc
    .record({
      key: fc.constantFrom(...SERVICE_KEYS),
      endpoints: fc.array(endpoint, { maxLength: 4 }),
    })
    .map(({ key, endpoints }): EndpointSliceObject => {
      const [namespace, name] = key.split('/') as [string, string]
      const labels = { 'kubernetes.io/service-name': name }
      return { metadata: { namespace, name: `${name}-1`, labels }, endpoints }
    }),
  {
    maxLength: 8,
    size: 'max',
    selector: ({ metadata }) => `${metadata?.namespace}/${metadata?.name}`,
  },
)

const namespaces = fc.constant<NamespaceObject[]>([
  { metadata: { name: 'x', labels: { team: 'red' } } },
  { metadata: { name: 'y', labels: { team: 'green' } } },
])

/** Kinds are known, most of the time. */
export const generatedState: fc.Arbitrary<ClusterState> = fc.record({
  services: mostly(30, services),
  nodes: mostly(15, nodes),
  endpointSlices: mostly(15, endpointSlices),
  namespaces: mostly(8, namespaces),
})

export const generatedInputs: fc.Arbitrary<GeneratedInputs> = fc.record({
  pools: generatedPools,
  state: generatedState,
})

/** The same inputs with every list in another order. */
export function shuffled({ pools, state }: GeneratedInputs): fc.Arbitrary<GeneratedInputs> {
  const { services, nodes, endpointSlices, namespaces } = state
  return fc.record({
    pools: mixed(pools),
    state: fc.record({
      services: mixedOrAbsent(services),
      nodes: mixedOrAbsent(nodes),
      endpointSlices: mixedOrAbsent(endpointSlices),
      namespaces: mixedOrAbsent(namespaces),
    }),
  })
}

function mixed<T>(list: readonly T[]): fc.Arbitrary<readonly T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length })
}

function mixedOrAbsent<T>(list: readonly T[] | undefined): fc.Arbitrary<readonly T[] | undefined> {
  return list === undefined ? fc.constant(undefined) : mixed(list)
}
