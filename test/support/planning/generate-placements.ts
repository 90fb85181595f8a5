import fc from 'fast-check'
import t from 'tap'
import { API_VERSION } from '../../../api/objects.ts'
import type { AddressPool, AnnounceSpec, AnnouncementPlan } from '../../../api/objects.ts'
import type { Inputs } from '../../../reconciler/inputs.ts'
import type {
  EndpointSliceObject,
  NodeObject,
  ServiceObject,
} from '../../../reconciler/state/objects.ts'
import type { ClusterState } from '../../../reconciler/state/snapshot.ts'
import type { GeneratedInputs } from './generate-inputs.ts'
import { reconcile } from '../../../reconciler/reconcile.ts'

/** Pools and a cluster in which nodes differ: what choosing is about. Pools never overlap. */
export interface PlacementCase {
  readonly pools: readonly AddressPool[]
  readonly state: Required<ClusterState>
}

/** CI asks for more runs. */
export const PROPERTY = {
  seed: 20260101,
  numRuns: Number(process.env['BELLWETHER_PROPERTY_RUNS'] ?? 200),
}

export const NOW = '2026-06-01T12:00:00Z'

export const NODE_NAMES = ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7']

const zone = fc.constantFrom('east', 'west', 'north')
const zoneSelector = zone.map((value) => ({ matchLabels: { zone: value } }))

function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 2 })
}

/** Leaves out what is undefined, as a document does. */
function defined<T extends object>(value: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> }
}

const announce: fc.Arbitrary<AnnounceSpec> = fc
  .record({
    segment: optional(fc.constantFrom('lan', 'dmz')),
    nodeSelector: optional(zoneSelector),
    nodeNetworks: optional(fc.constantFrom(['10.1.0.0/24'], ['10.1.0.0/24', '10.2.0.0/24'])),
    preferredNodes: optional(
      fc.array(fc.record({ weight: fc.integer({ min: 1, max: 3 }), selector: zoneSelector }), {
        maxLength: 2,
      }),
    ),
    failback: optional(fc.constantFrom('never', 'afterStable', 'immediate')),
  })
  .map(defined)

export function poolOf(index: number, announced: AnnounceSpec, size = 40): AddressPool {
  return {
    apiVersion: API_VERSION,
    kind: 'AddressPool',
    metadata: { name: `pool-${index}` },
    spec: { addresses: [`192.0.${index}.1-192.0.${index}.${size}`], announce: announced },
  }
}

export interface NodeParts {
  readonly ready?: boolean
  readonly since?: string
  readonly zone?: string
  readonly address?: string
  readonly networkUnavailable?: boolean
  readonly excluded?: boolean
}

export function nodeOf(name: string, parts: NodeParts = {}): NodeObject {
  const { ready = true, since = '2026-01-01T00:00:00Z', networkUnavailable = false } = parts
  const address = parts.address ?? `10.1.0.${name.slice(1)}`
  return {
    metadata: {
      name,
      labels: {
        ...(parts.zone === undefined ? {} : { zone: parts.zone }),
        ...(parts.excluded === true
          ? { 'node.kubernetes.io/exclude-from-external-load-balancers': '' }
          : {}),
      },
    },
    status: {
      addresses: [{ type: 'InternalIP', address }],
      conditions: [
        { type: 'Ready', status: ready ? 'True' : 'False', lastTransitionTime: since },
        { type: 'NetworkUnavailable', status: networkUnavailable ? 'True' : 'False' },
      ],
    },
  }
}

function rarely(of: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: of }).map((value) => value === of)
}

const node = fc
  .record({
    name: fc.constantFrom(...NODE_NAMES),
    ready: rarely(5).map((isDown) => !isDown),
    since: fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-01T11:59:30Z'),
    zone,
    subnet: fc.constantFrom(1, 1, 1, 2, 3),
    networkUnavailable: rarely(9),
    excluded: rarely(9),
  })
  .map(({ name, subnet, ...parts }) =>
    nodeOf(name, { ...parts, address: `10.${subnet}.0.${name.slice(1)}` }),
  )

export interface ServiceOptions {
  readonly local?: boolean
  readonly pool?: string
  readonly node?: string
}

export function serviceOf(name: string, { local, pool, node }: ServiceOptions = {}): ServiceObject {
  return {
    metadata: {
      namespace: 'default',
      name,
      creationTimestamp: '2026-01-01T00:00:00Z',
      annotations: {
        ...(pool === undefined ? {} : { 'bellwether.dev/pool': pool }),
        ...(node === undefined ? {} : { 'bellwether.dev/node': node }),
      },
    },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'bellwether.dev/layer2',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      externalTrafficPolicy: local === true ? 'Local' : 'Cluster',
      ports: [{ protocol: 'TCP', port: 80 }],
      selector: { app: name },
    },
  }
}

export function sliceOf(service: string, nodes: readonly string[]): EndpointSliceObject {
  return {
    metadata: {
      namespace: 'default',
      name: `${service}-abcde`,
      labels: { 'kubernetes.io/service-name': service },
    },
    addressType: 'IPv4',
    endpoints: nodes.map((nodeName, index) => ({
      addresses: [`10.244.0.${index + 1}`],
      nodeName,
      conditions: { ready: true, serving: true, terminating: false },
    })),
  }
}

const service = fc.record({
  local: rarely(4),
  pool: optional(fc.constantFrom('pool-0', 'pool-1')),
  node: optional(fc.constantFrom(...NODE_NAMES)),
  endpoints: fc.uniqueArray(fc.constantFrom(...NODE_NAMES), { maxLength: 4 }),
})

export const placementCase: fc.Arbitrary<PlacementCase> = fc
  .record({
    pools: fc.array(announce, { minLength: 1, maxLength: 3 }),
    nodes: fc.uniqueArray(node, {
      minLength: 1,
      maxLength: 7,
      selector: ({ metadata }) => metadata?.name,
    }),
    services: fc.array(service, { maxLength: 16, size: 'max' }),
  })
  .map(({ pools, nodes, services }) => ({
    pools: pools.map((announced, index) => poolOf(index, announced)),
    state: {
      services: services.map((parts, index) => serviceOf(`s${index}`, defined(parts))),
      nodes,
      endpointSlices: services.map(({ endpoints }, index) => sliceOf(`s${index}`, endpoints)),
      namespaces: [{ metadata: { name: 'default' } }],
    },
  }))

/** Pools without any condition, and nodes that are equals. */
export const equalNodesCase: fc.Arbitrary<PlacementCase> = fc
  .record({
    sizes: fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 1, maxLength: 3 }),
    nodes: fc.integer({ min: 2, max: 7 }),
  })
  .map(({ sizes, nodes }) => ({
    pools: sizes.map((_, index) => poolOf(index, {})),
    state: {
      services: sizes.flatMap((size, pool) =>
        Array.from({ length: size }, (_, index) =>
          serviceOf(`p${pool}-s${index}`, { pool: `pool-${pool}` }),
        ),
      ),
      nodes: NODE_NAMES.slice(0, nodes).map((name) => nodeOf(name)),
      endpointSlices: [],
      namespaces: [],
    },
  }))

export function inputsOf({ pools, state }: GeneratedInputs, parts: Partial<Inputs> = {}): Inputs {
  return {
    pools: pools.map((pool) => ({ value: { ...pool } })),
    state,
    now: NOW,
    ...parts,
  }
}

/** Each address of the plans with its candidates' names. */
export function candidatesByAddress(
  plans: readonly AnnouncementPlan[],
): Map<string, readonly string[]> {
  return new Map(
    plans.flatMap(({ spec }) =>
      spec.announcements.map(
        ({ address, candidates }) =>
          [address, candidates.map((index) => spec.nodes[index]!.name)] as const,
      ),
    ),
  )
}

export function nodeNames({ state }: PlacementCase): string[] {
  return state.nodes!.map(({ metadata }) => metadata?.name ?? '')
}

export function withNodes(
  one: PlacementCase,
  nodes: PlacementCase['state']['nodes'],
): PlacementCase {
  return { ...one, state: { ...one.state, nodes } }
}

export function plansOf(inputs: Inputs): readonly AnnouncementPlan[] {
  return reconcile(inputs).plans
}

/** A test that a check holds for every case. */
export function property<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => boolean,
): void {
  t.test(name, async () => fc.assert(fc.property(arbitrary, check), PROPERTY))
}

/** A value and all that it holds, unable to change. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
