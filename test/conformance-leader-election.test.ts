import t from 'tap'
import { createLeaseElection, type LeaseElectionEffect } from '../kubernetes/lease/election.ts'
import type { LeaseEvent } from '../kubernetes/lease/events.ts'
import { leaseObject } from '../kubernetes/lease/record.ts'
import { CORE_TIMING, leaseRefusals, type LeaseTiming } from '../kubernetes/lease/rules.ts'
import { microTime } from '../kubernetes/objects/micro-time.ts'
import { SPEAKER_TIMING } from '../speaker/election/timing.ts'
import { leadingLab, standbyLab } from './support/speaker/elections.ts'
import { storedLease } from './support/cluster/leases.ts'

/*
 * What client-go promises of an election (k8s.io/client-go/tools/leaderelection: the package's documentation and that
 * of LeaderElectionConfig), sentence by sentence, for both of our elections: that of writing reconcilers, which is
 * client-go's, and that of speakers, which departs from it in the ways that are named here.
 */

/** A reconciler, and what it asked for and was granted. */
function reconciler(timing: LeaseTiming = CORE_TIMING) {
  const election = createLeaseElection({ identity: 'a', timing, jitter: () => 0 })
  let grantedUntil = -Infinity
  const tell = (event: LeaseEvent, now: number): readonly LeaseElectionEffect[] => {
    const effects = election.handle(event, now)
    for (const effect of effects) if (effect.type === 'grant') grantedUntil = effect.until
    return effects
  }
  return { election, tell, leads: (now: number) => now < grantedUntil }
}

function leadingReconciler() {
  const it = reconciler()
  it.tell({ type: 'deadline' }, 0)
  it.tell({ type: 'answered', lease: storedLease('', 1) }, 10)
  it.tell({ type: 'answered', lease: storedLease('a', 2, { leaseDurationSeconds: 15 }) }, 20)
  return it
}

const kinds = (effects: readonly LeaseElectionEffect[]) => effects.map(({ type }) => type)

t.test('timestamps of others are not used: only our own observations are', async (t) => {
  const [past, future] = ['1999-01-01T00:00:00.000000Z', '2999-01-01T00:00:00.000000Z']
  for (const renewTime of [past, future]) {
    const { tell } = reconciler()
    const lease = storedLease('b', 1, { leaseDurationSeconds: 15, renewTime })
    tell({ type: 'deadline' }, 0)
    tell({ type: 'answered', lease }, 1_000)
    tell({ type: 'deadline' }, 15_900)
    t.notMatch(kinds(tell({ type: 'answered', lease }, 15_950)), ['write'], 'not expired yet')
    tell({ type: 'deadline' }, 18_000)
    t.match(kinds(tell({ type: 'answered', lease }, 18_010)), ['write'], 'expired by our clock')
  }
})

t.test(
  'skew of clocks does not matter; a skew of their rate is covered by the margin',
  async (t) => {
    for (const { leaseDuration, renewDeadline } of [CORE_TIMING, SPEAKER_TIMING])
      t.ok(leaseDuration / renewDeadline >= 4 / 3, 'a holder may be slower by a third')
  },
)

t.test('LeaseDuration: those who do not lead wait so long after the last change', async (t) => {
  const lab = standbyLab()
  lab.run(3_400)
  t.equal(lab.role, 'standby')
  lab.run(700)
  t.equal(lab.role, 'leading')
})

t.test('RenewDeadline: the holder gives up when it cannot renew for so long', async (t) => {
  const { tell, leads } = leadingReconciler()
  t.ok(leads(10_009))
  t.notOk(leads(10_010), 'from when the last renewal was sent')
  tell({ type: 'deadline' }, 2_010)
  tell({ type: 'failed', failure: { failure: 'unreachable', message: '' } }, 3_000)
  t.notOk(leads(10_010), 'a try that failed extends nothing')
})

t.test(
  'a speaker departs: it goes on as long as no successor is known (fail static)',
  async (t) => {
    const lab = leadingLab()
    lab.serving = 'silent'
    lab.run(10_000)
    t.ok(lab.answers)
    lab.held('b_pod')
    t.notOk(lab.answers)
  },
)

t.test('a speaker departs: two witnesses take a Lease before it expires', async (t) => {
  const lab = standbyLab()
  lab.nodes('down', 'up')
  lab.run(1_600)
  t.equal(lab.role, 'leading')
})

t.test(
  'a speaker departs: without an API server it answers without a Lease (stand-in)',
  async (t) => {
    const lab = standbyLab()
    lab.nodes('down', 'up')
    lab.serving = 'silent'
    lab.run(3_000)
    t.equal(lab.role, 'standIn')
  },
)

t.test('RetryPeriod: tries are so long apart', async (t) => {
  const { election } = leadingReconciler()
  t.equal(election.deadline, 10 + CORE_TIMING.retryPeriod)
})

t.test(
  'LeaseDuration > RenewDeadline > RetryPeriod x JitterFactor, checked at the start',
  async (t) => {
    const of = (timing: Partial<LeaseTiming>) =>
      leaseRefusals({ ...CORE_TIMING, ...timing }, 'a').map(({ refusal }) => refusal)
    t.strictSame(of({ leaseDuration: 10_000 }), ['LeaseDurationNotAboveRenewDeadline'])
    t.strictSame(of({ renewDeadline: 2_400 }), ['RenewDeadlineNotAboveRetryPeriod'])
    t.strictSame(leaseRefusals(SPEAKER_TIMING, 'a'), [])
  },
)

t.test('no duration may be zero', async (t) => {
  for (const name of ['leaseDuration', 'renewDeadline', 'retryPeriod'] as const)
    t.ok(
      leaseRefusals({ ...CORE_TIMING, [name]: 0 }, 'a').some(
        ({ refusal }) => refusal === 'DurationNotPositive',
      ),
      name,
    )
})

t.test('the identity of a participant is not empty', async (t) => {
  t.match(leaseRefusals(CORE_TIMING, ''), [{ refusal: 'IdentityEmpty' }])
})

t.test('acquiring goes on until it succeeds', async (t) => {
  const { tell, election } = reconciler()
  let now = 0
  for (let round = 0; round < 20; round++) {
    t.match(kinds(tell({ type: 'deadline' }, now)), ['read'])
    tell({ type: 'failed', failure: { failure: 'serverError', message: '', status: 500 } }, now + 5)
    now = election.deadline ?? 0
  }
  tell({ type: 'deadline' }, now)
  t.match(kinds(tell({ type: 'answered', lease: storedLease('', 9) }, now + 5)), ['write'])
})

t.test('ReleaseOnCancel: the Lease is given up on the way out, if it is held', async (t) => {
  const { tell, leads } = leadingReconciler()
  const effects = tell({ type: 'stop' }, 500)
  t.notOk(leads(500), 'whatever is done under it has to end first')
  t.match(effects.at(-1), {
    type: 'write',
    change: { holderIdentity: '', leaseDurationSeconds: 1 },
    over: { resourceVersion: '2' },
  })
  const other = reconciler()
  other.tell({ type: 'deadline' }, 0)
  other.tell({ type: 'answered', lease: storedLease('b', 1) }, 5)
  t.strictSame(kinds(other.tell({ type: 'stop' }, 10)), ['ended'])
})

t.test(
  'the record: transitions count take-overs, renewals keep the time of acquisition',
  async (t) => {
    const writes = (effects: readonly LeaseElectionEffect[]) =>
      effects.flatMap((effect) => (effect.type === 'write' ? effect.change : []))
    const { tell } = reconciler()
    tell({ type: 'deadline' }, 0)
    const [taken] = writes(
      tell({ type: 'answered', lease: storedLease('', 1, { leaseTransitions: 4 }) }, 5),
    )
    t.match(taken, { leaseTransitions: 5, acquireTime: undefined })
    const own = storedLease('a', 2, { leaseTransitions: 5, leaseDurationSeconds: 15 })
    tell({ type: 'answered', lease: own }, 10)
    const [renewed] = writes(tell({ type: 'deadline' }, 2_010))
    t.match(renewed, { leaseTransitions: 5, acquireTime: own.record.acquireTime })
  },
)

t.test(
  'an update names the version that it replaces; a conflict is read, not forced',
  async (t) => {
    const { tell } = leadingReconciler()
    t.match(tell({ type: 'deadline' }, 2_010), [{ over: { resourceVersion: '2' } }])
    const failure = { failure: 'conflict', message: '' } as const
    t.strictSame(kinds(tell({ type: 'failed', failure }, 2_020)), ['trouble', 'read'])
  },
)

t.test('times are metav1.MicroTime: RFC 3339 with six digits', async (t) => {
  const change = {
    holderIdentity: 'a',
    leaseDurationSeconds: 15,
    leaseTransitions: 0,
    acquireTime: undefined,
  }
  const { spec } = leaseObject(change, { name: 'lease' }, microTime(1_767_225_600_000_000))
  t.match(spec, { acquireTime: /\.\d{6}Z$/, renewTime: /\.\d{6}Z$/ })
})

t.test('OnNewLeader: each new holder is told once, our own name as well', async (t) => {
  const told: string[] = []
  const { tell } = reconciler()
  const note = (event: LeaseEvent, now: number) => {
    for (const effect of tell(event, now)) if (effect.type === 'holder') told.push(effect.holder)
  }
  note({ type: 'deadline' }, 0)
  note({ type: 'answered', lease: storedLease('b', 1) }, 5)
  note({ type: 'lease', lease: storedLease('b', 2) }, 10)
  note({ type: 'lease', lease: storedLease('', 3) }, 20)
  note({ type: 'lease', lease: storedLease('a', 4) }, 30)
  t.strictSame(told, ['b', '', 'a'])
})

t.test('one that starts with the identity of the record leads again without waiting', async (t) => {
  const { tell } = reconciler()
  tell({ type: 'deadline' }, 0)
  t.match(kinds(tell({ type: 'answered', lease: storedLease('a', 8) }, 5)), ['write'])
})
