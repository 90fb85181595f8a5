import t from 'tap'
import type { Link } from '../../../../speaker/io/linux/link.ts'
import { createOpenLinks } from '../../../../speaker/io/linux/links.ts'
import type { Mac } from '../../../../speaker/wire/mac.ts'
import type { LinkState } from '../../../../speaker/lan/link-state.ts'

function state(name: string, index: number, up = true): LinkState {
  return { name, index, up, mac: '02:00:00:00:00:01' as Mac, addresses: [] }
}

function recorder() {
  const log: string[] = []
  const open = (state: LinkState): Link | undefined => {
    if (state.name === 'gone') return undefined
    log.push(`open ${state.name} ${state.index}`)
    return {
      state,
      descriptors: [state.index],
      patient: [],
      receive: () => undefined,
      send: () => true,
      listen: () => true,
      close: () => void log.push(`close ${state.name} ${state.index}`),
    }
  }
  return { log, links: createOpenLinks(open) }
}

t.test('links are opened, kept, replaced and closed', (t) => {
  const { log, links } = recorder()
  t.equal(links.update([state('a', 1), state('b', 2)]), true)
  t.equal(links.update([state('a', 1), state('b', 2)]), false, 'nothing has changed')
  t.equal(links.update([state('a', 1, false), state('b', 3)]), true)
  t.same(
    links.all.map((link) => [link.state.name, link.state.up, link.descriptors]),
    [
      ['a', false, [1]],
      ['b', true, [3]],
    ],
  )
  links.update([])
  t.same(log, ['open a 1', 'open b 2', 'close b 2', 'open b 3', 'close a 1', 'close b 3'])
  t.end()
})

t.test('an interface that has gone again is left out', (t) => {
  const { links } = recorder()
  links.update([state('gone', 1), state('b', 2)])
  t.same(
    links.all.map((link) => link.state.name),
    ['b'],
  )
  t.end()
})
