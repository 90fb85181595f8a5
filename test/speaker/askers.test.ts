import t from 'tap'
import { createAskers } from '../../speaker/askers.ts'
import { MAX_ASKERS } from '../../speaker/timing.ts'
import { hex } from '../support/hex.ts'

const asker = (hardware: string, protocol: string) => ({
  hardware: hex(hardware),
  protocol: hex(protocol),
})
const ONE = asker('0200000000aa', '0a000032')
const OTHER = asker('0200000000bb', '20010db8000000000000000000000032')

t.test('askers are remembered for each claim, in the order in which they appeared', async (t) => {
  const askers = createAskers()
  askers.remember('a', ONE)
  askers.remember('a', OTHER)
  askers.remember('a', ONE)
  askers.remember('b', OTHER)
  t.strictSame(askers.of('a'), [ONE, OTHER])
  t.strictSame(askers.of('b'), [OTHER])
  t.strictSame(askers.of('c'), [])
})

t.test('an asker with a new MAC replaces the old one', async (t) => {
  const askers = createAskers()
  const moved = asker('0200000000cc', '0a000032')
  askers.remember('a', ONE)
  askers.remember('a', moved)
  t.strictSame(askers.of('a'), [moved])
})

t.test('the octets are copied: they are part of a frame that is written over', async (t) => {
  const askers = createAskers()
  const { hardware, protocol } = asker('0200000000aa', '0a000032')
  askers.remember('a', { hardware, protocol })
  hardware.fill(0)
  protocol.fill(0)
  t.strictSame(askers.of('a'), [ONE])
})

t.test('the oldest gives way when there are too many', async (t) => {
  const askers = createAskers()
  const all = Array.from({ length: MAX_ASKERS + 1 }, (_, index) =>
    asker('0200000000aa', `0a0001${index.toString(16).padStart(2, '0')}`),
  )
  for (const one of all) askers.remember('a', one)
  t.strictSame(askers.of('a'), all.slice(1))
})

t.test('askers of a claim that is gone are forgotten', async (t) => {
  const askers = createAskers()
  askers.remember('a', ONE)
  askers.remember('b', ONE)
  askers.keep(new Set(['b']))
  t.strictSame([askers.of('a'), askers.of('b')], [[], [ONE]])
})
