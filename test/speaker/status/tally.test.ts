import t from 'tap'
import { createTally } from '../../../speaker/status/tally.ts'

t.test('what has never happened is missing', async (t) => {
  const empty = { frames: {}, sent: {}, moves: {}, verdicts: {}, holds: {}, conflicts: {} }
  t.strictSame(createTally().counters(), empty)
})

t.test('things are counted by group and kind', async (t) => {
  const tally = createTally()
  tally.count('frames', 'answered')
  tally.count('frames', 'answered')
  tally.count('sent', 'answered', 3)
  t.match(tally.counters(), { frames: { answered: 2 }, sent: { answered: 3 } })
})

t.test('what was told does not change afterwards', async (t) => {
  const tally = createTally()
  tally.count('moves', 'planned')
  const before = tally.counters()
  tally.count('moves', 'planned')
  t.strictSame(before.moves, { planned: 1 })
})
