import t from 'tap'
import { createDamping } from '../../../speaker/timing/damping.ts'
import { createProbeJudge, type Judgement } from '../../../speaker/probing/judge.ts'
import { noteSent, takeAnswer, type Target } from '../../../speaker/probing/target.ts'
import { hearOn, targetOf, type TargetState } from '../../support/speaker/probe-fixtures.ts'
import { CLIENT, lines, WORKER_1 } from '../../support/wire/wire-fixtures.ts'

/** A judge and what it has counted. */
function created(hasOthers = true) {
  const counted: string[] = []
  const judge = createProbeJudge({
    damping: createDamping(),
    countVerdict: (verdict) => void counted.push(verdict),
    countHold: (reason) => void counted.push(reason),
    hasOthers: () => hasOthers,
  })
  return { judge, counted }
}

const said = ({ effects }: Judgement) => lines(effects)

/** A target on a link where a client has just been heard: it may vouch for our port. */
function witnessed(state: TargetState = {}, at = 0): Target {
  const target = targetOf(state)
  hearOn(target.role.neighbor.link, CLIENT, at)
  return target
}

/** Sends so many echoes at this time, none of which is answered. */
function send(target: Target, count: number, now: number): void {
  for (let number = 1; number <= count; number++) noteSent(target, number, now, 1)
}

const SUSPECT = 'debug NodeSuspect: worker-1 (10.0.0.11) has missed a probe on eth0'
const DOWN = (silent: number) =>
  `warn NodeDown: worker-1 (10.0.0.11) has been silent on eth0 for ${silent} ms`
const HELD =
  'warn VerdictsHeld: nodes do not answer on eth0, but nobody else is heard there either: no address is moved' +
  ' (is the cable or the switch port of eth0 all right?)'

t.test('as long as nothing is overdue, nothing is said', async (t) => {
  const { judge, counted } = created()
  const target = witnessed()
  send(target, 1, 0)
  t.strictSame(judge.judge(target, 99), { effects: [], changed: false })
  t.strictSame(counted, [])
})

t.test('the first miss makes a node suspect, and the next probe is due at once', async (t) => {
  const { judge, counted } = created()
  const target = witnessed()
  send(target, 1, 0)
  const judgement = judge.judge(target, 100)
  t.strictSame(said(judgement), [SUSPECT])
  t.notOk(judgement.changed, 'nobody has to think about owners')
  t.match(target, { verdict: 'suspect', since: 100, nextProbe: 100 })
  t.strictSame(counted, ['suspect'])
  send(target, 1, 100)
  t.strictSame(said(judge.judge(target, 200)), [], 'said once')
  t.equal(target.nextProbe, 120, 'the pace of a suspicion stays')
})

t.test('a client that was heard is waited for as long as another node can be asked', async (t) => {
  for (const [hasOthers, verdict] of [
    [true, 'suspect'],
    [false, 'down'],
  ] as const) {
    const { judge } = created(hasOthers)
    const target = witnessed({}, 0)
    for (let now = 100; now <= 10_200; now += 100) {
      send(target, 1, now)
      judge.judge(target, now + 100)
      if (now === 9_000) t.equal(target.verdict, 'suspect', 'it may be our own port')
    }
    t.equal(target.verdict, verdict)
  }
})

t.test('as many misses as the threshold make it down', async (t) => {
  const { judge, counted } = created()
  const target = witnessed({ failureThreshold: 3 })
  send(target, 2, 0)
  t.strictSame(said(judge.judge(target, 100)), [SUSPECT])
  hearOn(target.role.neighbor.link, CLIENT, 100)
  send(target, 1, 100)
  const judgement = judge.judge(target, 200.4)
  t.strictSame(said(judgement), [DOWN(200)])
  t.ok(judgement.changed)
  t.match(target, { verdict: 'down', since: 200.4, upSince: undefined, nextProbe: 1200.4 })
  t.strictSame(counted, ['suspect', 'down'])
})

t.test('with a threshold of one, the first miss does', async (t) => {
  const { judge } = created()
  const target = witnessed({ failureThreshold: 1 })
  send(target, 1, 0)
  t.strictSame(said(judge.judge(target, 100)), [SUSPECT, DOWN(100)])
})

t.test('a node that is down already is not said to be down again', async (t) => {
  const { judge, counted } = created()
  const target = witnessed({ verdict: 'down' })
  send(target, 9, 0)
  t.strictSame(judge.judge(target, 100), { effects: [], changed: false })
  t.strictSame(counted, [])
})

t.test('while nobody else is heard, misses count for nothing, which is told once', async (t) => {
  const { judge, counted } = created()
  const target = witnessed({ failureThreshold: 2 }, -1)
  send(target, 1, 10)
  t.strictSame(said(judge.judge(target, 110)), [SUSPECT])
  send(target, 8, 110)
  const judgement = judge.judge(target, 210)
  t.strictSame(said(judgement), [HELD])
  t.ok(judgement.changed, 'the election has to know')
  t.ok(judge.isBlind(target.role.neighbor.link.key))
  send(target, 9, 210)
  t.strictSame(said(judge.judge(target, 310)), [])
  t.equal(target.verdict, 'suspect')
  t.strictSame(counted, ['nobodyHeard', 'suspect', 'nobodyHeard', 'nobodyHeard'])
})

t.test(
  'a link is told of once, whichever of its nodes are silent, and again after an answer',
  async (t) => {
    const { judge } = created()
    const [one, other] = [
      witnessed({ failureThreshold: 1 }, -1),
      witnessed({ failureThreshold: 1 }, -1),
    ]
    const silence = (target: Target, at: number) => {
      send(target, 1, at)
      return said(judge.judge(target, at + 100))
    }
    t.strictSame(silence(one, 10), [SUSPECT, HELD])
    t.strictSame(silence(other, 10), [SUSPECT])
    judge.answered(other, 200)
    t.strictSame(silence(one, 300), [HELD])
  },
)

t.test('the first miss counts if somebody was heard since the last answer', async (t) => {
  const { judge } = created()
  const target = witnessed({ failureThreshold: 2 }, 5)
  send(target, 1, 10)
  judge.judge(target, 110)
  t.equal(target.missed.length, 1)
  send(target, 1, 110)
  judge.judge(target, 210)
  t.match(target, { missed: [], unwitnessed: 2 }, 'for the next ones, since they were sent')
})

t.test('of a node that is down, nothing more is held', async (t) => {
  const { judge, counted } = created()
  const target = witnessed({ verdict: 'down', failureThreshold: 1 })
  send(target, 9, 10)
  t.strictSame(said(judge.judge(target, 110)), [])
  t.strictSame(counted, [])
})

t.test(
  'where nobody else has been heard for a minute, three times the threshold counts',
  async (t) => {
    const { judge, counted } = created()
    const target = targetOf({ failureThreshold: 2 })
    hearOn(target.role.neighbor.link, WORKER_1, 0)
    send(target, 5, 0)
    t.strictSame(said(judge.judge(target, 100)), [SUSPECT])
    send(target, 1, 100)
    t.strictSame(said(judge.judge(target, 200)), [DOWN(200)])
    t.strictSame(counted, ['suspect', 'down'])
  },
)

t.test('misses of both kinds add up there', async (t) => {
  const { judge } = created()
  const target = targetOf({ failureThreshold: 2 })
  target.answeredAt = 100_000
  hearOn(target.role.neighbor.link, CLIENT, 39_999)
  target.missed = [{ number: 1, sentAt: 0, due: 1 }]
  send(target, 5, 100_000)
  t.ok(judge.judge(target, 100_100).changed)
})

t.test('a host that was heard within a minute before the last answer is missed', async (t) => {
  const { judge } = created()
  const target = targetOf({ failureThreshold: 2 })
  target.answeredAt = 100_000
  hearOn(target.role.neighbor.link, CLIENT, 40_000)
  send(target, 9, 100_000)
  judge.judge(target, 100_100)
  t.equal(target.verdict, 'suspect')
})

t.test('a node without a MAC has no witnesses against it', async (t) => {
  const { judge } = created()
  const target = witnessed({ failureThreshold: 1 })
  target.role = { ...target.role, neighbor: { ...target.role.neighbor, mac: undefined } }
  send(target, 1, 0)
  t.strictSame(said(judge.judge(target, 100)), [SUSPECT], 'nobody else, so three misses are wanted')
})

t.test('what our own loop is to blame for is forgiven, and counted', async (t) => {
  const { judge, counted } = created()
  const target = witnessed({ failureThreshold: 1 })
  send(target, 3, 0)
  t.strictSame(judge.judge(target, 200.1), { effects: [], changed: false })
  t.match(target, { verdict: 'up', nextProbe: 200.1 })
  t.strictSame(counted, ['loopLate'])
})

t.test('an answer ends a suspicion silently', async (t) => {
  const { judge, counted } = created()
  const target = witnessed()
  send(target, 2, 0)
  judge.judge(target, 100)
  t.strictSame(judge.answered(target, 101), { effects: [], changed: true })
  t.match(target, { verdict: 'up', since: 101, upSince: 0, answeredAt: 101, missed: [] })
  t.strictSame(counted, ['suspect', 'up'])
})

t.test('an answer of a node that is up is no news', async (t) => {
  const { judge, counted } = created()
  const target = witnessed()
  send(target, 1, 0)
  t.strictSame(judge.answered(target, 1), { effects: [], changed: false })
  t.match(target, { answeredAt: 1, outstanding: [] })
  t.strictSame(counted, [])
})

t.test('a node that was down is back', async (t) => {
  const { judge } = created()
  const judgement = judge.answered(targetOf({ verdict: 'down' }), 500)
  t.strictSame(said(judgement), ['info NodeUp: worker-1 (10.0.0.11) answers on eth0'])
  t.ok(judgement.changed)
})

t.test('that a node answers no echoes is said', async (t) => {
  const { judge } = created()
  const NO_ECHO =
    'info NodeAnswersNoEcho: worker-1 (10.0.0.11) answers no echo on eth0; it is probed by ARP'
  for (const [verdict, changed] of [
    ['up', false],
    ['suspect', true],
  ] as const) {
    const target = witnessed({ verdict })
    target.echoesMissed = 5
    target.askedAt = 0
    takeAnswer(target, 1)
    const judgement = judge.answered(target, 1)
    t.strictSame(said(judgement), [NO_ECHO])
    t.equal(judgement.changed, changed)
    t.equal(target.method, 'arp')
  }
})

t.test('a node that goes down again and again is damped', async (t) => {
  const { judge } = created()
  const target = witnessed({ failureThreshold: 1 })
  const fall = (at: number) => {
    hearOn(target.role.neighbor.link, CLIENT, at)
    send(target, 1, at)
    const lines = said(judge.judge(target, at + 100)).slice(2)
    judge.answered(target, at + 200)
    return lines
  }
  t.strictSame(fall(0), [])
  t.strictSame(fall(5_000), [])
  t.strictSame(fall(10_000), [
    'warn NodeDamped: worker-1 comes and goes on eth0; it is not trusted for 91 s',
  ])
  t.strictSame(fall(15_000), [], 'said once')
})

t.test('a node that is back is probed at its pace again, not at that of a dead one', async (t) => {
  const { judge } = created()
  const target = targetOf({ verdict: 'down' })
  target.nextProbe = 1_500
  judge.answered(target, 500)
  t.equal(target.nextProbe, 600)
  const suspect = targetOf({ verdict: 'suspect' })
  suspect.nextProbe = 520
  judge.answered(suspect, 501)
  t.equal(suspect.nextProbe, 520)
})

t.test('that holds for one miss, also where the loop was late and two are overdue', async (t) => {
  const { judge } = created()
  const target = witnessed({ failureThreshold: 2 }, 5)
  send(target, 2, 10)
  t.notOk(judge.judge(target, 180).changed)
})

t.test('when somebody is heard again, verdicts are not said to be held', async (t) => {
  const { judge } = created()
  const target = witnessed({ failureThreshold: 2 }, -1)
  send(target, 1, 10)
  send(target, 3, 20)
  t.strictSame(said(judge.judge(target, 110)), [SUSPECT])
  hearOn(target.role.neighbor.link, CLIENT, 115)
  t.strictSame(said(judge.judge(target, 120)), [], 'but the probes may have been sent too early')
  t.match(target, { missed: [], unwitnessed: 4, verdict: 'suspect' })
})
