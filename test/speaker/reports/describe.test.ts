import t from 'tap'
import { describeReport } from '../../../speaker/reports/describe.ts'
import type { SpeakerReport } from '../../../speaker/reports/report.ts'

const REPORTS: readonly (readonly [SpeakerReport, string])[] = [
  [
    { level: 'info', event: 'PlanInForce', segment: 'office', digest: 'sha256:ab', addresses: 3 },
    'info PlanInForce: 3 addresses of segment office, sha256:ab',
  ],
  [
    { level: 'error', event: 'PlanRefused', message: 'it is empty', hint: 'write it again' },
    'error PlanRefused: it is empty (write it again)',
  ],
  [
    {
      level: 'error',
      event: 'PlanRefused',
      message: 'not YAML',
      hint: 'close the quote',
      at: { file: 'plan.yaml', line: 3, column: 7, length: 1, lineText: '' },
    },
    'error PlanRefused: plan.yaml:3:7: not YAML (close the quote)',
  ],
  [
    {
      level: 'info',
      event: 'NodeResolved',
      node: 'worker-1',
      address: '10.0.0.11',
      mac: '02:00:00:00:00:0b',
      link: 'eth0',
    },
    'info NodeResolved: worker-1 (10.0.0.11) is at 02:00:00:00:00:0b on eth0',
  ],
  [
    {
      level: 'info',
      event: 'Announced',
      address: '10.0.0.100',
      node: 'worker-1',
      mac: '02:00:00:00:00:0b',
      link: 'eth0',
    },
    'info Announced: 10.0.0.100 is at worker-1 (02:00:00:00:00:0b) on eth0',
  ],
  [
    { level: 'info', event: 'Withdrawn', address: '10.0.0.100' },
    'info Withdrawn: 10.0.0.100 is not answered any more',
  ],
  [
    { level: 'info', event: 'LinkUp', link: 'eth0', mac: '02:00:00:00:00:01' },
    'info LinkUp: eth0 (02:00:00:00:00:01)',
  ],
  [
    { level: 'warn', event: 'LinkDown', link: 'eth0' },
    'warn LinkDown: eth0: nothing is answered there',
  ],
  [
    { level: 'info', event: 'SpeakerStarted', plan: 'plan.yaml', links: ['eth0', 'eth1'] },
    'info SpeakerStarted: plan.yaml on eth0, eth1',
  ],
  [
    { level: 'info', event: 'SpeakerStopped', signal: 'SIGTERM' },
    'info SpeakerStopped: by SIGTERM',
  ],
  [
    { level: 'info', event: 'HttpServing', address: '127.0.0.1:9470' },
    'info HttpServing: metrics, health and status at http://127.0.0.1:9470/',
  ],
  [
    { level: 'warn', event: 'StatusNotWritten', message: 'cannot write s.json', hint: 'make room' },
    'warn StatusNotWritten: cannot write s.json (make room)',
  ],
  [
    {
      level: 'warn',
      event: 'NodeDown',
      node: 'worker-1',
      address: '10.0.0.11',
      link: 'eth0',
      silentMilliseconds: 480,
    },
    'warn NodeDown: worker-1 (10.0.0.11) has been silent on eth0 for 480 ms',
  ],
  [
    { level: 'info', event: 'NodeUp', node: 'worker-1', address: '10.0.0.11', link: 'eth0' },
    'info NodeUp: worker-1 (10.0.0.11) answers on eth0',
  ],
  [
    { level: 'debug', event: 'NodeSuspect', node: 'worker-1', address: '10.0.0.11', link: 'eth0' },
    'debug NodeSuspect: worker-1 (10.0.0.11) has missed a probe on eth0',
  ],
  [
    { level: 'warn', event: 'NodeDamped', node: 'worker-1', link: 'eth0', seconds: 70 },
    'warn NodeDamped: worker-1 comes and goes on eth0; it is not trusted for 70 s',
  ],
  [
    {
      level: 'info',
      event: 'NodeAnswersNoEcho',
      node: 'worker-1',
      address: '10.0.0.11',
      link: 'eth0',
    },
    'info NodeAnswersNoEcho: worker-1 (10.0.0.11) answers no echo on eth0; it is probed by ARP',
  ],
  [
    {
      level: 'info',
      event: 'AddressMoved',
      address: '10.0.0.100',
      link: 'eth0',
      from: 'worker-1',
      to: 'worker-2',
      reason: 'ownerDown',
    },
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (ownerDown)',
  ],
  [
    {
      level: 'error',
      event: 'NoCandidateUp',
      address: '10.0.0.100',
      link: 'eth0',
      owner: 'worker-1',
    },
    'error NoCandidateUp: no candidate of 10.0.0.100 answers on eth0; it stays with worker-1',
  ],
  [
    {
      level: 'info',
      event: 'ConflictEnded',
      address: '10.0.0.100',
      link: 'eth0',
      mac: '02:00:00:00:00:ee',
    },
    'info ConflictEnded: 10.0.0.100 is not claimed by 02:00:00:00:00:ee on eth0 any more',
  ],
  [
    { level: 'info', event: 'AnnouncementsHeard', link: 'eth0', count: 3 },
    'info AnnouncementsHeard: the answers for 3 addresses are heard on eth0 again',
  ],
  [
    { level: 'info', event: 'LeadingStarted', segment: 'office' },
    'info LeadingStarted: this speaker leads segment office',
  ],
  [
    { level: 'info', event: 'LeadingEnded', segment: 'office' },
    'info LeadingEnded: this speaker does not lead segment office any more',
  ],
  [
    { level: 'info', event: 'PlanFollowed', segment: 'office' },
    'info PlanFollowed: the plan of segment office can be followed again',
  ],
  [
    { level: 'info', event: 'NoPlanYet', segment: 'office' },
    'info NoPlanYet: the API server has no plan of segment office yet',
  ],
  [
    { level: 'info', event: 'StoredPlanInForce', segment: 'office', file: 'plan-office.json' },
    'info StoredPlanInForce: plan-office.json, until the API server has answered',
  ],
  [
    { level: 'info', event: 'LeaseAcquired', segment: 's', reason: 'expired', from: 'a_b' },
    'info LeaseAcquired: of segment s (expired); before: a_b',
  ],
  [
    { level: 'info', event: 'LeaseAcquired', segment: 's', reason: 'free', from: '' },
    'info LeaseAcquired: of segment s (free); before: nobody',
  ],
  [
    { level: 'warn', event: 'LeaseLost', segment: 's', to: 'a_b' },
    'warn LeaseLost: of segment s: a_b holds it',
  ],
  [
    { level: 'warn', event: 'LeaseLost', segment: 's', to: '' },
    'warn LeaseLost: of segment s: nobody holds it',
  ],
  [
    { level: 'info', event: 'LeaseReleased', segment: 's', reason: 'stopped' },
    'info LeaseReleased: of segment s (stopped)',
  ],
  [
    { level: 'info', event: 'FailStaticEnded', segment: 's', reason: 'leaseHeld' },
    'info FailStaticEnded: segment s (leaseHeld)',
  ],
  [
    { level: 'warn', event: 'StandInStarted', segment: 's', reason: 'nobodyReached', holder: '' },
    'warn StandInStarted: segment s, for nobody known (nobodyReached)',
  ],
  [
    { level: 'warn', event: 'StandInStarted', segment: 's', reason: 'released', holder: 'a' },
    'warn StandInStarted: segment s, for a (released)',
  ],
  [
    { level: 'info', event: 'StandInEnded', segment: 's', reason: 'otherHeard', other: 'b' },
    'info StandInEnded: segment s (otherHeard: b)',
  ],
  [
    { level: 'warn', event: 'GrantVoided', segment: 's', gapMilliseconds: 3500 },
    'warn GrantVoided: segment s: this process stood still for 3500 ms, and is silent until it knows who leads',
  ],
  [
    {
      level: 'warn',
      event: 'NodeDemoted',
      segment: 's',
      node: 'a',
      port: 10_256,
      reason: 'refused',
    },
    'warn NodeDemoted: a: nothing listens on port 10256; every address is served elsewhere',
  ],
  [
    {
      level: 'warn',
      event: 'NodeDemoted',
      segment: 's',
      node: 'a',
      port: 31_000,
      addresses: ['10.0.0.1', 'fd00::1'],
      reason: 'unfit',
    },
    'warn NodeDemoted: a: port 31000 says that it cannot serve; 10.0.0.1, fd00::1 is served elsewhere',
  ],
  [
    {
      level: 'warn',
      event: 'NodeDemoted',
      segment: 's',
      node: 'a',
      port: 10_256,
      reason: 'silent',
    },
    'warn NodeDemoted: a: port 10256 does not answer; every address is served elsewhere',
  ],
  [
    { level: 'info', event: 'NodeRestored', segment: 's', node: 'a', port: 10_256 },
    'info NodeRestored: a can serve every address again',
  ],
  [
    {
      level: 'warn',
      event: 'EndpointsNotReady',
      segment: 's',
      node: 'a',
      port: 31_000,
      address: '10.0.0.1',
      seconds: 3,
    },
    'warn EndpointsNotReady: 10.0.0.1 moves to a as planned, which has not said within 3 s that it has endpoints',
  ],
]

t.test('a report is one line for people', async (t) => {
  for (const [report, line] of REPORTS) t.equal(describeReport(report), line)
})
