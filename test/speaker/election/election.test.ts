import t from 'tap'
import { RANK_SPAN } from '../../../speaker/election/timing.ts'
import { ElectionLab, leadingLab, standbyLab } from '../../support/speaker/elections.ts'
import { storedLease } from '../../support/cluster/leases.ts'

/** What was told, without times. */
const words = ({ told }: ElectionLab) => told.map((line) => line.replace(/^[\d.]+ \w+ /, ''))

t.test('a Lease that is free is taken, and renewed each half second', async (t) => {
  const lab = new ElectionLab()
  lab.see()
  lab.run(100)
  t.equal(lab.role, 'leading')
  t.ok(lab.answers)
  t.strictSame(words(lab), ['LeaseAcquired: of segment s (free); before: nobody'])
  const { requests } = lab
  lab.run(5_000)
  t.equal(lab.requests - requests, 10)
  t.ok(lab.answers)
  t.equal(lab.beacons, 0, 'who holds the Lease needs no beacon')
  t.equal(lab.election.holder, 'a_pod')
})

t.test('one that is held and renewed is left', async (t) => {
  const lab = standbyLab()
  lab.run(20_000, () => lab.held('b_pod'))
  t.equal(lab.role, 'standby')
  t.notOk(lab.answers)
  t.strictSame(lab.told, [])
})

t.test('one that is not renewed is taken after its duration', async (t) => {
  const lab = standbyLab()
  lab.run(3_400)
  t.equal(lab.role, 'standby')
  lab.run(700)
  t.equal(lab.role, 'leading')
  t.match(words(lab), ['LeaseAcquired: of segment s (expired); before: b_pod'])
  lab.run(3_000)
  t.ok(lab.beacons >= 3, 'whom it followed may live and not know')
})

t.test('two witnesses: no renewal for a second, and its node is down', async (t) => {
  const lab = standbyLab()
  lab.nodes('down', 'up')
  lab.run(900)
  t.equal(lab.role, 'standby', 'it may have renewed')
  lab.run(200)
  t.equal(lab.role, 'leading')
  t.match(words(lab), ['LeaseAcquired: of segment s (twoWitnesses); before: b_pod'])
})

t.test('a node that is down and renews all the same is one witness only', async (t) => {
  const lab = standbyLab()
  lab.nodes('down', 'up')
  lab.run(3_000, () => lab.held('b_pod'))
  t.equal(lab.role, 'standby')
})

t.test('its own Lease is resumed at once', async (t) => {
  const lab = new ElectionLab()
  lab.lease = storedLease('a_pod', 7)
  lab.see()
  lab.run(50)
  t.equal(lab.role, 'leading')
  t.match(words(lab), ['LeaseAcquired: of segment s (resumed); before: a_pod'])
})

t.test('a node that carries addresses leaves a free Lease to others for a moment', async (t) => {
  const plan = { nodes: new Set(['a', 'b', 'c']), carriers: new Set(['a', 'b']) }
  const lab = standbyLab()
  lab.tell({ type: 'plan', plan })
  lab.held('')
  lab.run(200)
  t.equal(lab.role, 'standby')
  lab.run(100)
  t.equal(lab.role, 'leading')
  const busy = standbyLab()
  busy.tell({ type: 'plan', plan: { ...plan, carriers: plan.nodes } })
  busy.held('')
  busy.run(50)
  t.equal(busy.role, 'leading', 'unless all do')
})

t.test('who hears no node waits a lease duration longer, and stands in the end', async (t) => {
  const lab = standbyLab()
  lab.nodes('down', 'down')
  lab.held('')
  lab.run(3_900)
  t.equal(lab.role, 'standby')
  lab.run(200)
  t.equal(lab.role, 'leading')
})

t.test(
  'fail static: it goes on without an API server, and tells others that it does',
  async (t) => {
    const lab = leadingLab()
    lab.serving = 'silent'
    lab.run(1_400)
    t.equal(lab.role, 'leading')
    lab.run(60_000)
    t.equal(lab.role, 'failStatic')
    t.ok(lab.answers)
    t.ok(lab.beacons >= 55 && lab.beacons <= 62, `${lab.beacons} beacons`)
    t.match(words(lab), [/^FailStaticStarted: /])
    lab.serving = 'answers'
    lab.run(1_500)
    t.equal(lab.role, 'leading')
    t.match(words(lab)[1], 'FailStaticEnded: segment s (leaseHeld)')
  },
)

t.test('never a moment without a grant on the way there', async (t) => {
  const lab = leadingLab()
  lab.serving = 'silent'
  lab.run(10_000, () => t.ok(lab.answers))
  lab.serving = { failure: 'forbidden', message: 'no right' }
  lab.run(10_000, () => t.ok(lab.answers))
})

t.test('the API server tells of another holder: it falls silent at once', async (t) => {
  const lab = leadingLab()
  lab.held('b_pod')
  t.equal(lab.role, 'standby')
  t.notOk(lab.answers)
  t.match(words(lab), ['LeaseLost: of segment s: b_pod holds it'])
  const late = leadingLab()
  late.serving = 'silent'
  late.run(5_000)
  late.held('b_pod')
  t.notOk(late.answers)
  t.match(words(late).at(-1), 'FailStaticEnded: segment s (otherHolder: b_pod)')
})

t.test('a conflict: somebody was faster, which is looked into at once', async (t) => {
  const lab = leadingLab()
  lab.held('b_pod', false)
  lab.run(600)
  t.equal(lab.role, 'standby')
  t.notOk(lab.answers)
})

t.test('a conflict with oneself: a late renewal came between', async (t) => {
  const lab = leadingLab()
  lab.held('a_pod', false)
  lab.run(600)
  t.equal(lab.role, 'leading')
  t.ok(lab.answers)
})

t.test(
  'a speaker with the Lease is heard by one that lost the API server: it gives way',
  async (t) => {
    const lab = leadingLab()
    lab.serving = 'silent'
    lab.run(5_000)
    lab.run(4_000, () => lab.hear('b'))
    t.equal(lab.role, 'standby')
    t.notOk(lab.answers)
    t.match(words(lab).at(-1), 'FailStaticEnded: segment s (otherHeard: b)')
  },
)

t.test('stand-in: neither the API server nor the speaker that led can be reached', async (t) => {
  const lab = standbyLab()
  lab.serving = 'silent'
  lab.nodes('down', 'up')
  lab.run(1_800 + RANK_SPAN + 100)
  t.equal(lab.role, 'standIn')
  t.ok(lab.answers)
  t.match(words(lab), ['StandInStarted: segment s, for b_pod (nobodyReached)'])
  lab.serving = 'answers'
  lab.held('b_pod', false)
  lab.nodes('up', 'up')
  lab.run(1_500)
  t.equal(lab.role, 'standby', 'the holder is back, on our side')
  t.match(words(lab).at(-1), 'StandInEnded: segment s (otherHolder: b_pod)')
})

t.test('not while the speaker that led announces itself', async (t) => {
  const lab = standbyLab()
  lab.serving = 'silent'
  lab.run(30_000, () => lab.hear('b'))
  t.equal(lab.role, 'standby')
  lab.run(3_000 + RANK_SPAN)
  t.equal(lab.role, 'standIn', 'its beacons have stopped')
})

t.test('not while another stand-in is heard', async (t) => {
  const lab = standbyLab()
  lab.serving = 'silent'
  lab.nodes('down', 'up')
  lab.run(20_000, () => lab.hear('c'))
  t.equal(lab.role, 'standby')
})

t.test('not without a link', async (t) => {
  const lab = standbyLab()
  lab.serving = 'silent'
  lab.see({ linkUp: false })
  lab.run(60_000)
  t.equal(lab.role, 'standby')
})

t.test('started without an API server: it waits for two lease durations', async (t) => {
  const lab = new ElectionLab({ remembered: 'b_pod' })
  lab.serving = 'silent'
  lab.see()
  lab.run(7_000)
  t.equal(lab.role, 'standby')
  lab.run(3_000)
  t.equal(lab.role, 'standIn')
})

t.test('and resumes sooner what it had itself', async (t) => {
  const lab = new ElectionLab({ remembered: 'a_pod' })
  lab.serving = 'silent'
  lab.see()
  lab.run(2_600)
  t.equal(lab.role, 'failStatic')
})

t.test('the Lease is held on the other side of the LAN: it stands in on this one', async (t) => {
  const lab = standbyLab()
  lab.nodes('down', 'up')
  lab.run(4_000 + RANK_SPAN + 100, () => lab.held('b_pod'))
  t.equal(lab.role, 'standIn')
  t.match(words(lab), ['StandInStarted: segment s, for b_pod (holderElsewhere)'])
  lab.nodes('up', 'up')
  lab.run(600, () => lab.held('b_pod'))
  t.equal(lab.role, 'standby', 'it is mended')
})

t.test('a link that goes down: silent, and the Lease is released', async (t) => {
  const lab = leadingLab()
  lab.see({ linkUp: false })
  t.notOk(lab.answers)
  lab.run(100)
  t.equal(lab.lease?.record.holderIdentity, '')
  t.match(words(lab), ['LeaseReleased: of segment s (linkDown)'])
})

t.test('nobody is heard any more: the Lease is released, and it answers on', async (t) => {
  const lab = leadingLab()
  lab.nodes('down', 'down')
  lab.run(1_900)
  t.equal(lab.role, 'leading')
  lab.run(200)
  t.equal(lab.role, 'standIn')
  t.ok(lab.answers)
  t.equal(lab.lease?.record.holderIdentity, '')
  t.match(words(lab), [
    'LeaseReleased: of segment s (nobodyHeard)',
    'StandInStarted: segment s, for a_pod (released)',
  ])
  lab.held('b_pod')
  t.notOk(lab.answers, 'somebody has taken it')
})

t.test('so if verdicts are held because nobody at all is heard', async (t) => {
  const lab = leadingLab()
  lab.see({ isBlind: true })
  lab.run(2_100)
  t.equal(lab.lease?.record.holderIdentity, '')
})

t.test('who never heard a node releases nothing for that', async (t) => {
  const lab = new ElectionLab()
  lab.nodes('unknown', 'unknown')
  lab.run(10_000)
  t.equal(lab.role, 'leading')
  lab.run(10_000)
  t.equal(lab.role, 'leading')
})

t.test('a loop that stood still voids the grant, until the Lease was read', async (t) => {
  const lab = leadingLab()
  lab.freeze(3_600)
  t.notOk(lab.answers, 'by the clock alone')
  lab.held('b_pod', false)
  lab.tell({ type: 'deadline' })
  t.equal(lab.role, 'standby')
  t.match(words(lab), [/^GrantVoided: segment s: this process stood still for [34]\d{3} ms/])
  lab.run(1_000, () => lab.held('b_pod', false))
  t.equal(lab.role, 'standby')
  t.notOk(lab.answers)
})

t.test('and without an API server, until it has listened', async (t) => {
  const lab = leadingLab()
  lab.serving = 'silent'
  lab.run(5_000)
  lab.freeze(4_000)
  lab.tell({ type: 'deadline' })
  t.notOk(lab.answers)
  t.match(words(lab).slice(-2), ['FailStaticEnded: segment s (gap)', /^GrantVoided/])
  lab.run(1_000)
  t.notOk(lab.answers)
  lab.run(2_000)
  t.equal(lab.role, 'failStatic', 'nobody else was heard')
})

t.test('stopped: silent, then released, then the end', async (t) => {
  const lab = leadingLab()
  lab.tell({ type: 'stop' })
  t.notOk(lab.answers)
  lab.run(100)
  t.equal(lab.lease?.record.holderIdentity, '')
  t.match(words(lab)[0], 'LeaseReleased: of segment s (stopped)')
  t.match(lab.told.at(-1), /ended$/)
  t.equal(lab.election.deadline, undefined)
  t.strictSame(lab.election.handle({ type: 'deadline' }, lab.now), [])
})

t.test('stopped without an API server: it tries, and ends', async (t) => {
  const lab = leadingLab()
  lab.serving = 'silent'
  lab.run(5_000)
  lab.tell({ type: 'stop' })
  t.notOk(lab.answers)
  lab.run(3_000)
  t.match(lab.told.at(-1), /ended$/)
})

t.test('a standby that is stopped releases nothing', async (t) => {
  const lab = standbyLab()
  lab.tell({ type: 'stop' })
  lab.run(1_000)
  t.strictSame(words(lab).length, 1)
  t.equal(lab.lease?.record.holderIdentity, 'b_pod')
})

t.test('a leader that hears another speaker tells it of itself', async (t) => {
  const lab = leadingLab()
  lab.run(1_000)
  lab.hear('b')
  lab.run(3_000)
  t.ok(lab.beacons >= 3)
  t.equal(lab.role, 'leading', 'it holds the Lease')
})
