import t from 'tap'
import type { Address } from '../../../../api/address.ts'
import { parseAddress } from '../../../../api/address.ts'
import { createIcmpv6Side } from '../../../../speaker/io/process/icmpv6-side.ts'
import type { ForwardedEffect } from '../../../../speaker/io/thread/worker-messages.ts'
import type { SpeakerReport } from '../../../../speaker/reports/report.ts'
import type { NamedLink } from '../../../../speaker/io/linux/link.ts'

const GROUP = parseAddress('ff02::1:ff00:1') as Address
const OTHER = parseAddress('ff02::1:ff00:2') as Address
const eth0 = { name: 'eth0', index: 2 }

/** Sockets that write down what is asked of them; `refused` are the groups they do not take. */
function create(given: { readonly refused?: readonly Address[] } = {}) {
  const log: string[] = []
  const reports: SpeakerReport[] = []
  const open = (link: NamedLink) => {
    log.push(`open ${link.index}`)
    return {
      join: (group: Address) => {
        if (given.refused?.includes(group)) throw new Error('Cannot allocate memory')
        log.push(`join ${group.text}`)
      },
      leave: (group: Address) => void log.push(`leave ${group.text}`),
      close: () => void log.push(`close ${link.index}`),
    }
  }
  return { log, reports, side: createIcmpv6Side(open, (report) => void reports.push(report)) }
}

function member(type: 'join' | 'leave', group: Address, link = 'eth0'): ForwardedEffect {
  return { type, link, group }
}

t.test('a group that two segments want is joined once and left with the second', (t) => {
  const { side, log } = create()
  side.setLinks([eth0])
  side.perform([member('join', GROUP), member('join', GROUP), member('leave', GROUP)])
  t.same(log, ['open 2', `join ${GROUP.text}`])
  side.perform([member('leave', GROUP), member('leave', GROUP)])
  t.same(log.slice(2), [`leave ${GROUP.text}`])
  t.end()
})

t.test('an interface that was deleted and made again is joined again', (t) => {
  const { side, log } = create()
  side.setLinks([eth0])
  side.perform([member('join', GROUP), member('join', OTHER), member('leave', OTHER)])
  log.length = 0
  side.setLinks([{ name: 'eth0', index: 9 }])
  t.same(log, ['close 2', 'open 9', `join ${GROUP.text}`])
  side.setLinks([])
  side.perform([member('leave', GROUP), member('join', OTHER)])
  t.same(log.slice(3), ['close 9'], 'what is gone needs no leaving')
  side.setLinks([eth0])
  t.end()
})

t.test('refusals of one turn are one report for each link', (t) => {
  const { side, reports } = create({ refused: [GROUP, OTHER] })
  side.setLinks([eth0])
  side.perform([member('join', GROUP), member('join', OTHER)])
  t.match(reports, [
    {
      level: 'error',
      event: 'GroupsRefused',
      link: 'eth0',
      groups: [GROUP.text, OTHER.text],
      message: /2 multicast groups on eth0: Cannot allocate memory/,
    },
  ])
  t.end()
})

t.test('reports pass', (t) => {
  const { side, reports } = create()
  const report = { level: 'info', event: 'Withdrawn', address: 'fd00::1' } as const
  side.setLinks([eth0])
  side.perform([{ type: 'report', report }])
  t.same(reports, [report])
  t.end()
})
