import { renameSync, writeFileSync } from 'node:fs'
import type { Address } from '../../../api/address.ts'
import { compareAddresses, parseAddress } from '../../../api/address.ts'
import type { AnnouncementPlan, PlanNode } from '../../../api/objects.ts'

/** A plan in short: nodes with their addresses, and the index of the owner of each address. */
export interface PlanSketch {
  readonly segment?: string
  readonly nodes: readonly PlanNode[]
  readonly owners: Readonly<Record<string, number>>
}

export function planOf({ segment = 'default', nodes, owners }: PlanSketch): AnnouncementPlan {
  return {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: {
      segment,
      revision: 'test',
      digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'1'.repeat(64)}` },
      nodes,
      pools: [
        {
          name: 'pool',
          failback: 'never',
          failbackDelaySeconds: 60,
          probe: { method: 'auto', intervalMilliseconds: 100, failureThreshold: 5 },
          conflictDetection: 'report',
        },
      ],
      announcements: Object.entries(owners)
        .sort(byAddress)
        .map(([address, owner]) => ({
          address,
          services: [`default/s${owner}`],
          pool: 'pool',
          candidates: [owner],
          since: '2026-01-01T00:00:00Z',
        })),
    },
  }
}

function byAddress([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return compareAddresses(parseAddress(a) as Address, parseAddress(b) as Address)
}

/** Writes the plans as one file, and puts it in place by a rename. */
export function writePlans(path: string, ...plans: readonly AnnouncementPlan[]): void {
  writeFileSync(`${path}.new`, plans.map((plan) => JSON.stringify(plan)).join('\n---\n'))
  renameSync(`${path}.new`, path)
}
