import fc from 'fast-check'
import t from 'tap'
import { createWitnesses } from '../../../speaker/lan/witnesses.ts'
import { macBytes } from '../../../speaker/wire/mac.ts'
import { mac } from '../../support/wire/frame-text.ts'
import { PROPERTY } from '../../support/planning/generate-inputs.ts'
import { CLIENT, octets, WORKER_1, WORKER_2 } from '../../support/wire/wire-fixtures.ts'

/** A frame of a host; who asks for whom does not matter. */
function frameOf(source: string): Uint8Array {
  return octets(`${source} > broadcast ARP request who-has 10.0.0.254 tell 10.0.0.50`)
}

const of = (text: string) => macBytes(mac(text))

t.test('where nobody has been heard, there is no witness', async (t) => {
  t.notOk(createWitnesses().heardOther(of(WORKER_1), -Infinity))
})

t.test('a host is no witness of its own silence', async (t) => {
  const witnesses = createWitnesses()
  witnesses.note(frameOf(WORKER_1), 10)
  t.notOk(witnesses.heardOther(of(WORKER_1), 0))
  t.ok(witnesses.heardOther(of(WORKER_2), 0))
})

t.test('a witness counts from the very moment that is asked for', async (t) => {
  const witnesses = createWitnesses()
  witnesses.note(frameOf(CLIENT), 10)
  t.ok(witnesses.heardOther(of(WORKER_1), 10))
  t.notOk(witnesses.heardOther(of(WORKER_1), 10.1))
})

t.test('one that talks all the time does not hide who was heard before', async (t) => {
  const witnesses = createWitnesses()
  witnesses.note(frameOf(CLIENT), 10)
  for (const at of [11, 12, 13]) witnesses.note(frameOf(WORKER_1), at)
  t.ok(witnesses.heardOther(of(WORKER_1), 10), 'the client')
  t.notOk(witnesses.heardOther(of(WORKER_1), 11), 'the client was heard before')
  t.ok(witnesses.heardOther(of(CLIENT), 13), 'worker-1, the last time')
})

t.test('two that take turns are both up to date', async (t) => {
  const witnesses = createWitnesses()
  for (const at of [1, 2, 3, 4]) witnesses.note(frameOf(at % 2 === 0 ? WORKER_1 : WORKER_2), at)
  t.ok(witnesses.heardOther(of(WORKER_1), 3))
  t.notOk(witnesses.heardOther(of(WORKER_1), 4))
  t.ok(witnesses.heardOther(of(WORKER_2), 4))
})

t.test('frames are not kept: the buffer may be used again', async (t) => {
  const witnesses = createWitnesses()
  const buffer = frameOf(WORKER_1)
  witnesses.note(buffer, 1)
  buffer.set(frameOf(WORKER_2))
  t.notOk(witnesses.heardOther(of(WORKER_1), 0))
  witnesses.note(buffer, 2)
  buffer.set(frameOf(CLIENT))
  t.ok(witnesses.heardOther(of(WORKER_1), 2))
  t.notOk(witnesses.heardOther(of(WORKER_2), 2))
})

const HOSTS = [CLIENT, WORKER_1, WORKER_2, '02:00:00:00:00:0d'] as const
const aFrame = fc.record({ host: fc.nat(HOSTS.length - 1), later: fc.nat(3) })

t.test('two sources are enough to know what a full list would tell', async () => {
  fc.assert(
    fc.property(fc.array(aFrame), fc.nat(60), (frames, since) => {
      const witnesses = createWitnesses()
      const all: { readonly source: string; readonly at: number }[] = []
      let at = 0
      for (const { host, later } of frames) {
        at += later
        const source = HOSTS[host] ?? CLIENT
        witnesses.note(frameOf(source), at)
        all.push({ source, at })
      }
      return HOSTS.every(
        (host) =>
          witnesses.heardOther(of(host), since) ===
          all.some((heard) => heard.source !== host && heard.at >= since),
      )
    }),
    PROPERTY,
  )
})
