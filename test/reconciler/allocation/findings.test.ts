import t from 'tap'
import { compareFindings } from '../../../api/finding.ts'
import { codes, round } from '../../support/planning/allocation-round.ts'
import { held, pool, service } from '../../support/planning/facts.ts'
import type { AddressObstacle } from '../../../reconciler/reasons/addresses.ts'
import type { AllocationRefusal } from '../../../reconciler/reasons/refusals.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { refusalFinding } from '../../../reconciler/allocation/findings.ts'

const web = pool('web', { addresses: ['10.0.0.1-10.0.0.9'] })
const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }

t.test('nothing to say', async (t) => {
  t.strictSame(codes(round({ pools: [web], services: [service('x/a')] })), [])
})

t.test('sharing that ended', async (t) => {
  const { findings } = round({
    pools: [web],
    services: [service('x/a', tcp), service('x/b', tcp)],
    previous: [held('10.0.0.5', ['x/a', 'x/b'])],
  })
  t.match(findings, [
    {
      code: 'BW4014',
      severity: 'warning',
      message: /^Service x\/b lets go of 10\.0\.0\.5: x\/a, the older one, keeps it/,
      object: { kind: 'Service', namespace: 'x', name: 'b' },
    },
  ])
})

t.test('other releases are in the plan, and no findings', async (t) => {
  const { findings } = round({
    pools: [web],
    services: [],
    previous: [held('10.0.0.5', ['x/gone'])],
  })
  t.strictSame(findings, [])
})

t.test('kinds that are not known', async (t) => {
  const previous = [held('10.0.0.5', ['x/a'])]
  const noServices = round({ pools: [web], services: undefined, previous })
  t.match(noServices.findings, [
    { code: 'BW4017', message: /not known: nothing changes for 1 address in force/ },
  ])
  const red = { matchLabels: { team: 'red' } }
  const noNamespaces = round({
    pools: [web, pool('red', { addresses: ['10.1.0.1'], namespaceSelector: red })],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.match(noNamespaces.findings, [{ code: 'BW4018', message: /labels: red$/ }])
  const services = [service('x/a'), service('x/b')]
  const noNodes = round({ pools: [web], services, nodes: undefined })
  t.match(noNodes.findings, [{ code: 'BW4019', message: /: 2 addresses given now/ }])
})

t.test('findings come in the order in which they are shown', async (t) => {
  const { findings } = round({
    pools: [],
    services: [service('x/b'), service('x/a', { ask: ['10.0.0.1'] }), service('x/c')],
    previous: [held('10.0.0.5', ['x/c'])],
    nodes: undefined,
  })
  t.strictSame(findings, findings.toSorted(compareFindings))
  t.strictSame(
    findings.map(({ code }) => code),
    ['BW4001', 'BW4003', 'BW4008'],
  )
})

const address = addressFrom('10.0.0.3')

const ipv4 = { family: 'IPv4', instead: undefined } as const

const webService = service('x/web')

const prefers = service('x/web', {
  families: ['IPv6', 'IPv4'],
  familyPolicy: 'PreferDualStack',
})

const CASES: readonly {
  readonly name: string
  readonly refusal: AllocationRefusal
  readonly service?: typeof webService
  readonly code: string | undefined
}[] = [
  {
    name: 'an unreadable request',
    refusal: { ...ipv4, type: 'requestUnreadable' },
    code: undefined,
  },
  {
    name: 'no pool',
    refusal: { ...ipv4, type: 'noPoolFits', pools: [] },
    code: 'BW4001',
  },
  {
    name: 'exhausted pools',
    refusal: {
      ...ipv4,
      type: 'poolsExhausted',
      pools: [{ pool: 'web', because: 'exhausted' }],
    },
    code: 'BW4002',
  },
  {
    name: 'a pool that is not there',
    refusal: { ...ipv4, type: 'requestedPool', pool: 'db', because: 'absent' },
    code: 'BW4005',
  },
  {
    name: 'one family of two',
    refusal: { ...ipv4, type: 'otherFamilyMissing', missing: 'IPv6' },
    code: 'BW4006',
  },
  {
    name: 'no pool of the second family that is preferred',
    refusal: { ...ipv4, type: 'noPoolFits', pools: [] },
    service: prefers,
    code: undefined,
  },
  {
    name: 'exhausted pools of the second family that is preferred',
    refusal: { ...ipv4, type: 'poolsExhausted', pools: [] },
    service: prefers,
    code: 'BW4007',
  },
  {
    name: 'the first family that is preferred',
    refusal: { ...ipv4, family: 'IPv6', type: 'poolsExhausted', pools: [] },
    service: prefers,
    code: 'BW4002',
  },
  {
    name: 'a reservation that may not be had',
    refusal: {
      ...ipv4,
      type: 'reservation',
      address,
      because: { type: 'suspended', pool: 'web' },
    },
    code: 'BW4012',
  },
  {
    name: 'a reservation that another one has',
    refusal: {
      ...ipv4,
      type: 'reservation',
      address,
      because: { type: 'inUse', by: 'x/db', sharing: { type: 'noSharingKey' } },
    },
    code: undefined,
  },
  {
    name: 'a status address of an unknown pool',
    refusal: { ...ipv4, type: 'statusAddressUnknown', address },
    code: 'BW4016',
  },
]

for (const { name, refusal, service = webService, code } of CASES)
  t.test(name, async (t) => {
    const findings = refusalFinding(service, refusal)
    t.strictSame(
      findings.map((finding) => finding.code),
      code === undefined ? [] : [code],
    )
    for (const { message, hint, object } of findings) {
      t.match(message, /^Service x\/web: /)
      t.not(hint, '')
      t.strictSame(object, { kind: 'Service', namespace: 'x', name: 'web' })
    }
  })

const OBSTACLES: readonly AddressObstacle[] = [
  { type: 'outsidePools', poolsUnknown: false },
  { type: 'outsideRequestedPool', pool: 'db' },
  { type: 'notAdmitted', pool: 'web', because: 'namespaces' },
  { type: 'suspended', pool: 'web' },
  { type: 'reservedForOther', pool: 'web', service: 'x/db' },
  { type: 'nodeAddress', node: 'n1' },
  { type: 'inUse', by: 'x/db', sharing: { type: 'noSharingKey' } },
  { type: 'familyNotWanted' },
  { type: 'secondOfFamily', first: address },
  { type: 'reservationFirst', reserved: address },
]

t.test('every reason against a request has a cure', async (t) => {
  for (const because of OBSTACLES) {
    const [finding] = refusalFinding(webService, { ...ipv4, type: 'request', address, because })
    t.equal(finding?.code, because.type === 'inUse' ? 'BW4004' : 'BW4003')
    t.match(finding?.hint, /\w+ .+/, because.type)
  }
})
