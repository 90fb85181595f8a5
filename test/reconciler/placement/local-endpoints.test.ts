import t from 'tap'
import { servingNodes } from '../../../reconciler/placement/local-endpoints.ts'
import type { EndpointFact } from '../../../reconciler/model/model.ts'
import { facts, service } from '../../support/planning/facts.ts'

function ready(nodeName: string | undefined): EndpointFact {
  return { nodeName, ready: true, serving: true, terminating: false }
}

function draining(nodeName: string): EndpointFact {
  return { nodeName, ready: false, serving: true, terminating: true }
}

function broken(nodeName: string): EndpointFact {
  return { nodeName, ready: false, serving: false, terminating: false }
}

const cases: readonly {
  readonly name: string
  readonly services: readonly string[]
  readonly endpoints?: Readonly<Record<string, readonly EndpointFact[]>>
  readonly expected: ReturnType<ReturnType<typeof servingNodes>>
}[] = [
  {
    name: 'Cluster: any node',
    services: ['a/cluster'],
    endpoints: { 'a/cluster': [ready('n1')] },
    expected: { type: 'any' },
  },
  {
    name: 'a Service that is not known counts as Cluster',
    services: ['a/x'],
    expected: { type: 'any' },
  },
  {
    name: 'Local: nodes with ready endpoints, and those alone',
    services: ['a/local'],
    endpoints: { 'a/local': [ready('n2'), ready('n1'), ready('n2'), draining('n3'), broken('n4')] },
    expected: { type: 'some', names: ['n1', 'n2'] },
  },
  {
    name: 'without ready ones, those that serve while terminating',
    services: ['a/local'],
    endpoints: { 'a/local': [draining('n3'), broken('n4')] },
    expected: { type: 'some', names: ['n3'] },
  },
  {
    name: 'none that may serve',
    services: ['a/local'],
    endpoints: { 'a/local': [broken('n4')] },
    expected: { type: 'some', names: [] },
  },
  { name: 'no slice at all', services: ['a/local'], expected: { type: 'some', names: [] } },
  {
    name: 'an endpoint that names no node makes it Cluster',
    services: ['a/local'],
    endpoints: { 'a/local': [ready('n1'), ready(undefined)] },
    expected: { type: 'any' },
  },
  {
    name: 'a shared address: nodes that serve all of its Local Services',
    services: ['a/cluster', 'a/local', 'a/other'],
    endpoints: { 'a/local': [ready('n1'), ready('n2')], 'a/other': [ready('n2'), ready('n3')] },
    expected: { type: 'some', names: ['n2'] },
  },
  {
    name: 'or any of them, where no node serves all',
    services: ['a/local', 'a/other'],
    endpoints: { 'a/local': [ready('n2')], 'a/other': [ready('n1')] },
    expected: { type: 'some', names: ['n1', 'n2'] },
  },
]

const services = [
  service('a/cluster'),
  service('a/local', { externalTrafficPolicy: 'Local' }),
  service('a/other', { externalTrafficPolicy: 'Local' }),
]

for (const { name, services: keys, endpoints = {}, expected } of cases)
  t.test(name, async (t) => {
    const known = facts(services, { endpoints: new Map(Object.entries(endpoints)) })
    t.strictSame(servingNodes(known)(keys), expected)
  })

t.test('without EndpointSlices nobody knows where a Local Service is served', async (t) => {
  const serving = servingNodes(facts(services, { endpoints: undefined }))
  t.strictSame(serving(['a/local']), { type: 'unknown' })
  t.strictSame(serving(['a/cluster']), { type: 'any' })
})

t.test('without Services nobody knows of a traffic policy', async (t) => {
  t.strictSame(servingNodes(facts(undefined))(['a/local']), { type: 'any' })
})
