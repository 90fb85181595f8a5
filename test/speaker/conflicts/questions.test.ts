import t from 'tap'
import { bindOn, linkView, type Binding } from '../../../speaker/lan/link-view.ts'
import { createPacer } from '../../../speaker/announcing/pacer.ts'
import {
  createQuestions,
  type Questions,
  type QuestionsOptions,
} from '../../../speaker/conflicts/questions.ts'
import {
  binding,
  eth0,
  lines,
  neighbor,
  node,
  planned,
  US,
} from '../../support/wire/wire-fixtures.ts'

const one = binding('10.0.0.100')
const ASK = `${US} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.1`

function create(options: Partial<QuestionsOptions> = {}): Questions {
  return createQuestions({
    pacer: createPacer(1e6),
    leads: () => true,
    isDisputed: () => false,
    countSent: () => undefined,
    ...options,
  })
}

const listening = { leads: () => false }

/** What is asked and said, and when, to the second. */
function run(questions: Questions, end: number, pacer = createPacer(1)): readonly string[] {
  const said: string[] = []
  for (;;) {
    const due = Math.min(questions.deadline ?? Infinity, pacer.deadline ?? Infinity)
    if (due > end) return said
    const effects = [...questions.tick(due), ...pacer.tick(due)]
    said.push(...lines(effects).map((line) => `${Math.floor(due / 1_000)} s ${line}`))
  }
}

const events = (said: readonly string[]) => said.filter((line) => !line.includes('who-has'))

t.test(
  'one that leads asks a second or two after the address has appeared, then rarely',
  async (t) => {
    const questions = create()
    questions.follow([one], 0)
    t.strictSame(run(questions, 1_000), [])
    t.strictSame(run(questions, 400_000), [`1 s ${ASK}`, `301 s ${ASK}`])
  },
)

t.test('thousands of addresses are not asked for at once', async (t) => {
  const questions = create()
  questions.follow(
    Array.from({ length: 100 }, (_, index) => binding(`10.0.1.${index}`)),
    0,
  )
  t.equal(questions.tick(999).length, 0)
  let before = 0
  for (let now = 1_100; now <= 2_000; now += 100) {
    const asked = questions.tick(now).length
    t.ok(asked <= 20, `${asked} within 100 ms`)
    before += asked
  }
  t.equal(before, 100)
})

t.test('what is disputed is asked for every ten seconds, as long as it is', async (t) => {
  let isDisputed = true
  const questions = create({ isDisputed: () => isDisputed })
  questions.follow([one], 0)
  run(questions, 2_000)
  questions.disputed(one, 2_000)
  t.strictSame(run(questions, 23_000), [`12 s ${ASK}`, `22 s ${ASK}`])
  isDisputed = false
  t.strictSame(run(questions, 100_000), [`32 s ${ASK}`])
  questions.disputed(binding('10.0.0.101'), 0)
  t.strictSame(run(questions, 100_000), [], 'not what is not followed')
})

t.test('one that leads needs no answer', async (t) => {
  const questions = create()
  questions.follow([one], 0)
  t.strictSame(events(run(questions, 1e6)), [])
  const { deadline } = questions
  questions.answered(one, 1e6)
  t.equal(questions.deadline, deadline)
})

t.test('one that listens is content for a minute when it hears an answer', async (t) => {
  const questions = create(listening)
  questions.follow([one], 0)
  run(questions, 1_900)
  questions.answered(one, 1_900)
  t.strictSame(run(questions, 62_000), [`61 s ${ASK}`])
})

t.test('if it hears none, it asks three times, and says so', async (t) => {
  const questions = create(listening)
  questions.follow([one], 0)
  const said = run(questions, 25_000)
  t.equal(said.filter((line) => line.includes('who-has')).length, 5)
  t.match(events(said), [
    /^14 s error AnnouncementsNotHeard: nobody answers for 10.0.0.100 on eth0/,
  ])
  questions.answered(one, 25_000)
  t.match(run(questions, 26_000), [/^25 s info AnnouncementsHeard/])
})

t.test('an answer starts the count anew', async (t) => {
  const questions = create(listening)
  questions.follow([one], 0)
  for (let now = 3_000; now < 60_000; now += 3_000) {
    t.strictSame(events(run(questions, now)), [])
    questions.answered(one, now)
  }
  questions.answered(binding('10.0.0.101'), 0)
  t.pass('and one about another address is nothing')
})

t.test('a question that waits for its turn is not unanswered', async (t) => {
  const pacer = createPacer(10)
  const questions = create({ ...listening, pacer })
  const many = Array.from({ length: 50 }, (_, index) => binding(`10.0.0.${100 + index}`))
  questions.follow(many, 0)
  let asked = 0
  for (let now = 0; now < 60_000; now += 100) {
    const effects = [...questions.tick(now), ...pacer.tick(now)]
    t.strictSame(
      effects.filter(({ type }) => type === 'report'),
      [],
    )
    asked += effects.length
    for (const each of many) if (effects.some(asksFor(each))) questions.answered(each, now)
  }
  t.equal(asked, 50, 'one each')
})

function asksFor({ planned: { address } }: Binding) {
  return (effect: Parameters<typeof lines>[0][number]) =>
    lines([effect])[0]?.includes(`who-has ${address.text} `) === true
}

t.test('one that turns to lead, or to listen, begins anew', async (t) => {
  let isLeading = false
  const questions = create({ leads: () => isLeading })
  questions.follow([one], 0)
  t.equal(events(run(questions, 20_000)).length, 1)
  isLeading = true
  questions.restart(20_000)
  t.match(run(questions, 60_000), [/^20 s info AnnouncementsHeard/, `21 s ${ASK}`])
})

t.test('what is gone is not asked for, nor what waits', async (t) => {
  const pacer = createPacer(10)
  const questions = create({ pacer })
  const other = binding('10.0.0.101')
  questions.follow([one, other], 0)
  questions.tick(2_000)
  questions.follow([], 2_000)
  t.strictSame(pacer.tick(3_000), [])
  t.equal(questions.deadline, undefined)
})

t.test('what stays is asked for as it is now', async (t) => {
  const questions = create()
  questions.follow([one], 0)
  const { deadline } = questions
  questions.follow([binding('10.0.0.100')], 500)
  t.equal(questions.deadline, deadline)
})

t.test(
  'a link without an address of the family cannot ask, and what is asked is counted',
  async (t) => {
    let sent = 0
    const questions = create({ countSent: () => void sent++ })
    const link = linkView(eth0('10.0.0.1/24'))
    const v6 = bindOn(link, planned('2001:db8::64'), [neighbor(link, node('worker-1'))])
    questions.follow([v6], 0)
    t.strictSame(run(questions, 2_000), [])
    t.equal(sent, 0)
    questions.follow([one], 2_000)
    run(questions, 4_000)
    t.equal(sent, 1)
  },
)
