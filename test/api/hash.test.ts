import t from 'tap'
import { hashName, hashPair } from '../../api/hash.ts'

t.test('the same text has the same hash, on every machine', async (t) => {
  t.equal(hashName('node-1'), hashName('node-1'))
  t.strictSame([hashName(''), hashName('a')], [hashName(''), hashName('a')])
})

t.test('neighbours differ in about half of their bits', async (t) => {
  const bits = (value: number): number => (value >>> 0).toString(2).replaceAll('0', '').length
  for (let index = 0; index < 200; index++) {
    const differing = bits(hashName(`node-${index}`) ^ hashName(`node-${index + 1}`))
    t.ok(differing >= 4 && differing <= 28, `node-${index}: ${differing}`)
  }
})

t.test('the pairs of an address prefer each node about equally often', async (t) => {
  const nodes = Array.from({ length: 4 }, (_, index) => hashName(`node-${index}`))
  const wins = [0, 0, 0, 0]
  for (let index = 0; index < 4_000; index++) {
    const weights = nodes.map((node) => hashPair(node, hashName(`192.0.2.${index}`)))
    wins[weights.indexOf(Math.max(...weights))]!++
  }
  for (const count of wins) t.ok(count > 900 && count < 1_100, `${count}`)
})

t.test('a pair is not its reverse', async (t) => {
  t.not(hashPair(1, 2), hashPair(2, 1))
})
