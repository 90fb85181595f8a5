import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startControlPlane, type ControlPlane } from '../../../demo/control-plane.ts'
import type { ApiClient } from '../../../kubernetes/client/api-client.ts'
import { isFailure } from '../../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import { connect, isConnectRefusal } from '../../../kubernetes/io/connect.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import type { Resource } from '../../../kubernetes/objects/resources.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  ENDPOINT_SLICES,
  EVENTS,
  LEASES,
  NODES,
  SERVICES,
} from '../../../kubernetes/objects/resources.ts'
import { microTime } from '../../../kubernetes/objects/micro-time.ts'
import { apply as applyOnce } from '../../../reconciler/io/apply.ts'
import type { ApplyingClient, ApplyResult, ApplySettings } from '../../../reconciler/io/apply.ts'
import { storedPlans } from '../../../reconciler/publish/snapshot-inputs.ts'
import { formatPlan } from '../../../api/plan-text.ts'
import { root } from '../root.ts'

/** Speakers and their Leases. */
export const NAMESPACE = 'bellwether-system'

/** A real API server with our CRDs, and what a test wants to say to it. */
export interface ReconcilerCluster {
  readonly plane: ControlPlane
  readonly client: ApiClient
  newClient(): Promise<ApiClient>
  /** Creates it, its status too. */
  load: (object: KubernetesObject) => Promise<KubernetesObject>
  /** Removes all objects of these kinds; else all Services, Nodes, slices, pools, plans, Leases and Events. */
  clear: (kinds?: readonly Resource[]) => Promise<void>
  apply(settings?: Partial<ApplySettings>, client?: ApplyingClient): Promise<ApplyResult>
  /** Keeps the Leases of segments renewed until it is called. */
  speakers(...segments: readonly string[]): () => void
  service(name: string, namespace?: string): Promise<KubernetesObject>
  /** The canonical bytes of each stored plan, in order. */
  planTexts: () => Promise<readonly string[]>
}

export async function startReconcilerCluster(): Promise<ReconcilerCluster> {
  const plane = await startControlPlane()
  for (const kind of ['addresspools', 'announcementplans'])
    plane.kubectl(['apply', '--server-side', '-f', crdPath(kind)])
  plane.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s'])
  plane.kubectl(['create', 'namespace', NAMESPACE])
  const newClient = () => connected(plane.kubeconfig)
  const client = await newClient()
  return {
    plane,
    client,
    newClient,
    load: (object) => load(client, object),
    clear: (kinds = CLEARED) => clear(client, kinds),
    apply: (settings = {}, other = client) =>
      applyOnce(other, {
        namespace: NAMESPACE,
        waitSeconds: 0,
        adopt: false,
        instance: 'test',
        ...settings,
      }),
    speakers: (...segments) => renewLeases(client, segments),
    service: async (name, namespace = 'default') =>
      must(await client.get(SERVICES, { namespace, name })),
    planTexts: async () =>
      storedPlans(must(await client.list(ANNOUNCEMENT_PLANS)).items).stored.map(({ plan }) =>
        formatPlan(plan),
      ),
  }
}

function crdPath(kind: string): string {
  const path = join(root, `config/crd/bellwether.dev_${kind}.yaml`)
  readFileSync(path)
  return path
}

async function connected(kubeconfig: string): Promise<ApiClient> {
  const client = await connect({ kubeconfig })
  if (isConnectRefusal(client)) throw new Error(client.message)
  return client
}

/** The answer, or a rejection that says why there is none. */
export function must<T extends object>(answer: T | ApiFailure): T {
  if (isFailure(answer)) throw new Error(`${answer.failure}: ${answer.message}`)
  return answer
}

const BY_KIND: Readonly<Record<string, Resource>> = Object.fromEntries(
  [SERVICES, NODES, ENDPOINT_SLICES, ADDRESS_POOLS, ANNOUNCEMENT_PLANS, LEASES].map((each) => [
    each.kind,
    each,
  ]),
)

async function load(client: ApiClient, object: KubernetesObject): Promise<KubernetesObject> {
  const resource = BY_KIND[object.kind ?? '']
  if (resource === undefined) throw new Error(`cannot load a ${object.kind}`)
  const created = must(await client.create(resource, object))
  if (object['status'] === undefined || resource === ENDPOINT_SLICES) return created
  const { name, namespace } = created.metadata
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) }
  return must(
    await client.mergePatch(
      resource,
      { metadata, status: object['status'] },
      { subresource: 'status' },
    ),
  )
}

const CLEARED = [
  SERVICES,
  NODES,
  ENDPOINT_SLICES,
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  EVENTS,
  LEASES,
]

async function clear(client: ApiClient, kinds: readonly Resource[]): Promise<void> {
  await Promise.all(kinds.map((resource) => removeAll(client, resource)))
}

async function removeAll(client: ApiClient, resource: Resource): Promise<void> {
  const { items } = must(await client.list(resource))
  const doomed = items.filter(
    ({ metadata: { name, namespace = '' } }) =>
      name !== 'kubernetes' && !namespace.startsWith('kube-'),
  )
  await Promise.all(
    doomed.map(({ metadata: { name, namespace } }) =>
      client.remove(resource, { name, ...(namespace === undefined ? {} : { namespace }) }),
    ),
  )
}

const RENEWAL_MILLISECONDS = 100

function renewLeases(client: ApiClient, segments: readonly string[]): () => void {
  let isOver = false
  const renew = async (segment: string): Promise<void> => {
    const metadata = { name: `bellwether-speaker-${segment}`, namespace: NAMESPACE }
    const spec = {
      holderIdentity: 'worker-1',
      leaseDurationSeconds: 4,
      renewTime: microTime(Date.now() * 1_000),
    }
    const lease = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec }
    const patched = await client.mergePatch(LEASES, lease)
    if (isFailure(patched) && patched.failure === 'notFound') await client.create(LEASES, lease)
    if (!isOver) setTimeout(() => void renew(segment), RENEWAL_MILLISECONDS)
  }
  for (const segment of segments) void renew(segment)
  return () => {
    isOver = true
  }
}

export interface ServiceParts {
  readonly annotations?: Readonly<Record<string, string>>
  readonly spec?: object
  readonly namespace?: string
}

export function serviceNamed(
  name: string,
  { annotations = {}, spec = {}, namespace = 'default' }: ServiceParts = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, annotations },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'bellwether.dev/layer2',
      allocateLoadBalancerNodePorts: false,
      ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
      selector: { app: name },
      ...spec,
    },
  }
}

export function nodeNamed(name: string, ...addresses: readonly string[]): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    status: {
      addresses: addresses.map((address) => ({ type: 'InternalIP', address })),
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }],
    },
  }
}

export function poolNamed(
  name: string,
  addresses: readonly string[],
  spec: object = {},
): KubernetesObject {
  return {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    metadata: { name },
    spec: { addresses, ...spec },
  }
}
