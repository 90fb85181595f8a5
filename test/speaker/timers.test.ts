import t from 'tap'
import { createTimers } from '../../speaker/timers.ts'

t.test('what is due is taken once, the earliest first', async (t) => {
  const timers = createTimers()
  for (const [name, due] of [
    ['late', 30],
    ['first', 10],
    ['second', 20],
    ['with second', 20],
  ] as const)
    timers.set(name, due)
  t.equal(timers.earliest, 10)
  t.strictSame(timers.takeDue(9), [])
  t.strictSame(timers.takeDue(20), ['first', 'second', 'with second'])
  t.equal(timers.earliest, 30)
  t.strictSame(timers.takeDue(20), [])
})

t.test('a timer that is set again counts once, at its new time', async (t) => {
  const timers = createTimers()
  timers.set('one', 10)
  timers.set('other', 15)
  timers.set('one', 20)
  t.equal(timers.earliest, 15)
  timers.set('one', 5)
  t.equal(timers.earliest, 5)
  t.strictSame(timers.takeDue(100), ['one', 'other'])
  t.equal(timers.earliest, undefined)
})

t.test('a timer that is cleared is never due', async (t) => {
  const timers = createTimers()
  timers.set('one', 10)
  timers.set('other', 15)
  t.ok(timers.has('one'))
  timers.set('much later', 90)
  timers.set('later', 40)
  timers.clear('one')
  timers.clear('no such one')
  t.notOk(timers.has('one'))
  t.equal(timers.earliest, 15)
  t.strictSame(timers.takeDue(15), ['other'])
  t.equal(timers.earliest, 40)
})
