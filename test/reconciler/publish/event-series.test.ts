import t from 'tap'
import { EVENT_SETTINGS, EventSeries } from '../../../reconciler/publish/event-series.ts'
import type { Happening } from '../../../reconciler/publish/event-series.ts'

const START = Date.parse('2026-03-01T09:00:00.123Z')
const PLENTY = { burst: 100_000, perSecond: 1 }

function happening(parts: Partial<Happening> = {}): Happening {
  return {
    regarding: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web', uid: 'u-1' },
    type: 'Normal',
    reason: 'AddressAssigned',
    action: 'Assign',
    note: '198.51.100.240 of pool lan',
    ...parts,
  }
}

t.test('an event as events.k8s.io/v1 wants it', async (t) => {
  t.match(new EventSeries('pod-1').tell(happening(), START), {
    write: 'create',
    object: {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { name: /^web\.[0-9a-f]+$/, namespace: 'shop' },
      eventTime: '2026-03-01T09:00:00.123000Z',
      reportingController: 'bellwether.dev/reconciler',
      reportingInstance: 'pod-1',
      action: 'Assign',
      reason: 'AddressAssigned',
      regarding: { uid: 'u-1' },
      note: '198.51.100.240 of pool lan',
      type: 'Normal',
    },
  })
})

t.test('an event about what has no namespace; texts are as long as the API allows', async (t) => {
  const regarding = {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    name: 'p'.repeat(253),
  }
  const write = new EventSeries('i'.repeat(200)).tell(
    happening({ regarding, note: 'x'.repeat(2000) }),
    START,
  )
  const { metadata, ...event } = write!.object
  t.equal(metadata.namespace, 'default')
  t.ok(metadata.name.length <= 253)
  t.equal((event['note'] as string).length, 1024)
  t.equal((event['reportingInstance'] as string).length, 128)
})

t.test('what comes again within six minutes is a series', async (t) => {
  const events = new EventSeries('pod-1', PLENTY)
  const first = events.tell(happening(), START)!
  const { name } = first.object.metadata
  const minute = 60_000
  t.strictSame(events.tell(happening(), START + 6 * minute), {
    write: 'patch',
    object: {
      metadata: { name, namespace: 'shop' },
      series: { count: 2, lastObservedTime: '2026-03-01T09:06:00.123000Z' },
    },
  })
  t.match(events.tell(happening(), START + 12 * minute), { object: { series: { count: 3 } } })
  t.match(
    events.tell(happening(), START + 18 * minute + 1),
    { write: 'create' },
    'later it is another',
  )
  const others = [
    { note: 'another address' },
    { reason: 'AddressMoved' },
    { type: 'Warning' },
    { regarding: { apiVersion: 'v1', kind: 'Service', name: 'web' } },
  ] as const
  for (const other of others) t.match(events.tell(happening(other), START), { write: 'create' })
})

t.test('more than the rate allows is counted, not told', async (t) => {
  const events = new EventSeries('pod-1')
  const tell = (number: number, at: number) => events.tell(happening({ note: `${number}` }), at)
  const told = Array.from({ length: 100 }, (_, number) => tell(number, START)).filter(Boolean)
  t.equal(told.length, EVENT_SETTINGS.burst)
  t.equal(events.dropped, 75)
  t.ok(tell(101, START + 2000))
  t.notOk(tell(102, START + 2000))
  t.notOk(tell(103, START), 'a clock that goes back gives nothing')
})

t.test('repetitions that were not told are in the count', async (t) => {
  const events = new EventSeries('pod-1', { burst: 1, perSecond: 1 })
  events.tell(happening(), START)
  t.equal(events.tell(happening(), START + 1), undefined)
  t.match(events.tell(happening(), START + 2000), { object: { series: { count: 3 } } })
})

t.test('the oldest series is forgotten, not all of them kept', async (t) => {
  const events = new EventSeries('pod-1', PLENTY)
  for (let number = 0; number <= 4096; number++)
    events.tell(happening({ note: `${number}` }), START)
  t.match(events.tell(happening({ note: '0' }), START), { write: 'create' })
  t.match(events.tell(happening({ note: '4096' }), START), { write: 'patch' })
})
