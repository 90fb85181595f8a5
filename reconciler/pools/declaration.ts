import { mergeRanges, subtract } from '../../api/address.ts'
import type { AddressRange } from '../../api/address.ts'
import {
  POOL_DEFAULTS,
  type AddressPoolSpec,
  type LabelSelector,
  type PlanPool,
} from '../../api/objects.ts'
import { readDeclaredRanges, readNodeNetworks, specialRangeFindings } from './declared-ranges.ts'
import type { DeclaredRange } from './declared-ranges.ts'
import { uselessExcludes, withoutAddresses } from './exclude-findings.ts'
import type { Finding } from '../../api/finding.ts'
import type { Pool } from '../model/model.ts'
import { readAllowRelease } from './allow-release.ts'
import { networkFindings } from './network-rules.ts'
import { placeOfKey, poolFinding } from './finding.ts'
import { readReservations, type DeclaredReservation } from './reservations.ts'
import type { PoolDocument } from './read.ts'
import { selectorProblems } from '../schema/selector-problems.ts'
import type { FieldPath } from '../source/field-path.ts'

/** One AddressPool of a file, read as far as it can be. */
export interface PoolDeclaration {
  readonly document: PoolDocument
  readonly name: string
  readonly entries: readonly DeclaredRange[]
  /** What is excluded: sorted and disjoint. */
  readonly excluded: readonly AddressRange[]
  readonly reservations: readonly DeclaredReservation[]
  /** What it means, if none of its findings is an error. */
  readonly pool: Pool
  readonly findings: readonly Finding[]
}

/**
 * Throws nothing: what is wrong is among the findings. While a range cannot be read, the rules that compare
 * ranges are left out.
 */
export function readDeclaration(document: PoolDocument): PoolDeclaration {
  const findings: Finding[] = []
  const entries = readDeclaredRanges(document, 'addresses', findings)
  const excludes = readDeclaredRanges(document, 'exclude', findings)
  const given = mergeRanges(entries.map(({ range }) => range))
  const excluded = mergeRanges(excludes.map(({ range }) => range))
  const ranges = subtract(given, excluded)
  const isComplete = findings.length === 0
  const reservations = readReservations(document, { given, excluded, isComplete }, findings)
  const nodeNetworks = readNodeNetworks(document, findings)
  const allowRelease = readAllowRelease(document, findings)
  findings.push(
    ...specialRangeFindings(entries),
    ...(isComplete ? uselessExcludes(excludes, given) : []),
    ...(isComplete ? withoutAddresses(document, given, ranges) : []),
    ...selectorFindings(document),
  )
  const { spec, metadata } = document.pool
  const announce = spec.announce ?? {}
  const pool: Pool = {
    name: metadata.name,
    segment: announce.segment ?? POOL_DEFAULTS.segment,
    ranges,
    excluded: subtract(given, ranges),
    ...behaviour(spec),
    reservations: reservations.map(({ reservation }) => reservation),
    nodeSelector: announce.nodeSelector,
    nodeNetworks,
    preferredNodes: announce.preferredNodes ?? [],
    announced: announcedPool(metadata.name, spec),
    allowRelease,
    announce,
    at: document.place(['metadata', 'name']),
  }
  if (isComplete) findings.push(...networkFindings(pool, entries))
  return { document, name: metadata.name, entries, excluded, reservations, pool, findings }
}

type Behaviour = Pick<
  Pool,
  | 'avoidBuggyIPs'
  | 'autoAssign'
  | 'priority'
  | 'serviceSelector'
  | 'namespaces'
  | 'namespaceSelector'
  | 'sharing'
  | 'suspend'
>

function behaviour(spec: AddressPoolSpec): Behaviour {
  return {
    avoidBuggyIPs: spec.avoidBuggyIPs ?? POOL_DEFAULTS.avoidBuggyIPs,
    autoAssign: spec.autoAssign ?? POOL_DEFAULTS.autoAssign,
    priority: spec.priority ?? POOL_DEFAULTS.priority,
    serviceSelector: spec.serviceSelector,
    namespaces: spec.namespaces,
    namespaceSelector: spec.namespaceSelector,
    sharing: spec.sharing ?? POOL_DEFAULTS.sharing,
    suspend: spec.suspend ?? POOL_DEFAULTS.suspend,
  }
}

function announcedPool(name: string, { announce = {} }: AddressPoolSpec): PlanPool {
  return {
    name,
    ...(announce.interfaces && { interfaces: announce.interfaces }),
    failback: announce.failback ?? POOL_DEFAULTS.failback,
    failbackDelaySeconds: announce.failbackDelaySeconds ?? POOL_DEFAULTS.failbackDelaySeconds,
    probe: { ...POOL_DEFAULTS.probe, ...announce.probe },
    conflictDetection: announce.conflictDetection ?? POOL_DEFAULTS.conflictDetection,
  }
}

/** Where a pool has selectors. */
function selectorsOf({
  serviceSelector,
  namespaceSelector,
  announce,
}: AddressPoolSpec): readonly (readonly [FieldPath, LabelSelector | undefined])[] {
  return [
    [['spec', 'serviceSelector'], serviceSelector],
    [['spec', 'namespaceSelector'], namespaceSelector],
    [['spec', 'announce', 'nodeSelector'], announce?.nodeSelector],
    ...(announce?.preferredNodes ?? []).map(
      ({ selector }, index) =>
        [['spec', 'announce', 'preferredNodes', index, 'selector'], selector] as const,
    ),
  ]
}

function selectorFindings(document: PoolDocument): Finding[] {
  return selectorsOf(document.pool.spec).flatMap(([where, selector]) =>
    selectorProblems(selector).map(({ kind, path, message, hint, isKey }) => {
      const field = { document, path: [...where, ...path] }
      const at = isKey === true ? placeOfKey(field) : document.place(field.path)
      return poolFinding(kind === 'invalid' ? 'BW2022' : 'BW2024', field, { at, message, hint })
    }),
  )
}
