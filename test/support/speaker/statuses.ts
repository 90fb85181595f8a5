import type { ElectionMetrics } from '../../../speaker/status/metric-samples.ts'
import type { Heartbeat } from '../../../speaker/status/heartbeat.ts'
import type { Counters, SegmentStatus } from '../../../speaker/status/status.ts'
import type { Mac } from '../../../speaker/wire/mac.ts'

export const COUNTS: Counters = {
  frames: { notOurs: 40, answered: 12 },
  sent: { probe: 600, answer: 12, announcement: 20 },
  moves: { ownerDown: 1 },
  verdicts: { up: 2, down: 1 },
  holds: { loopLate: 1 },
  conflicts: { Stranger: 3 },
}

/** Two addresses, one of which is not where the plan wants it; times in monotonic milliseconds. */
export const OFFICE: SegmentStatus = {
  segment: 'office',
  leads: true,
  addresses: [
    {
      address: '10.0.0.100',
      link: 'eth0',
      state: 'announced',
      owner: 'one',
      plannedOwner: 'one',
      mac: '02:00:00:00:00:01' as Mac,
      since: 1000,
    },
    {
      address: 'fd00::100',
      link: 'eth0',
      state: 'unresolved',
      owner: 'two',
      plannedOwner: 'three',
      mac: undefined,
      since: 61_500,
    },
  ],
  nodes: [
    {
      node: 'one',
      link: 'eth0',
      family: 'IPv4',
      address: '10.0.0.1',
      verdict: 'up',
      since: 500,
      mac: '02:00:00:00:00:01' as Mac,
      method: 'echo',
      roundTripMilliseconds: 0.123456,
      intervalMilliseconds: 100,
      dampedUntil: undefined,
      demoted: true,
    },
    {
      node: 'three',
      link: 'eth0',
      family: 'IPv6',
      address: 'fd00::3',
      verdict: 'down',
      since: 61_400,
      mac: undefined,
      method: 'arp',
      roundTripMilliseconds: undefined,
      intervalMilliseconds: 1000,
      dampedUntil: 121_400,
    },
  ],
  conflicts: [
    {
      address: '10.0.0.100',
      link: 'eth0',
      mac: '02:00:00:00:00:99' as Mac,
      reason: 'Stranger',
      node: undefined,
      firstHeard: 2000,
      lastHeard: 60_000,
      count: 3,
    },
  ],
  counters: COUNTS,
}

export const BEAT: Heartbeat = {
  now: 62_000,
  counters: [{ segment: 'office', counters: COUNTS }],
  sent: 632,
  sendFailures: 2,
  linksUp: ['eth0'],
}

/** The machines' clock began with the year. */
export const MOMENT = { wall: Date.UTC(2026, 0, 1) + 62_000, monotonic: 62_000 }

export const CONTEXT = {
  holder: 'worker-1',
  origin: { file: 'plan.json' },
  digests: [{ segment: 'office', digest: 'sha256:0011223344556677' }],
}

/** A standby that has lost the API server. */
export const ELECTION: ElectionMetrics = {
  status: {
    segment: 'office',
    identity: 'worker-1_speaker-x',
    role: 'standby',
    since: 2000,
    lease: { holder: 'worker-2_speaker-y', transitions: 3 },
    api: { reachable: false, since: 61_000, message: 'connection refused' },
  },
  roleChanges: { standby: 2, leading: 1 },
  planStatusWrites: { written: 5, failed: 1 },
}
