import t from 'tap'
import { parseAddress, type Address } from '../../../api/address.ts'
import { createLinkFilters, type FilterEffect } from '../../../speaker/machine/link-filters.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

function listen(
  link: string,
  addresses: readonly string[],
  nodes: readonly string[] = [],
): FilterEffect {
  const parsed = (texts: readonly string[]) => texts.map((text) => parseAddress(text) as Address)
  return { type: 'listen', link, addresses: parsed(addresses), nodes: parsed(nodes) }
}

const sent: WireEffect = { type: 'send', link: 'a', bytes: new Uint8Array() }

function texts(effects: readonly WireEffect[]): string[] {
  return effects.map((effect) => {
    if (effect.type !== 'listen') return effect.type
    const [addresses, nodes] = [effect.addresses, effect.nodes].map((all) =>
      all.map(({ text }) => text).join(' '),
    )
    return `${effect.link}: ${addresses}; ${nodes}`
  })
}

t.test('effects without any are what they were', (t) => {
  const effects = [sent]
  t.equal(createLinkFilters().join('red', effects), effects)
  t.end()
})

t.test('the newest of each machine counts, and comes first', (t) => {
  const filters = createLinkFilters()
  t.same(texts(filters.join('red', [sent, listen('a', ['10.0.0.1'], ['10.0.0.9'])])), [
    'a: 10.0.0.1; 10.0.0.9',
    'send',
  ])
  t.same(texts(filters.join('blue', [listen('a', ['10.0.0.2'], ['10.0.0.8'])])), [
    'a: 10.0.0.2 10.0.0.1; 10.0.0.8 10.0.0.9',
  ])
  t.same(
    texts(
      filters.join('red', [listen('a', []), listen('b', ['10.0.0.4']), listen('a', ['10.0.0.3'])]),
    ),
    ['a: 10.0.0.2 10.0.0.3; 10.0.0.8', 'b: 10.0.0.4; '],
  )
  t.same(texts(filters.end('red')), ['a: 10.0.0.2; 10.0.0.8', 'b: ; '])
  t.same(texts(filters.end('red')), [], 'it has ended already')
  t.end()
})
