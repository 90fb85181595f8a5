import t from 'tap'
import type { Address } from '../../../reconciler/address.ts'
import { parseAddress } from '../../../reconciler/address.ts'
import type { Advertisement } from '../../../speaker/io/advertiser.ts'
import { createAdvertiser } from '../../../speaker/io/advertiser.ts'
import { createIcmpv6Links } from '../../../speaker/io/icmpv6-links.ts'
import type { AdvertisementNotSent } from '../../../speaker/report.ts'
import type { Mac } from '../../../speaker/wire/mac.ts'

function advertisement(
  mac = '02:00:00:00:00:01',
  address = 'fd00::1',
  until = Infinity,
): Advertisement {
  return {
    type: 'advertise',
    link: 'eth0',
    address: parseAddress(address) as Address,
    mac: mac as Mac,
    message: Uint8Array.of(Number.parseInt(mac.slice(-2), 16)),
    until,
  }
}

/** The first `failures` sends fail. Timers run when `advance` is called. */
function create(failures: number) {
  const sent: number[] = []
  const reports: AdvertisementNotSent[] = []
  const waits: number[] = []
  let time = 0
  let timers: (() => void)[] = []
  const links = createIcmpv6Links(() => ({
    join: () => undefined,
    leave: () => undefined,
    close: () => undefined,
    sendToAllNodes: (message, done) => {
      if (failures-- > 0) return done(new Error('Cannot assign requested address'))
      sent.push(message[0] ?? 0)
      done(null)
    },
  }))
  links.update([{ name: 'eth0', index: 2 }])
  const advertiser = createAdvertiser({
    links,
    report: (report) => void reports.push(report),
    now: () => time,
    later: (wait, work) => {
      waits.push(wait)
      timers.push(work)
      return () => (timers = timers.filter((one) => one !== work))
    },
  })
  const advance = () => {
    time = waits.reduce((sum, wait) => sum + wait, 0)
    timers.splice(0).forEach((work) => work())
  }
  return { advertiser, links, sent, reports, waits, advance }
}

t.test('a send that fails is tried again', (t) => {
  const { advertiser, sent, reports, waits, advance } = create(2)
  advertiser.send(advertisement())
  t.same(sent, [])
  advance()
  advance()
  t.same(sent, [1])
  t.same(waits, [100, 200])
  t.same(reports, [])
  advance()
  t.same(sent, [1], 'once is enough')
  t.end()
})

t.test('after the last try it is reported', (t) => {
  const { advertiser, reports, waits, advance } = create(99)
  advertiser.send(advertisement())
  for (let turn = 0; turn < 9; turn++) advance()
  t.same(waits, [100, 200, 400, 800, 1600])
  t.match(reports, [
    { event: 'AdvertisementNotSent', address: 'fd00::1', link: 'eth0', message: /Cannot assign/ },
  ])
  t.end()
})

t.test('a newer advertisement takes the place of one that waits', (t) => {
  const { advertiser, sent, advance } = create(1)
  advertiser.send(advertisement('02:00:00:00:00:01'))
  advertiser.send(advertisement('02:00:00:00:00:02'))
  advance()
  t.same(sent, [2])
  t.end()
})

t.test('what is withdrawn, or was waiting at the end, is not sent', (t) => {
  const { advertiser, sent, advance } = create(2)
  advertiser.send(advertisement('02:00:00:00:00:01', 'fd00::1'))
  advertiser.send(advertisement('02:00:00:00:00:02', 'fd00::12'))
  advertiser.forget('fd00::1')
  advance()
  t.same(sent, [2], 'another address is not meant')
  const ended = create(1)
  ended.advertiser.send(advertisement())
  ended.advertiser.close()
  ended.advance()
  t.same(ended.sent, [])
  t.end()
})

t.test('a link that is gone is no failure to report', (t) => {
  const { advertiser, links, reports, advance } = create(99)
  advertiser.send(advertisement())
  links.update([])
  for (let turn = 0; turn < 9; turn++) advance()
  t.same(reports, [])
  t.end()
})

t.test('nothing is sent after the grant has ended, nor tried again', (t) => {
  const { advertiser, sent, reports, advance } = create(2)
  advertiser.send(advertisement('02:00:00:00:00:01', 'fd00::1', 300))
  advance()
  advance()
  t.same(sent, [], 'the second retry would be at 300')
  t.same(reports, [], 'that is no failure')
  advertiser.send(advertisement('02:00:00:00:00:02', 'fd00::1', 300))
  t.same(sent, [], 'it comes too late')
  advertiser.send(advertisement('02:00:00:00:00:03', 'fd00::1', 301))
  t.same(sent, [3])
  t.end()
})
