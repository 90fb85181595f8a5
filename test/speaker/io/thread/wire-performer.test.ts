import t from 'tap'
import type { Link } from '../../../../speaker/io/linux/link.ts'
import { createWirePerformer } from '../../../../speaker/io/thread/wire-performer.ts'
import type { Mac } from '../../../../speaker/wire/mac.ts'
import type { WireEffect } from '../../../../speaker/lan/effect.ts'

function link(name: string, log: string[], takes = true): Link {
  return {
    state: { name, index: 1, up: true, mac: '02:00:00:00:00:01' as Mac, addresses: [] },
    descriptors: [],
    patient: [],
    receive: () => undefined,
    send: (bytes) => {
      log.push(`${name}: ${bytes.length}`)
      return takes
    },
    listen: ({ nodes }) => {
      log.push(`${name} listens to ${nodes.length}`)
      return takes
    },
    close: () => undefined,
  }
}

function send(link: string): WireEffect {
  return { type: 'send', link, bytes: new Uint8Array(42) }
}

t.test('each effect goes to its link, and what was not sent is counted', (t) => {
  const log: string[] = []
  const links = [link('a', log), link('full', log, false)]
  const performer = createWirePerformer(
    () => links,
    () => 0,
  )
  performer.perform([send('a'), send('full'), send('gone'), send('a')], 0)
  performer.perform(
    [
      { type: 'listen', link: 'a', addresses: [], nodes: [] },
      { type: 'listen', link: 'gone', addresses: [], nodes: [] },
    ],
    0,
  )
  t.same(log, ['a: 42', 'full: 42', 'a: 42', 'a listens to 0'])
  t.equal(performer.sent, 2)
  t.equal(performer.sendFailures, 2)
  t.same(performer.take(), [])
  t.end()
})

t.test('what main has to do is gathered', (t) => {
  const performer = createWirePerformer(
    () => [],
    () => 0,
  )
  const report: WireEffect = {
    type: 'report',
    report: { level: 'info', event: 'Withdrawn', address: '10.0.0.1' },
  }
  performer.perform([report], 0)
  performer.perform([report], 0)
  t.same(performer.take(), [report, report])
  t.same(performer.take(), [])
  t.end()
})

t.test('a filter that the kernel refuses is reported', (t) => {
  const performer = createWirePerformer(
    () => [link('full', [], false)],
    () => 0,
  )
  performer.perform([{ type: 'listen', link: 'full', addresses: [], nodes: [] }], 0)
  t.match(performer.take(), [
    { type: 'report', report: { event: 'FilterRefused', link: 'full', hint: /optmem_max/ } },
  ])
  t.end()
})

t.test('what was made under a grant is not sent after its end', (t) => {
  const log: string[] = []
  let now = 0
  const performer = createWirePerformer(
    () => [link('a', log)],
    () => (now += 1),
  )
  performer.perform([send('a')], 0)
  performer.grant(3)
  performer.perform([send('a'), send('a'), send('a')], 0)
  t.same(
    log,
    ['a: 42', 'a: 42', 'a: 42'],
    'the clock stands at 3 when the turn of the last has come',
  )
  t.equal(performer.withheld, 1)
  performer.perform([send('a')], 3)
  t.equal(log.length, 4, 'one that listens probes nodes without a grant')
  performer.grant(Infinity)
  performer.perform([send('a')], 5)
  performer.grant(0)
  performer.perform([send('a')], 5)
  t.equal(log.length, 6)
  t.end()
})
