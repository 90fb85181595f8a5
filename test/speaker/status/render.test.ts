import t from 'tap'
import type { ElectionStatus } from '../../../speaker/election/status.ts'
import { renderStatus } from '../../../speaker/status/render.ts'
import type { SegmentStatus } from '../../../speaker/status/status.ts'
import { statusDocument } from '../../../speaker/status/document.ts'
import { CONTEXT, ELECTION, MOMENT, OFFICE } from '../../support/speaker/statuses.ts'

t.test('addresses, nodes and conflicts', async (t) => {
  t.equal(
    renderStatus(statusDocument([OFFICE], CONTEXT, MOMENT)),
    `Speaker on worker-1, plan plan.json, at 2026-01-01T00:01:02.000Z

Segment office: leads, plan sha256:001122334455

ADDRESS     STATE       OWNER                 MAC                LINK  SINCE
10.0.0.100  announced   one                   02:00:00:00:00:01  eth0  61s
fd00::100   unresolved  two (planned: three)  -                  eth0  0s

NODE   ADDRESS   VERDICT        ROUND TRIP  MAC                METHOD  INTERVAL  LINK  SINCE
one    10.0.0.1  up (demoted)   0.123 ms    02:00:00:00:00:01  echo    100 ms    eth0  61s
three  fd00::3   down (damped)  -           -                  arp     1 s       eth0  0s

CONFLICT    REASON    CLAIMED BY         LINK  COUNT  FIRST    LAST
10.0.0.100  Stranger  02:00:00:00:00:99  eth0  3      60s ago  2s ago
`,
  )
})

t.test('a segment in which there is nothing', async (t) => {
  const empty: SegmentStatus = { ...OFFICE, leads: false, addresses: [], nodes: [], conflicts: [] }
  t.equal(
    renderStatus(statusDocument([empty], { ...CONTEXT, digests: [] }, MOMENT)),
    `Speaker on worker-1, plan plan.json, at 2026-01-01T00:01:02.000Z

Segment office: listens, plan -

no addresses

no nodes

no conflicts
`,
  )
})

t.test('no segment at all', async (t) => {
  t.match(renderStatus(statusDocument([], CONTEXT, MOMENT)), '\n\nIt carries no plan out.\n')
})

t.test('the own node is not probed, and a node that claims is named', async (t) => {
  const [node] = OFFICE.nodes
  const [conflict] = OFFICE.conflicts
  if (node === undefined || conflict === undefined) throw new Error('nothing to change')
  const status: SegmentStatus = {
    ...OFFICE,
    nodes: [{ ...node, method: 'self', roundTripMilliseconds: undefined }],
    conflicts: [{ ...conflict, reason: 'NodeAnswersItself', node: 'three' }],
  }
  const text = renderStatus(statusDocument([status], CONTEXT, MOMENT))
  t.match(text, /one +10\.0\.0\.1 +up \(demoted\) +- +02:00:00:00:00:01 +self +- +eth0/)
  t.match(text, 'NodeAnswersItself  02:00:00:00:00:99 (three)  eth0')
})

t.test('the election', async (t) => {
  const shown = (status: ElectionStatus) => {
    const context = { ...CONTEXT, origin: { object: 'office' }, election: status }
    return renderStatus(statusDocument([], context, MOMENT))
  }
  const { status } = ELECTION
  t.match(
    shown(status),
    `Speaker on worker-1, plan office of the API server, at 2026-01-01T00:01:02.000Z
Role: standby for 60s, as worker-1_speaker-x
Lease: held by worker-2_speaker-y
API server: does not answer (connection refused) for 1s
`,
  )
  const free = { holder: '', transitions: 0 }
  t.match(shown({ ...status, role: 'leading', lease: free }), /leads by the Lease.*\n.*nobody/)
  t.match(shown({ ...status, lease: undefined }), 'Lease: held by -')
  t.match(shown({ ...status, api: { reachable: undefined, since: 0 } }), 'not asked yet')
  t.match(shown({ ...status, api: { reachable: true, since: 0 } }), 'answers for 62s')
  t.match(shown({ ...status, api: { reachable: false, since: 0 } }), 'does not answer for 62s')
})
