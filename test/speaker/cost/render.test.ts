import t from 'tap'
import { expectedRates } from '../../../speaker/cost/expected-rates.ts'
import { renderCost } from '../../../speaker/cost/render.ts'
import { DEFAULT_SETTINGS } from '../../../speaker/machine/settings.ts'
import { planOf } from '../../support/speaker/plan-sketch.ts'

const nodes = [
  { name: 'one', addresses: ['10.0.0.1', 'fd00::1'] },
  { name: 'two', addresses: ['10.0.0.2'] },
  { name: 'three', addresses: ['10.0.0.3'] },
]
const plan = planOf({ nodes, owners: { '10.0.0.100': 0, 'fd00::100': 0 } })

t.test('what a plan costs', async (t) => {
  const text = renderCost(expectedRates(plan, DEFAULT_SETTINGS), DEFAULT_SETTINGS)
  t.equal(
    text,
    `Segment default: 1 IPv4 and 1 IPv6 addresses, 3 nodes.
On each link that carries all of them:

probes      22 a second, and as many answers
            1 node each 100 ms, 2 nodes each 1 s
stretched   no: the budget is 3500 a second (--probe-budget)
announcing  3 frames for all addresses, within 0.375 ms at 8000 a second (--frame-budget)
burst       15 frames in 5 rounds, over after 5 s; known askers get unicast frames on top
refresh     0.01 frames a second: each address every 300 s

POOL  ADDRESSES  PROBED EACH  MISSES  DEATH NOTICED WITHIN
pool  2          100 ms       5       260 ms, or 560 ms where nodes answer late
`,
  )
})

t.test('stretched, and never refreshed', async (t) => {
  const settings = { ...DEFAULT_SETTINGS, probesPerSecond: 11, refreshSeconds: 0 }
  const text = renderCost(expectedRates(plan, settings), settings)
  t.match(text, 'every interval 2 times: 22 a second are wanted, the budget is 11 a second')
  t.match(text, 'refresh     never (--refresh-interval 0)')
  t.match(text, 'pool  2          200 ms       5       520 ms, or 1.12 s')
})

t.test('nothing to announce, nobody to probe', async (t) => {
  const empty = planOf({ nodes: [], owners: {} })
  const text = renderCost(expectedRates(empty, DEFAULT_SETTINGS), DEFAULT_SETTINGS)
  t.match(text, 'there are no nodes')
  t.notMatch(text, 'POOL')
})
