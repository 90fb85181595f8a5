import { mock } from 'node:test'
import t from 'tap'
import { drive, type DeadlineEvent } from '../../daemon/drive.ts'

type Event = DeadlineEvent | { readonly type: 'set'; readonly at: number | undefined }

const DAY = 86_400_000

/** Asks for one deadline, and says what it was told. */
class Alarm {
  deadline: number | undefined

  handle(event: Event, now: number): readonly string[] {
    this.deadline = event.type === 'set' ? event.at : undefined
    return event.type === 'deadline' ? [`deadline at ${now}`] : []
  }
}

/** A driver whose time passes when the test says so. */
function driven(perform?: (effects: readonly string[]) => void) {
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout'] })
  let now = 0
  const done: string[] = []
  const driver = drive<Event, string>(
    new Alarm(),
    () => now,
    perform ?? ((effects) => done.push(...effects)),
  )
  const pass = (milliseconds: number, byClock = milliseconds) => {
    now += byClock
    mock.timers.tick(milliseconds)
  }
  return { driver, done, pass }
}

t.teardown(() => mock.timers.reset())

t.test('the machine is told its deadline when it has come', async (t) => {
  const { driver, done, pass } = driven()
  driver.tell({ type: 'set', at: 50 })
  pass(49)
  t.strictSame(done, [])
  pass(1)
  t.strictSame(done, ['deadline at 50'])
  pass(DAY)
  t.equal(done.length, 1, 'once')
})

t.test('one timer alone: a later deadline takes the place of the one before', async (t) => {
  const { driver, done, pass } = driven()
  driver.tell({ type: 'set', at: 50 })
  driver.tell({ type: 'set', at: 80 })
  pass(79)
  t.strictSame(done, [])
  pass(1)
  t.strictSame(done, ['deadline at 80'])
  driver.tell({ type: 'set', at: 90 })
  driver.tell({ type: 'set', at: undefined })
  pass(DAY)
  t.equal(done.length, 1)
})

t.test('a deadline that has passed is told in a turn of its own', async (t) => {
  const { driver, done, pass } = driven()
  driver.tell({ type: 'set', at: -Infinity })
  t.strictSame(done, [])
  pass(1)
  t.strictSame(done, ['deadline at 1'])
})

t.test('a timer that comes early is set again', async (t) => {
  const { driver, done, pass } = driven()
  driver.tell({ type: 'set', at: 50 })
  pass(50, 49.5)
  t.strictSame(done, [])
  pass(1)
  t.strictSame(done, ['deadline at 50.5'])
})

t.test('a deadline may be further away than a timer of Node can be', async (t) => {
  const { driver, done, pass } = driven()
  driver.tell({ type: 'set', at: 60 * DAY })
  for (let days = 0; days < 59; days++) pass(DAY)
  t.strictSame(done, [])
  pass(DAY)
  t.strictSame(done, [`deadline at ${60 * DAY}`])
})

t.test('the timer is set even if performing throws', async (t) => {
  let isBroken = true
  const done: string[] = []
  const { driver, pass } = driven((effects) => {
    done.push(...effects)
    if (isBroken) throw new Error('broken')
  })
  t.throws(() => driver.tell({ type: 'set', at: 10 }), { message: 'broken' })
  isBroken = false
  pass(10)
  t.strictSame(done, ['deadline at 10'])
})

t.test('nothing happens once it is closed', async (t) => {
  const { driver, done, pass } = driven()
  driver.tell({ type: 'set', at: 10 })
  driver.close()
  driver.tell({ type: 'set', at: 5 })
  pass(DAY)
  t.strictSame(done, [])
})

t.test('closed while it performs, it sets no timer', async (t) => {
  const done: string[] = []
  const { driver, pass } = driven((effects) => {
    done.push(...effects)
    driver.close()
  })
  driver.tell({ type: 'set', at: 10 })
  pass(DAY)
  t.strictSame(done, [])
})
