import t from 'tap'
import { formatStatus, statusDocument } from '../../../speaker/status/document.ts'
import { CONTEXT, ELECTION, MOMENT, OFFICE } from '../../support/speaker/statuses.ts'

t.test('times are those of the calendar, and what is not known is missing', async (t) => {
  const document = statusDocument([OFFICE], CONTEXT, MOMENT)
  t.strictSame(document, {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'SpeakerStatus',
    holder: 'worker-1',
    plan: {
      file: 'plan.json',
      digests: [{ segment: 'office', digest: 'sha256:0011223344556677' }],
    },
    time: '2026-01-01T00:01:02.000Z',
    segments: [
      {
        segment: 'office',
        leads: true,
        planDigest: 'sha256:0011223344556677',
        addresses: [
          {
            address: '10.0.0.100',
            link: 'eth0',
            state: 'announced',
            owner: 'one',
            plannedOwner: 'one',
            mac: '02:00:00:00:00:01',
            since: '2026-01-01T00:00:01.000Z',
          },
          {
            address: 'fd00::100',
            link: 'eth0',
            state: 'unresolved',
            owner: 'two',
            plannedOwner: 'three',
            since: '2026-01-01T00:01:01.500Z',
          },
        ],
        nodes: [
          {
            node: 'one',
            link: 'eth0',
            family: 'IPv4',
            address: '10.0.0.1',
            verdict: 'up',
            since: '2026-01-01T00:00:00.500Z',
            mac: '02:00:00:00:00:01',
            method: 'echo',
            roundTripMilliseconds: 0.123,
            intervalMilliseconds: 100,
            demoted: true,
          },
          {
            node: 'three',
            link: 'eth0',
            family: 'IPv6',
            address: 'fd00::3',
            verdict: 'down',
            since: '2026-01-01T00:01:01.400Z',
            method: 'arp',
            intervalMilliseconds: 1000,
            dampedUntil: '2026-01-01T00:02:01.400Z',
          },
        ],
        conflicts: [
          {
            address: '10.0.0.100',
            link: 'eth0',
            mac: '02:00:00:00:00:99',
            reason: 'Stranger',
            firstHeard: '2026-01-01T00:00:02.000Z',
            lastHeard: '2026-01-01T00:01:00.000Z',
            count: 3,
          },
        ],
        counters: OFFICE.counters,
      },
    ],
  })
})

t.test('the same status is the same text, whoever made the objects', async (t) => {
  const reversed = { ...OFFICE.counters, frames: { answered: 12, notOurs: 40 } }
  const text = formatStatus(statusDocument([OFFICE], CONTEXT, MOMENT))
  t.equal(formatStatus(statusDocument([{ ...OFFICE, counters: reversed }], CONTEXT, MOMENT)), text)
  t.match(text, '"frames":{"answered":12,"notOurs":40}')
  t.match(text, /^[^\n]+\n$/, 'one line')
})

t.test('a segment without a plan has no digest', async (t) => {
  const [segment] = statusDocument([OFFICE], { ...CONTEXT, digests: [] }, MOMENT).segments
  t.notOk(segment !== undefined && 'planDigest' in segment)
})

t.test('a node that claims an address is named', async (t) => {
  const [conflict] = OFFICE.conflicts
  if (conflict === undefined) throw new Error('no conflict')
  const status = { ...OFFICE, conflicts: [{ ...conflict, node: 'three' }] }
  const [segment] = statusDocument([status], CONTEXT, MOMENT).segments
  t.equal(segment?.conflicts[0]?.node, 'three')
})

t.test('a speaker that is elected', async (t) => {
  const context = { ...CONTEXT, origin: { object: 'office' }, election: ELECTION.status }
  const { plan, election } = statusDocument([], context, MOMENT)
  t.match(plan, { object: 'office' })
  t.strictSame(election, {
    segment: 'office',
    identity: 'worker-1_speaker-x',
    role: 'standby',
    since: '2026-01-01T00:00:02.000Z',
    lease: { holder: 'worker-2_speaker-y', transitions: 3 },
    api: { reachable: false, since: '2026-01-01T00:01:01.000Z', message: 'connection refused' },
  })
  const unseen = { ...context, election: { ...ELECTION.status, lease: undefined } }
  t.notOk('lease' in statusDocument([], unseen, MOMENT).election!)
})
