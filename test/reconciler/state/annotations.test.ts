import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import type { Reading } from '../../../reconciler/state/object-fields.ts'
import {
  annotationPath,
  NODE_ANNOTATIONS,
  ownAnnotations,
  readAddressList,
  SERVICE_ANNOTATIONS,
} from '../../../reconciler/state/annotations.ts'

function reading(kind: string): Reading & { readonly findings: Finding[] } {
  return { object: { kind, name: 'x' }, findings: [] }
}

t.test('only ours are read', (t) => {
  const to = reading('Service')
  const annotations = { 'bellwether.dev/pool': 'office', 'example.com/pool': 'other' }
  t.same(ownAnnotations({ annotations }, SERVICE_ANNOTATIONS, to), { pool: 'office' })
  t.same(ownAnnotations({ annotations: { other: '1' } }, SERVICE_ANNOTATIONS, to), {})
  t.same(ownAnnotations({}, SERVICE_ANNOTATIONS, to), {})
  t.same(to.findings, [])
  t.end()
})

t.test('what is no mapping or no text is told', (t) => {
  const to = reading('Service')
  t.same(ownAnnotations({ annotations: 'x' }, SERVICE_ANNOTATIONS, to), {})
  const annotations = { 'bellwether.dev/pool': 5 }
  t.same(ownAnnotations({ annotations }, SERVICE_ANNOTATIONS, to), {})
  t.same(
    to.findings.map(({ message }) => message),
    [
      'metadata.annotations is not a mapping',
      'metadata.annotations[bellwether.dev/pool] is not a string',
    ],
  )
  t.end()
})

t.test('one that means nothing here is told', (t) => {
  const service = reading('Service')
  const node = reading('Node')
  const annotations = {
    'bellwether.dev/adresses': '192.0.2.1',
    'bellwether.dev/address.': '192.0.2.1',
    'bellwether.dev/address.lan': '192.0.2.1',
  }
  ownAnnotations({ annotations }, SERVICE_ANNOTATIONS, service)
  ownAnnotations({ annotations }, NODE_ANNOTATIONS, node)
  t.equal(service.findings.length, 3)
  t.same(
    node.findings.map(({ code, message, hint, path }) => ({ code, message, hint, path })),
    ['adresses', 'address.'].map((name) => ({
      code: 'BW3012',
      message: `the annotation bellwether.dev/${name} means nothing on a Node`,
      hint: 'known here: bellwether.dev/address.<segment>',
      path: `metadata.annotations[bellwether.dev/${name}]`,
    })),
  )
  t.end()
})

t.test('readAddressList', (t) => {
  const to = reading('Service')
  const path = annotationPath('addresses')
  const read = readAddressList('192.0.2.1, 2001:DB8::1', path, 'BW3008', to)
  t.same(
    read?.map(({ text }) => text),
    ['192.0.2.1', '2001:db8::1'],
  )
  t.same(to.findings, [])
  t.equal(readAddressList('192.0.2.1,,192.0.2.007', path, 'BW3008', to), undefined)
  t.same(
    to.findings.map(({ message, hint }) => `${message} -> ${hint}`),
    [
      'Service x: an address is missing here -> write IPv4 as in 192.0.2.10, or IPv6 as in 2001:db8::10',
      'Service x: 007 has a leading zero, so some programs read it as octal -> write 192.0.2.7',
    ],
  )
  t.end()
})
