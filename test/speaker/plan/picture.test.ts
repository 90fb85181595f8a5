import t from 'tap'
import { carriedPlan, planPicture } from '../../../speaker/plan/picture.ts'
import type { AddressStatus, NodeStatus, SegmentStatus } from '../../../speaker/status/status.ts'
import { planOf } from '../../support/speaker/plan-sketch.ts'
import { OFFICE } from '../../support/speaker/statuses.ts'

const [ENTRY] = OFFICE.addresses as readonly [AddressStatus]
const [NODE] = OFFICE.nodes as readonly [NodeStatus]

function picture(
  addresses: readonly Partial<AddressStatus>[],
  nodes: readonly Partial<NodeStatus>[] = [],
  answerable = ['10.0.0.100'],
) {
  const status: SegmentStatus = {
    ...OFFICE,
    addresses: addresses.map((one) => ({ ...ENTRY, ...one })),
    nodes: nodes.map((one) => ({ ...NODE, ...one })),
  }
  return planPicture({ digest: 'sha256:00', answerable }, status)
}

t.test('the facts of a plan: what nobody may answer for is no duty', async (t) => {
  const plan = planOf({ nodes: [{ name: 'one', addresses: [] }], owners: { '10.0.0.100': 0 } })
  const announcements = [
    ...plan.spec.announcements,
    { ...plan.spec.announcements[0]!, address: '10.0.0.101', candidates: [] },
  ]
  t.strictSame(carriedPlan({ ...plan, spec: { ...plan.spec, announcements } }, 'sha256:07'), {
    digest: 'sha256:07',
    answerable: ['10.0.0.100'],
  })
})

t.test('what falls short, and by what', async (t) => {
  const shortfall = (...args: Parameters<typeof picture>) => [...picture(...args).shortfalls]
  const only = (reason: string) => [[reason, ['10.0.0.100']]]
  t.strictSame(shortfall([{ state: 'announced' }]), [])
  t.strictSame(shortfall([]), only('NoInterface'))
  t.strictSame(shortfall([{ state: 'held' }]), only('AddressHeld'))
  t.strictSame(shortfall([{ state: 'checking' }]), only('Checking'))
  t.strictSame(shortfall([{ state: 'listening' }]), only('Checking'))
  t.strictSame(shortfall([{ state: 'unresolved' }]), only('MacUnknown'))
  t.strictSame(shortfall([{ state: 'unresolved' }], [{ verdict: 'down' }]), only('NoCandidateUp'))
  t.strictSame(shortfall([{ state: 'announced' }], [{ verdict: 'down' }]), only('NoCandidateUp'))
})

t.test('the verdict is that of the own family, where there is one', async (t) => {
  const both = [
    { family: 'IPv6', verdict: 'down' },
    { family: 'IPv4', verdict: 'up' },
  ] as const
  t.equal(picture([{}], both).shortfalls.size, 0)
  t.equal(picture([{}], [both[0]]).shortfalls.size, 1, 'else of the other one')
  t.equal(picture([{ address: 'x' }], [both[1]], ['x']).shortfalls.size, 0, 'no address at all')
})

t.test('an address on several links counts once, where it does best', async (t) => {
  const two = [
    { link: 'eth0', state: 'unresolved', owner: 'one' },
    { link: 'eth1', state: 'announced', owner: 'two' },
    { link: 'eth2', state: 'held', owner: 'one' },
  ] as const
  const { announced, moved, shortfalls } = picture(two)
  t.equal(announced, 1)
  t.match(moved, [{ link: 'eth1', owner: 'two' }])
  t.equal(shortfalls.size, 0)
})

t.test('addresses that fall short alike are told together, in order', async (t) => {
  const all = ['10.0.0.7', '10.0.0.8', '10.0.0.9']
  t.strictSame(
    [...picture([{ address: '10.0.0.8', state: 'held' }], [], all).shortfalls],
    [
      ['NoInterface', ['10.0.0.7', '10.0.0.9']],
      ['AddressHeld', ['10.0.0.8']],
    ],
  )
})
