import { createHash } from 'node:crypto'
import type { PlanDigests } from '../../api/objects.ts'
import type { Family } from '../../api/address.ts'
import { servingNodes, type ServingNodes } from './local-endpoints.ts'
import type {
  Assignment,
  ClusterFacts,
  NodeFact,
  Pool,
  PoolSet,
  ServiceFact,
  ServiceKey,
} from '../model/model.ts'
import { compareText } from '../../api/order.ts'
import { onceForEach } from '../values/memo.ts'

/**
 * Digests of what decisions read, and of nothing else: a managedFields entry, a resourceVersion or a comment
 * in a pool file changes none, nor does the previous plan. A kind that is absent differs from an empty one.
 *
 * What the status of a Service names counts only as long as the Service has no address of that family: once it has
 * one, the plan itself says which. Else writing the status would change the plan that it follows from.
 */
export function digestInputs(
  pools: PoolSet,
  facts: ClusterFacts,
  assignments: readonly Assignment[] = [],
): PlanDigests {
  const given: Readonly<Record<Family, Set<ServiceKey>>> = { IPv4: new Set(), IPv6: new Set() }
  for (const { address, services } of assignments)
    for (const service of services) given[address.family].add(service)
  const isOpen: IsOpen = (key, family) => !given[family].has(key)
  return {
    pools: digest(texts(poolFields(pools))),
    state: digest(stateTexts(facts, pools, isOpen)),
  }
}

/** True if the Service has no address of this family. */
type IsOpen = (key: ServiceKey, family: Family) => boolean

/** Many values at a time: one call for each of ten thousand would cost more than the hashing. */
const BATCH = 256

/** The texts of JSON values, hashed as lists of so many. */
function digest(values: Iterable<string>): string {
  const hash = createHash('sha256')
  let batch: string[] = []
  for (const value of values) {
    batch.push(value)
    if (batch.length < BATCH) continue
    hash.update(`[${batch.join()}]`)
    batch = []
  }
  return `sha256:${hash.update(`[${batch.join()}]`).digest('hex')}`
}

function* texts(values: Iterable<unknown>): Generator<string> {
  for (const value of values) yield JSON.stringify(value)
}

function* poolFields({ pools, broken, complete }: PoolSet): Generator<unknown> {
  yield { broken, complete }
  for (const pool of pools) yield canonical(decisive(pool))
}

/** Without where it is declared and how it was written: `ranges` and `announced` say what it means. */
function decisive(pool: Pool): Partial<Pool> {
  const { excluded, ...rest } = pool
  return { ...rest, at: undefined, announce: {}, reservations: pool.reservations.map(withoutPlace) }
}

function withoutPlace(reservation: Pool['reservations'][number]): Pool['reservations'][number] {
  return { address: reservation.address, service: reservation.service }
}

function* stateTexts(facts: ClusterFacts, { pools }: PoolSet, isOpen: IsOpen): Generator<string> {
  const readsLabels = pools.some(({ serviceSelector }) => serviceSelector !== undefined)
  const partsOf = readsLabels ? partsWithLabels : partsWithoutLabels
  yield JSON.stringify(['Service', facts.services !== undefined])
  for (const service of facts.services ?? []) {
    const { before, after } = partsOf(service)
    yield before + openStatus(service, isOpen) + after
  }
  yield JSON.stringify(['Node', facts.nodes !== undefined])
  const readsTime = pools.some(({ announced }) => announced.failback === 'afterStable')
  const nodeText = readsTime ? nodeWithTime : nodeWithoutTime
  for (const node of facts.nodes ?? []) yield nodeText(node)
  yield* endpointTexts(facts)
  yield JSON.stringify(['Namespace', facts.namespaces !== undefined])
  yield* texts(namespaceFields(facts, pools))
}

function* endpointTexts(facts: ClusterFacts): Generator<string> {
  yield JSON.stringify(['EndpointSlice', facts.endpoints !== undefined])
  const serving = servingNodes(facts)
  for (const { key, externalTrafficPolicy } of facts.services ?? [])
    if (externalTrafficPolicy === 'Local')
      yield `[${JSON.stringify(key)},${servingText(serving([key]))}]`
}

const servingText = onceForEach((serving: ServingNodes) => JSON.stringify(serving))

/** Nodes and Services stay the same from one plan to the next, nearly all of them: their texts are kept. */
const nodeWithTime = onceForEach((node: NodeFact) => JSON.stringify(nodeFields(node, true)))
const nodeWithoutTime = onceForEach((node: NodeFact) => JSON.stringify(nodeFields(node, false)))

function nodeFields(node: NodeFact, readsTime: boolean): unknown[] {
  return [
    node.name,
    sortedEntries(node.labels),
    node.ready,
    readsTime ? node.readySince : null,
    node.networkUnavailable,
    node.excludedByLabel,
    node.internalIPs.map(({ text }) => text),
    sortedEntries(node.segmentAddresses).map(([name, list]) => [
      name,
      list.map(({ text }) => text),
    ]),
  ]
}

function* namespaceFields(
  { namespaces }: ClusterFacts,
  pools: readonly Pool[],
): Generator<unknown> {
  if (!pools.some(({ namespaceSelector }) => namespaceSelector !== undefined)) return
  for (const [name, { labels }] of sortedEntries(Object.fromEntries(namespaces ?? [])))
    yield [name, sortedEntries(labels)]
}

/** The text of a Service around the one field that depends on what it is given. */
interface ServiceParts {
  readonly before: string
  readonly after: string
}

const partsWithLabels = onceForEach((service: ServiceFact) =>
  serviceParts(service, sortedEntries(service.labels)),
)
const partsWithoutLabels = onceForEach((service: ServiceFact) => serviceParts(service, null))

function serviceParts(service: ServiceFact, labels: unknown): ServiceParts {
  const before = JSON.stringify(fieldsBeforeStatus(service, labels))
  const after = JSON.stringify(fieldsAfterStatus(service))
  return { before: `${before.slice(0, -1)},`, after: `,${after.slice(1)}` }
}

/** Arrays and not `canonical`, because there are ten thousand of them. */
function fieldsBeforeStatus(service: ServiceFact, labels: unknown): unknown[] {
  return [
    service.key,
    service.createdAt,
    labels,
    service.families,
    service.familyPolicy,
    service.externalTrafficPolicy,
    service.requestedAddresses.map(({ text }) => text),
    service.requestedPool ?? null,
    service.preferredNode ?? null,
  ]
}

function fieldsAfterStatus(service: ServiceFact): unknown[] {
  return [
    service.sharingKey === undefined ? null : sharingFields(service),
    ...(service.healthCheckNodePort === undefined ? [] : [service.healthCheckNodePort]),
  ]
}

function openStatus({ key, families, statusAddresses }: ServiceFact, isOpen: IsOpen): string {
  const open = statusAddresses.filter(
    ({ family }) => families.includes(family) && isOpen(key, family),
  )
  return open.length === 0 ? '[]' : JSON.stringify(open.map(({ text }) => text))
}

/** What is compared with other Services, if the address may be shared with any. */
function sharingFields({ sharingKey, ports, selector }: ServiceFact): unknown[] {
  return [sharingKey, ports, sortedEntries(selector)]
}

function sortedEntries<Value>(record: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(record).sort(([a], [b]) => compareText(a, b))
}

/** The same value with its keys in order, and numbers of any size as text. */
function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(canonical)
  return sortedEntries(value as Record<string, unknown>).map(([key, field]) => [
    key,
    canonical(field),
  ])
}
