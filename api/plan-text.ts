import { API_VERSION } from './objects.ts'
import type { AnnouncementPlan, PlanAnnouncement, PlanPool } from './objects.ts'
import { fieldReader } from './field-reader.ts'
import type { Finding } from './finding.ts'
import { readPlanSpec } from './plan-fields.ts'

/**
 * The one text of a plan: compact JSON with the keys in a fixed order, and a newline. Equal plans have equal
 * texts, whoever made the objects.
 */
export function formatPlan(plan: AnnouncementPlan): string {
  return `${JSON.stringify(canonicalPlan(plan))}\n`
}

/** The plan with nothing but its own fields, in the order in which they are written. */
export function canonicalPlan({ metadata, spec }: AnnouncementPlan): AnnouncementPlan {
  const { segment, revision, digests, nodes, pools, announcements } = spec
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: metadata.name },
    spec: {
      segment,
      revision,
      digests: { pools: digests.pools, state: digests.state },
      nodes: nodes.map(({ name, addresses }) => ({ name, addresses })),
      pools: pools.map(canonicalPool),
      announcements: announcements.map(canonicalAnnouncement),
    },
  }
}

function canonicalAnnouncement(announcement: PlanAnnouncement): PlanAnnouncement {
  const { address, services, pool, candidates, since, healthCheckNodePort } = announcement
  const always = { address, services, pool, candidates, since }
  return healthCheckNodePort === undefined ? always : { ...always, healthCheckNodePort }
}

function canonicalPool(pool: PlanPool): PlanPool {
  const { name, interfaces, failback, failbackDelaySeconds, probe, conflictDetection } = pool
  const { method, intervalMilliseconds, failureThreshold } = probe
  return {
    name,
    ...(interfaces === undefined ? {} : { interfaces }),
    failback,
    failbackDelaySeconds,
    probe: { method, intervalMilliseconds, failureThreshold },
    conflictDetection,
  }
}

/** The objects of a parsed document: itself, or what a `kind: List` holds. */
export function planDocuments(document: unknown): unknown[] {
  if (typeof document !== 'object' || document === null) return [document]
  const { kind, items } = document as { readonly kind?: unknown; readonly items?: unknown }
  const isList = (kind === 'List' || kind === 'AnnouncementPlanList') && Array.isArray(items)
  return isList ? (items as unknown[]) : [document]
}

/**
 * Reads a plan from what JSON or YAML parsed to, as `-o json`, `-o yaml` or the API server print it; fields that
 * are not of the plan are dropped. Either a plan that holds in all its parts, or every reason why not: indexes
 * point into the tables, addresses are canonical, lists are in order and hold nothing twice.
 */
export function planFromObject(value: unknown): AnnouncementPlan | Finding[] {
  const reader = fieldReader()
  const root = reader.object(value, '')
  reader.oneOf(root['apiVersion'], 'apiVersion', [API_VERSION])
  reader.oneOf(root['kind'], 'kind', ['AnnouncementPlan'])
  const metadata = reader.object(root['metadata'], 'metadata')
  const plan: AnnouncementPlan = {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: reader.text(metadata['name'], 'metadata.name') },
    spec: readPlanSpec(reader, root['spec']),
  }
  return reader.findings.length > 0 ? [...reader.findings] : plan
}
