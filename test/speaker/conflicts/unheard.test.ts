import t from 'tap'
import { createUnheard } from '../../../speaker/conflicts/unheard.ts'
import { binding, lines } from '../../support/wire/wire-fixtures.ts'

const one = binding('10.0.0.100')
const other = binding('10.0.0.101')

t.test('what becomes unheard within half a second is told of together', async (t) => {
  const unheard = createUnheard()
  t.equal(unheard.deadline, undefined)
  unheard.mark(one, true, 0)
  unheard.mark(other, true, 400)
  t.equal(unheard.deadline, 900)
  t.strictSame(unheard.tick(899), [])
  t.match(unheard.tick(900), [
    {
      report: {
        level: 'error',
        event: 'AnnouncementsNotHeard',
        link: 'eth0',
        addresses: ['10.0.0.100', '10.0.0.101'],
        count: 2,
        message: 'nobody answers for 10.0.0.100, 10.0.0.101 on eth0',
        hint: /forged transmits/,
      },
    },
  ])
  t.equal(unheard.deadline, undefined)
})

t.test('what is as before is not told of', async (t) => {
  const unheard = createUnheard()
  unheard.mark(one, false, 0)
  t.equal(unheard.deadline, undefined)
  unheard.mark(one, true, 0)
  unheard.tick(500)
  unheard.mark(one, true, 600)
  t.equal(unheard.deadline, undefined)
})

t.test('many are counted, and eight of them named', async (t) => {
  const unheard = createUnheard()
  for (let index = 0; index < 20; index++) unheard.mark(binding(`10.0.1.${index}`), true, 0)
  t.match(unheard.tick(500), [
    { report: { count: 20, message: /10\.0\.1\.7 and 12 more on eth0$/ } },
  ])
})

t.test('it is told again when it gets worse, not when it gets better', async (t) => {
  const unheard = createUnheard()
  unheard.mark(one, true, 0)
  unheard.tick(500)
  unheard.mark(other, true, 1_000)
  t.match(unheard.tick(1_500), [{ report: { count: 2 } }])
  unheard.mark(one, false, 2_000)
  t.strictSame(unheard.tick(2_500), [])
  unheard.mark(other, false, 3_000)
  t.strictSame(lines(unheard.tick(3_500)), [
    'info AnnouncementsHeard: the answers for 1 addresses are heard on eth0 again',
  ])
})

t.test('what is heard again at once is not told of at all', async (t) => {
  const unheard = createUnheard()
  unheard.mark(one, true, 0)
  unheard.mark(one, false, 100)
  t.strictSame(unheard.tick(600), [])
})

t.test('what is gone is forgotten', async (t) => {
  const unheard = createUnheard()
  unheard.mark(one, true, 0)
  unheard.mark(other, true, 0)
  unheard.keep(new Set([other.place]))
  t.match(unheard.tick(500), [{ report: { addresses: ['10.0.0.101'], count: 1 } }])
})
