import type { AnnouncementPlan, PlanAnnouncement, PlanPool } from '../../../api/objects.ts'
import { API_VERSION } from '../../../api/objects.ts'

export const PLAN_POOL: PlanPool = {
  name: 'lan',
  failback: 'never',
  failbackDelaySeconds: 60,
  probe: { method: 'auto', intervalMilliseconds: 100, failureThreshold: 5 },
  conflictDetection: 'report',
}

export const SINCE = '2026-02-20T10:00:00Z'

/** A plan of segment `default` with nodes a, b and c, of which announcements name the candidates by letter. */
export function planOf(
  announcements: readonly (Omit<PlanAnnouncement, 'candidates' | 'pool' | 'since'> & {
    readonly candidates: string
  })[],
  spec: Partial<AnnouncementPlan['spec']> = {},
): AnnouncementPlan {
  const segment = spec.segment ?? 'default'
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: {
      segment,
      revision: '',
      digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'1'.repeat(64)}` },
      nodes: ['a', 'b', 'c'].map((name, index) => ({
        name,
        addresses: [`198.51.100.${11 + index}`],
      })),
      pools: [PLAN_POOL],
      announcements: announcements.map(({ address, services, candidates }) => ({
        address,
        services,
        pool: 'lan',
        candidates: [...candidates].map((letter) => 'abc'.indexOf(letter)),
        since: SINCE,
      })),
      ...spec,
    },
  }
}
