import t from 'tap'
import { createAskers } from '../../../speaker/announcing/askers.ts'
import {
  ASKER_LIFETIME,
  ASKER_REFRESH,
  MAX_ALL_ASKERS,
  MAX_ASKERS,
} from '../../../speaker/timing/constants.ts'
import { hex } from '../../support/wire/hex.ts'

const asker = (hardware: string, protocol: string) => ({
  hardware: hex(hardware),
  protocol: hex(protocol),
})
const ONE = asker('0200000000aa', '0a000032')
const OTHER = asker('0200000000bb', '20010db8000000000000000000000032')

/** So many different ones. */
function crowd(count: number) {
  return Array.from({ length: count }, (_, index) =>
    asker('0200000000aa', `0a${index.toString(16).padStart(6, '0')}`),
  )
}

t.test('askers are remembered for each binding, in the order in which they appeared', async (t) => {
  const askers = createAskers()
  askers.remember('a', ONE, 0)
  askers.remember('a', OTHER, 0)
  askers.remember('a', ONE, 0)
  askers.remember('b', OTHER, 0)
  t.strictSame(askers.of('a'), [ONE, OTHER])
  t.strictSame(askers.of('b'), [OTHER])
  t.strictSame(askers.of('c'), [])
  t.equal(askers.size, 3)
})

t.test('an asker with a new MAC replaces the old one', async (t) => {
  const askers = createAskers()
  const moved = asker('0200000000cc', '0a000032')
  askers.remember('a', ONE, 0)
  askers.remember('a', moved, 0)
  t.strictSame(askers.of('a'), [moved])
  t.equal(askers.size, 1)
})

t.test('the octets are copied: they are part of a frame that is written over', async (t) => {
  const askers = createAskers()
  const { hardware, protocol } = asker('0200000000aa', '0a000032')
  askers.remember('a', { hardware, protocol }, 0)
  hardware.fill(0)
  protocol.fill(0)
  t.strictSame(askers.of('a'), [ONE])
})

t.test('the oldest of an address gives way when there are too many', async (t) => {
  const askers = createAskers()
  const all = crowd(MAX_ASKERS + 1)
  for (const one of all) askers.remember('a', one, 0)
  t.strictSame(askers.of('a'), all.slice(1))
})

t.test('the oldest of all gives way, whosever address it asked for', async (t) => {
  const askers = createAskers()
  const bindings = MAX_ALL_ASKERS / MAX_ASKERS
  for (const [index, one] of crowd(MAX_ALL_ASKERS).entries())
    askers.remember(`${index % bindings}`, one, 0)
  t.equal(askers.size, MAX_ALL_ASKERS)
  askers.remember('another', ONE, 0)
  t.equal(askers.size, MAX_ALL_ASKERS)
  t.equal(askers.of('0').length, MAX_ASKERS - 1)
  t.strictSame(askers.of('another'), [ONE])
})

t.test('a quarter of a million invented askers cost no more than the caps', async (t) => {
  const askers = createAskers()
  const one = asker('0200000000aa', '0a000000')
  const octets = new DataView(one.protocol.buffer)
  for (let index = 0; index < 250_000; index++) {
    octets.setUint32(0, index)
    askers.remember(`${index % 1_000}`, one, index / 1_000)
  }
  t.equal(askers.size, MAX_ALL_ASKERS)
  t.ok(askers.takeDue(1e9).length <= MAX_ALL_ASKERS)
  t.equal(askers.size, 0, 'and they are forgotten, since they never ask again')
})

t.test('who has asked is told again, as long as it keeps asking', async (t) => {
  const askers = createAskers()
  t.equal(askers.deadline, undefined)
  askers.remember('a', ONE, 0)
  askers.remember('b', OTHER, 4_000)
  t.equal(askers.deadline, ASKER_REFRESH)
  t.strictSame(askers.takeDue(ASKER_REFRESH - 1), [])
  t.match(askers.takeDue(ASKER_REFRESH), [{ bindingKey: 'a', asker: ONE }])
  t.equal(askers.deadline, 4_000 + ASKER_REFRESH)
  t.match(askers.takeDue(4_000 + ASKER_REFRESH), [{ bindingKey: 'b', asker: OTHER }])
  t.equal(askers.deadline, 2 * ASKER_REFRESH)
})

t.test('who has not asked for long is forgotten', async (t) => {
  const askers = createAskers()
  askers.remember('a', ONE, 0)
  askers.remember('a', OTHER, 0)
  askers.remember('a', ONE, 5_000)
  for (let now = ASKER_REFRESH; now < ASKER_LIFETIME; now += ASKER_REFRESH)
    t.equal(askers.takeDue(now).length, 2)
  t.match(askers.takeDue(ASKER_LIFETIME), [{ asker: ONE }])
  t.strictSame(askers.of('a'), [ONE])
  t.strictSame(askers.takeDue(ASKER_LIFETIME + ASKER_REFRESH), [])
  t.equal(askers.size, 0)
})

t.test(
  'the newest are the hosts that were told last, each once, and only those wanted',
  async (t) => {
    const askers = createAskers()
    const third = asker('0200000000cc', '0a000033')
    for (const one of [ONE, third, OTHER, ...crowd(3)]) askers.remember('a', one, 0)
    askers.remember('b', OTHER, 0)
    const newest = (count: number, isWanted = () => true) =>
      askers.newest(count, isWanted).map(({ asker, bindingKey }) => [bindingKey, asker])
    t.strictSame(newest(2), [
      ['b', OTHER],
      ['a', crowd(3)[2]],
    ])
    t.strictSame(newest(9).length, 3)
    t.strictSame(askers.newest(1, ({ bindingKey }) => bindingKey === 'a')[0]?.asker, crowd(3)[2])
    t.strictSame(
      createAskers().newest(2, () => true),
      [],
    )
  },
)

t.test('askers of a binding that is gone are forgotten', async (t) => {
  const askers = createAskers()
  askers.remember('a', ONE, 0)
  askers.remember('b', ONE, 0)
  askers.keep(new Set(['b']))
  t.strictSame([askers.of('a'), askers.of('b')], [[], [ONE]])
  t.equal(askers.size, 1)
})
