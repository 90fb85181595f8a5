import t from 'tap'
import { nodeOf, rankDelay, ranksBefore } from '../../../speaker/election/rank.ts'
import { RANK_SPAN } from '../../../speaker/election/timing.ts'

const NAMES = Array.from({ length: 200 }, (_, index) => `node-${index}`)

t.test('the node in the name of a holder', async (t) => {
  t.equal(nodeOf('worker-1_bellwether-x7k_2'), 'worker-1')
  t.equal(nodeOf('worker-1'), 'worker-1')
  t.equal(nodeOf(''), '')
})

t.test('a total order, the same as that of the delays', async (t) => {
  for (const [index, a] of NAMES.entries()) {
    const b = NAMES[(index * 7 + 3) % NAMES.length] ?? ''
    t.equal(ranksBefore(a, a), false)
    if (a !== b) t.not(ranksBefore(a, b), ranksBefore(b, a))
    if (rankDelay(a) < rankDelay(b)) t.ok(ranksBefore(a, b))
  }
})

t.test('delays are spread over their span', async (t) => {
  const delays = NAMES.map(rankDelay)
  t.ok(delays.every((delay) => delay >= 0 && delay < RANK_SPAN))
  t.ok(Math.min(...delays) < RANK_SPAN / 20)
  t.ok(Math.max(...delays) > RANK_SPAN - RANK_SPAN / 20)
})
