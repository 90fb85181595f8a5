import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import { readRequest } from '../../../reconciler/state/service-request.ts'

type Texts = Readonly<Record<string, string>>

function request(annotations: Texts, loadBalancerIP?: unknown) {
  const findings: Finding[] = []
  const object = { kind: 'Service', namespace: 'shop', name: 'web' }
  const prefixed = Object.fromEntries(
    Object.entries(annotations).map(([name, value]) => [`bellwether.dev/${name}`, value]),
  )
  const read = readRequest({ annotations: prefixed }, { loadBalancerIP }, { object, findings })
  return {
    ...read,
    addresses: read.addresses?.map(({ text }) => text),
    findings: findings.map(({ code, message, path }) => `${code} ${path} ${message}`),
  }
}

const NOTHING = {
  addresses: [],
  pool: undefined,
  share: undefined,
  node: undefined,
  isBroken: false,
  findings: [],
}

const DEPRECATED = [
  'BW3013 spec.loadBalancerIP Service shop/web asks by spec.loadBalancerIP, which is deprecated',
]

t.test('requests that can be read', (t) => {
  t.same(request({}), NOTHING)
  t.same(request({}, ''), NOTHING)
  t.same(request({}, ' 192.0.2.1 '), {
    ...NOTHING,
    addresses: ['192.0.2.1'],
    findings: DEPRECATED,
  })
  t.same(request({ addresses: '2001:db8::1,192.0.2.1' }), {
    ...NOTHING,
    addresses: ['2001:db8::1', '192.0.2.1'],
  })
  t.same(request({ addresses: '192.0.2.1' }, '192.0.2.1'), {
    ...NOTHING,
    addresses: ['192.0.2.1'],
    findings: DEPRECATED,
  })
  t.same(request({ pool: 'office', share: 'web', node: 'n1' }), {
    ...NOTHING,
    pool: 'office',
    share: 'web',
    node: 'n1',
  })
  t.same(request({ node: '' }), NOTHING, 'no preference')
  t.end()
})

t.test('the annotation counts where both are given', (t) => {
  t.same(request({ addresses: '192.0.2.1' }, '192.0.2.2'), {
    ...NOTHING,
    addresses: ['192.0.2.1'],
    findings: [
      'BW3009 spec.loadBalancerIP Service shop/web asks for 192.0.2.1 by annotation and for 192.0.2.2 by spec.loadBalancerIP',
    ],
  })
  t.end()
})

t.test('a request that cannot be read is broken', (t) => {
  const broken = { ...NOTHING, addresses: undefined, isBroken: true }
  t.same(request({}, 'web'), {
    ...broken,
    findings: ['BW3008 spec.loadBalancerIP Service shop/web: `web` is not an IP address'],
  })
  t.same(request({ addresses: '192.0.2.1,192.0.2.2' }), {
    ...broken,
    findings: [
      'BW3008 metadata.annotations[bellwether.dev/addresses] Service shop/web asks for several addresses of one family: 192.0.2.1, 192.0.2.2',
    ],
  })
  t.same(request({ addresses: '192.0.2.300', pool: '', share: '' }), {
    ...broken,
    pool: '',
    share: '',
    findings: [
      'BW3008 metadata.annotations[bellwether.dev/addresses] Service shop/web: 300 is more than 255, the highest part of an IPv4 address',
      'BW3008 metadata.annotations[bellwether.dev/pool] Service shop/web: the annotation bellwether.dev/pool is empty',
      'BW3008 metadata.annotations[bellwether.dev/share] Service shop/web: the annotation bellwether.dev/share is empty',
    ],
  })
  t.end()
})
