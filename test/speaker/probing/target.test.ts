import t from 'tap'
import { linkView } from '../../../speaker/lan/link-view.ts'
import {
  adopt,
  baseInterval,
  begin,
  clearMisses,
  expire,
  giveUpEcho,
  hasMissed,
  mayEcho,
  newTarget,
  nextEvent,
  notePutOff,
  noteSent,
  restInterval,
  setVerdict,
  takeAnswer,
  takeEcho,
  type Target,
} from '../../../speaker/probing/target.ts'
import {
  roleOf,
  targetOf,
  workerOn,
  type RoleSettings,
} from '../../support/speaker/probe-fixtures.ts'
import { eth0 } from '../../support/wire/wire-fixtures.ts'

const role = (settings: RoleSettings = {}) => roleOf(workerOn(linkView(eth0())), settings)
const always = () => true
const never = () => false

/** Sends a probe with this number at this time. */
function sent(target: Target, number: number | undefined, now: number): void {
  noteSent(target, number, now, 1)
}

t.test('nothing is known of a node that has not been heard', async (t) => {
  const target = newTarget(role(), 7)
  t.match(target, {
    verdict: 'unknown',
    since: 7,
    upSince: undefined,
    method: 'echo',
    nextProbe: 7,
  })
})

t.test('a node whose MAC is known has just spoken: it is up', async (t) => {
  const target = newTarget(role(), 0)
  begin(target, 5, 40)
  t.match(target, { verdict: 'up', since: 5, upSince: 5, answeredAt: 5, nextProbe: 40 })
})

t.test(
  'another MAC of a node that is up begins anew, but it has been up all the time',
  async (t) => {
    const target = targetOf()
    sent(target, 1, 100)
    expire(target, 200, always)
    sent(target, 2, 200)
    target.askedAt = 200
    begin(target, 250, 300)
    t.match(target, { verdict: 'up', since: 0, upSince: 0, answeredAt: 250, nextProbe: 300 })
    t.match(target, { missed: [], outstanding: [], askedAt: undefined })
  },
)

t.test('a node that is down has to answer a probe, whatever its MAC', async (t) => {
  const target = targetOf({ verdict: 'down' })
  begin(target, 500, 600)
  t.match(target, { verdict: 'down', since: 0, answeredAt: 0, nextProbe: 600 })
})

t.test('suspicion does not end the time for which a node is up, but being down does', async (t) => {
  const target = targetOf()
  setVerdict(target, 'suspect', 10)
  setVerdict(target, 'up', 20)
  t.match(target, { since: 20, upSince: 0 })
  setVerdict(target, 'down', 30)
  t.match(target, { since: 30, upSince: undefined })
  setVerdict(target, 'up', 40)
  t.match(target, { since: 40, upSince: 40 })
})

t.test('by which method: as the pool says, and as the link allows', async (t) => {
  const methods: readonly (readonly [RoleSettings, boolean, before: Target['method'], string])[] = [
    [{ method: 'auto' }, true, 'echo', 'echo'],
    [{ method: 'auto' }, true, 'arp', 'arp'],
    [{ method: 'echo' }, true, 'arp', 'echo'],
    [{ method: 'arp' }, false, 'echo', 'arp'],
    [{ method: 'auto', canEcho: false }, false, 'echo', 'arp'],
    [{ method: 'echo', canEcho: false }, false, 'echo', 'arp'],
  ]
  for (const [settings, may, by, after] of methods) {
    const target = targetOf({ by })
    adopt(target, role(settings), 0)
    t.equal(mayEcho(role(settings)), may, JSON.stringify(settings))
    t.equal(target.method, after, `${JSON.stringify(settings)} after ${by}`)
  }
})

t.test('one that is needed from now on is probed within an interval', async (t) => {
  const nextProbe = (before: RoleSettings, after: RoleSettings, due = 900) => {
    const target = targetOf(before)
    target.nextProbe = due
    adopt(target, role(after), 200)
    return target.nextProbe
  }
  t.equal(nextProbe({ isNeeded: false }, { isNeeded: true }), 300)
  t.equal(nextProbe({ isNeeded: false }, { isNeeded: true }, 250), 250, 'it is due before that')
  t.equal(nextProbe({ isNeeded: true }, { isNeeded: true }), 900)
  t.equal(nextProbe({ isNeeded: true }, { isNeeded: false }), 900)
})

t.test('one that is down is not probed sooner because it is needed', async (t) => {
  const target = targetOf({ isNeeded: false, verdict: 'down' })
  target.nextProbe = 900
  adopt(target, role(), 200)
  t.equal(target.nextProbe, 900)
})

t.test('a rest is an interval for what is needed and up, ten of them for the others', async (t) => {
  t.equal(baseInterval(targetOf({ intervalMilliseconds: 30 })), 30)
  t.equal(restInterval(targetOf(), 1), 100)
  t.equal(restInterval(targetOf({ verdict: 'suspect' }), 1), 100)
  t.equal(restInterval(targetOf({ isNeeded: false }), 1), 1_000)
  t.equal(restInterval(targetOf({ verdict: 'down' }), 1), 1_000)
  t.equal(restInterval(targetOf(), 2.5), 250)
})

t.test('a probe is waited for, and the next one follows after a rest', async (t) => {
  const target = targetOf()
  sent(target, 1, 100)
  t.strictSame(target.outstanding, [{ number: 1, sentAt: 100, due: 200 }])
  t.equal(target.lastNumber, 1)
  t.equal(target.nextProbe, 200)
  takeEcho(target, 1, 100.5)
  clearMisses(target)
  noteSent(target, 2, 200, 3)
  t.strictSame(target.outstanding, [{ number: 2, sentAt: 200, due: 250 }], 'as long as is usual')
  t.equal(target.nextProbe, 500, 'stretched')
  t.equal(nextEvent(target), 250)
  target.nextProbe = 240
  t.equal(nextEvent(target), 240)
})

t.test('a question by ARP has no number', async (t) => {
  const target = targetOf({ by: 'arp' })
  sent(target, undefined, 100)
  t.match(target.outstanding, [{ number: undefined, sentAt: 100, due: 200 }])
  t.equal(target.lastNumber, 0)
})

t.test(
  'a suspicion is settled quickly: three times the threshold, a fifth of an interval apart',
  async (t) => {
    const target = targetOf({ verdict: 'suspect', failureThreshold: 2 })
    const rests = Array.from({ length: 7 }, () => {
      sent(target, 1, 0)
      return target.nextProbe
    })
    t.strictSame(rests, [20, 20, 20, 20, 20, 100, 100], 'six probes are five rests')
    t.equal(target.confirmations, 7)
  },
)

t.test('a probe that the budget forbids is tried again after a fifth of an interval', async (t) => {
  const target = targetOf()
  notePutOff(target, 300)
  t.equal(target.nextProbe, 320)
  t.strictSame(target.outstanding, [])
})

t.test('nothing expires before its time', async (t) => {
  const target = targetOf()
  sent(target, 1, 0)
  t.strictSame(expire(target, 99.9, always), { missed: 0, unwitnessed: 0, forgiven: 0 })
  t.equal(target.outstanding.length, 1)
})

t.test(
  'an overdue probe is a miss if somebody else has been heard since it was sent',
  async (t) => {
    const target = targetOf()
    sent(target, 1, 0)
    sent(target, 2, 40)
    const asked: number[] = []
    const expired = expire(target, 100, (since) => asked.push(since) > 0)
    t.strictSame(expired, { missed: 1, unwitnessed: 0, forgiven: 0 })
    t.strictSame(asked, [0])
    t.strictSame(target.missed, [{ number: 1, sentAt: 0, due: 100 }])
    t.strictSame(target.outstanding, [{ number: 2, sentAt: 40, due: 140 }])
  },
)

t.test('and is counted apart if nobody has', async (t) => {
  const target = targetOf()
  sent(target, 1, 0)
  sent(target, 2, 10)
  t.strictSame(expire(target, 150, never), { missed: 0, unwitnessed: 2, forgiven: 0 })
  t.equal(target.unwitnessed, 2)
  t.strictSame(target.missed, [])
})

t.test(
  'what the loop was late for by more than an interval is forgiven, and sent again',
  async (t) => {
    const target = targetOf()
    sent(target, 1, 0)
    target.nextProbe = 900
    t.strictSame(expire(target, 200, always), { missed: 1, unwitnessed: 0, forgiven: 0 })
    t.equal(target.nextProbe, 900)
    sent(target, 2, 200)
    t.strictSame(expire(target, 400.1, always), { missed: 0, unwitnessed: 0, forgiven: 1 })
    t.equal(target.nextProbe, 400.1)
    t.equal(target.missed.length, 1)
    t.strictSame(target.outstanding, [])
  },
)

t.test('no more misses are kept than a verdict can need', async (t) => {
  const target = targetOf()
  for (let number = 1; number <= 305; number++) {
    sent(target, number, number)
    expire(target, number + 100, always)
  }
  t.equal(target.missed.length, 300)
  t.equal(target.missed[0]?.number, 6)
})

t.test('an answer to an echo counts if that echo is waited for, or has been missed', async (t) => {
  const target = targetOf()
  for (const number of [1, 2, 3]) sent(target, number, number * 10)
  expire(target, 110, always)
  t.ok(takeEcho(target, 1, 112), 'it is late')
  t.strictSame(target.roundTrip, { smoothed: 102, variation: 51 })
  t.ok(takeEcho(target, 2, 112))
  t.notOk(takeEcho(target, 4, 112), 'never sent')
})

t.test(
  'an echo of before the last answer says nothing new, but the last one sent always does',
  async (t) => {
    const target = targetOf()
    for (const number of [1, 2]) sent(target, number, 0)
    clearMisses(target)
    t.notOk(takeEcho(target, 1, 5))
    t.ok(takeEcho(target, 2, 5))
    t.equal(target.roundTrip, undefined, 'of which it is not known any more when it was sent')
  },
)

t.test('an answer cannot be quicker than nothing', async (t) => {
  const target = targetOf()
  sent(target, 1, 10)
  takeEcho(target, 1, 9.9)
  t.strictSame(target.roundTrip, { smoothed: 0, variation: 0 })
})

t.test('an echo that is answered brings a node back to echoes', async (t) => {
  const target = targetOf({ by: 'arp' })
  target.lastNumber = 9
  target.echoesMissed = 5
  t.ok(takeEcho(target, 9, 0))
  t.match(target, { method: 'echo', echoesMissed: 0 })
  const unwilling = targetOf({ by: 'arp', method: 'arp' })
  unwilling.lastNumber = 9
  t.ok(takeEcho(unwilling, 9, 0))
  t.equal(unwilling.method, 'arp', 'its pool wants ARP')
})

t.test('an answer by ARP counts if it was asked for', async (t) => {
  const target = targetOf()
  t.notOk(takeAnswer(target, 5))
  target.askedAt = 10
  t.notOk(takeAnswer(target, 9), 'received before')
  t.ok(takeAnswer(target, 12))
  t.strictSame(target.roundTrip, { smoothed: 2, variation: 1 })
  t.notOk(takeAnswer(target, 13), 'once')
})

t.test(
  'a pool that wants echoes is satisfied with nothing else, where echoes can be sent',
  async (t) => {
    const target = targetOf({ method: 'echo' })
    target.askedAt = 10
    t.notOk(takeAnswer(target, 12))
    const confined = targetOf({ method: 'echo', canEcho: false, by: 'arp' })
    confined.askedAt = 10
    t.ok(takeAnswer(confined, 12))
  },
)

/** Echoes of a node that is suspected are missed, and then it answers ARP. */
function refute(target: Target, echoes: number, isWitnessed = always): void {
  setVerdict(target, 'suspect', 0)
  for (let number = 1; number <= echoes; number++) sent(target, number, 0)
  expire(target, 100, isWitnessed)
  target.askedAt = 0
  takeAnswer(target, 1)
}

t.test('echoes are given up when ARP was answered instead as often as the threshold', async (t) => {
  const target = targetOf()
  for (const count of [1, 2, 3, 4]) {
    refute(target, 1)
    t.equal(target.echoesMissed, count)
    t.notOk(giveUpEcho(target))
    clearMisses(target)
  }
  refute(target, 1, never)
  t.ok(giveUpEcho(target), 'whether somebody was heard meanwhile does not matter')
  t.equal(target.method, 'arp')
  t.notOk(giveUpEcho(target), 'that is no news')
})

t.test('but many misses in a row may have another cause: our own port is mended', async (t) => {
  const target = targetOf()
  refute(target, 9)
  t.equal(target.echoesMissed, 1)
  clearMisses(target)
  target.askedAt = 0
  takeAnswer(target, 1)
  t.equal(target.echoesMissed, 1, 'nothing was missed')
  t.notOk(giveUpEcho(target))
})

t.test('a node that was down and answers ARP first has not refused an echo', async (t) => {
  const target = targetOf({ verdict: 'down' })
  sent(target, 1, 0)
  expire(target, 100, always)
  target.askedAt = 0
  takeAnswer(target, 1)
  t.equal(target.echoesMissed, 0)
})

t.test('echoes are not given up where the pool wants them', async (t) => {
  const target = targetOf({ method: 'echo' })
  target.echoesMissed = 99
  t.notOk(giveUpEcho(target))
  t.equal(target.method, 'echo')
})

t.test('a node that has missed something since its last answer, whoever was heard', async (t) => {
  for (const isWitnessed of [always, never]) {
    const target = targetOf()
    sent(target, 1, 0)
    t.notOk(hasMissed(target))
    expire(target, 100, isWitnessed)
    t.ok(hasMissed(target))
    clearMisses(target)
    t.notOk(hasMissed(target))
  }
})

t.test('a miss without a witness takes the worth from those before it', async (t) => {
  const target = targetOf()
  for (const number of [1, 2, 3]) sent(target, number, number)
  expire(target, 102, always)
  t.equal(target.missed.length, 2)
  expire(target, 103, never)
  t.match(target, { missed: [], unwitnessed: 3 })
})

t.test('when somebody is heard again, probes count that are sent from then on', async (t) => {
  const target = targetOf()
  for (const number of [1, 2, 3]) sent(target, number, number * 10)
  expire(target, 110, never)
  t.match(
    expire(target, 120, always),
    { missed: 0, unwitnessed: 1 },
    'who knows when it was mended',
  )
  sent(target, 4, 119)
  sent(target, 5, 120)
  t.match(expire(target, 220, always), { missed: 1, unwitnessed: 2 })
  t.strictSame(target.missed, [{ number: 5, sentAt: 120, due: 220 }])
  clearMisses(target)
  sent(target, 6, 5)
  t.match(expire(target, 105, always), { missed: 1 }, 'an answer ends all doubt')
})
