import t from 'tap'
import { createAwaitedPlaces } from '../../../speaker/serving/awaited-places.ts'
import { LONGEST_WAIT } from '../../../speaker/serving/timing.ts'
import { localPlan } from '../../support/speaker/local-plan.ts'

const PORT = 31_000
const at = (...candidates: number[]) =>
  localPlan(3, { '10.0.0.100': { port: PORT, candidates }, '10.0.0.101': { candidates } })
const never = () => false

t.test('a planned move of an address with local endpoints is awaited, for so long', async (t) => {
  const places = createAwaitedPlaces()
  t.strictSame(places.follow(at(0), never, 1_000), [], 'a first owner is no move')
  t.equal(places.deadline, undefined)
  const place = { address: '10.0.0.100', node: 'b' }
  const until = 2_000 + LONGEST_WAIT
  t.strictSame(places.follow(at(1), never, 2_000), [{ ...place, port: PORT, until }])
  t.strictSame(places.places(), [place])
  t.equal(places.deadline, until)
  t.ok(places.has('b', PORT))
  t.notOk(places.has('a', PORT))
  t.strictSame(places.follow(at(1, 2), never, 2_500), [], 'the same owner again')
  t.equal(places.deadline, until)
  t.strictSame(places.expire(until - 1), [])
  t.match(places.expire(until), [place])
  t.strictSame(places.places(), [])
})

t.test('not where the new owner is known to have endpoints', async (t) => {
  const places = createAwaitedPlaces()
  places.follow(at(0), never, 0)
  t.strictSame(
    places.follow(at(1), (node, port) => node === 'b' && port === PORT, 1),
    [],
  )
})

t.test('it ends with endpoints, or with another plan', async (t) => {
  const places = createAwaitedPlaces()
  places.follow(at(0), never, 0)
  places.follow(at(1), never, 1)
  places.end('c', PORT)
  t.ok(places.has('b', PORT))
  places.end('b', PORT)
  t.notOk(places.has('b', PORT))
  t.equal(places.follow(at(2), never, 2).length, 1)
  t.equal(places.follow(at(0), never, 3).length, 1)
  t.notOk(places.has('c', PORT))
  places.follow(localPlan(3, {}), never, 4)
  t.strictSame(places.places(), [])
})

t.test('an address without candidates is nowhere', async (t) => {
  const places = createAwaitedPlaces()
  places.follow(at(0), never, 0)
  t.strictSame(places.follow(at(), never, 1), [])
  t.strictSame(places.follow(at(9), never, 2), [])
  t.strictSame(places.follow(at(1), never, 3), [], 'a first owner again')
})
