import t from 'tap'
import { compareFindings } from '../../../reconciler/finding.ts'
import { codes, round } from '../../support/allocation-round.ts'
import { held, pool, service } from '../../support/facts.ts'

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
