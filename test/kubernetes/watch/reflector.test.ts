import t from 'tap'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import type { ReflectorEffect, ReflectorEvent } from '../../../kubernetes/watch/events.ts'
import { isDenied, Reflector } from '../../../kubernetes/watch/reflector.ts'
import type { WatchNote } from '../../../kubernetes/watch/lines.ts'

const CUT: ApiFailure = { failure: 'unreachable', message: 'cut' }
const FORBIDDEN: ApiFailure = { failure: 'forbidden', message: 'may not list services' }
const GONE: ApiFailure = { failure: 'gone', message: 'too old' }

function stored(name: string, resourceVersion: string): KubernetesObject {
  return { metadata: { name, uid: `uid of ${name}`, resourceVersion } }
}

function list(resourceVersion: string, ...items: KubernetesObject[]): ReflectorEvent {
  return { type: 'listed', list: { resourceVersion, items } }
}

function note(of: WatchNote): ReflectorEvent {
  return { type: 'note', note: of }
}

function put(name: string, resourceVersion: string): ReflectorEvent {
  return note({ note: 'stored', object: stored(name, resourceVersion), resourceVersion })
}

function gone(name: string, resourceVersion: string): ReflectorEvent {
  return note({ note: 'deleted', object: stored(name, resourceVersion), resourceVersion })
}

function ended(failure?: ApiFailure): ReflectorEvent {
  return { type: 'ended', failure }
}

function listFailed(failure: ApiFailure): ReflectorEvent {
  return { type: 'listFailed', failure }
}

const OPENED: ReflectorEvent = { type: 'opened' }

/** A reflector and its clock. Every draw is one half unless another is given. */
function world(draw = 0.5) {
  const reflector = new Reflector(() => draw)
  let now = 0
  const names = (effects: readonly ReflectorEffect[]) =>
    effects.map((effect) => (effect.type === 'report' ? effect.report.report : effect.type))
  const tell = (...events: ReflectorEvent[]) =>
    names(events.flatMap((event) => reflector.handle(event, now)))
  return {
    reflector,
    tell,
    raw: (event: ReflectorEvent) => reflector.handle(event, now),
    /** The time until the deadline. */
    left: () => (reflector.deadline ?? Infinity) - now,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
    /** Goes to the deadline and tells it. */
    late: () => {
      now = Math.max(now, reflector.deadline ?? Infinity)
      return tell({ type: 'deadline' })
    },
    held: () => reflector.view.objects?.map(({ metadata }) => metadata.name),
  }
}

/** One that has listed `a` at version 10 and watches. */
function watching(draw?: number) {
  const it = world(draw)
  it.tell({ type: 'start' }, list('10', stored('a', '5')), OPENED)
  return it
}

t.test('first a list, then a watch from where the list was', async (t) => {
  const { reflector, tell, raw, held, left } = world()
  t.strictSame(tell({ type: 'start' }), ['list'])
  t.equal(left(), Infinity)
  t.strictSame(tell({ type: 'deadline' }), [])
  t.equal(reflector.view.objects, undefined)
  t.strictSame(raw(list('10', stored('b', '3'), stored('a', '5'))), [
    { type: 'changed' },
    { type: 'settled' },
    { type: 'watch', resourceVersion: '10', timeoutSeconds: 270 },
  ])
  t.strictSame(held(), ['a', 'b'])
  t.equal(reflector.get('a')?.metadata.resourceVersion, '5')
  t.equal(reflector.view, reflector.view, 'the same until something changes')
  t.strictSame(tell(OPENED, OPENED), [])
})

t.test('the time asked of the server is jittered', async (t) => {
  for (const [draw, timeoutSeconds] of [
    [0, 240],
    [1, 300],
  ] as const) {
    const { tell, raw } = world(draw)
    tell({ type: 'start' })
    t.match(raw(list('10')).at(-1), { type: 'watch', timeoutSeconds })
  }
})

t.test('events change the view, those without news do not', async (t) => {
  const { tell, held } = watching()
  t.strictSame(tell(put('b', '11')), ['changed'])
  t.strictSame(tell(put('b', '11')), [], 'the same version')
  t.strictSame(tell(gone('a', '12')), ['changed'])
  t.strictSame(tell(gone('a', '12')), [])
  t.strictSame(tell(note({ note: 'bookmark', resourceVersion: '20' })), [])
  t.strictSame(held(), ['b'])
})

t.test('a watch that the server closes goes on where it was', async (t) => {
  const { raw, tell, pass } = watching()
  tell(put('b', '11'), note({ note: 'bookmark', resourceVersion: '20' }))
  pass(60_000)
  t.match(raw(ended()), [{ type: 'watch', resourceVersion: '20' }])
})

t.test('events count as well as bookmarks', async (t) => {
  const { raw, tell, pass } = watching()
  tell(put('b', '11'))
  tell(gone('a', '12'))
  pass(60_000)
  t.match(raw(ended()), [{ type: 'watch', resourceVersion: '12' }])
})

t.test('a watch that is closed at once is not opened in a tight loop', async (t) => {
  const { tell, late, left } = watching(1)
  t.strictSame(tell(ended()), [])
  t.equal(left(), 600)
  t.strictSame(late(), ['watch'])
  tell(OPENED, ended())
  t.equal(left(), 1800)
  t.strictSame(late(), ['watch'])
  tell(OPENED, ended())
  t.equal(left(), 5400)
  t.strictSame(late(), ['list'], 'then it is listed again')
  tell(list('10', stored('a', '5')), OPENED, ended())
  t.equal(left(), 8000, 'the longest')
})

t.test('a cut is taken up from where it was, and nobody hears of it', async (t) => {
  const { reflector, raw, tell, left, pass } = watching()
  tell(put('b', '11'))
  t.strictSame(tell(ended(CUT)), [])
  t.equal(reflector.view.failure, undefined)
  pass(left())
  t.match(raw({ type: 'deadline' }), [{ type: 'watch', resourceVersion: '11' }])
  t.strictSame(tell(OPENED), [])
})

t.test('a watch that was taken up after a failure is checked by a list soon', async (t) => {
  const { tell, late, left, pass } = watching()
  pass(10_000)
  t.strictSame(tell(ended(), OPENED), ['watch'], 'closed in order')
  t.equal(left(), 100_000, 'nothing else is due before it is silent')
  tell(ended(CUT))
  late()
  tell(OPENED)
  t.equal(left(), 3_750)
  t.strictSame(late(), ['drop', 'list'])
  tell(list('20', stored('a', '5')), OPENED)
  t.equal(left(), 100_000)
})

t.test('so is one that took long to be opened: it may be of another server', async (t) => {
  const { tell, left, pass } = watching()
  pass(10_000)
  tell(ended())
  pass(1_001)
  tell(OPENED)
  t.equal(left(), 3_750)
})

t.test('who cannot take it up has lost it: objects stay, the failure is told once', async (t) => {
  const { reflector, tell, late, held, pass } = watching()
  tell(ended(CUT))
  late()
  t.strictSame(tell(ended(CUT)), ['watchLost', 'changed'])
  t.equal(reflector.view.failure, CUT)
  t.strictSame(held(), ['a'])
  t.strictSame(late(), ['list'], 'what comes back may be another server')
  t.strictSame(tell(listFailed(CUT)), [])
  late()
  pass(1_000)
  t.strictSame(tell(list('12', stored('b', '12'))), ['changed', 'watch'])
  t.strictSame(held(), ['b'], 'what was deleted meanwhile is gone')
  t.equal(reflector.view.failure, CUT, 'it is not followed yet')
  t.strictSame(tell(OPENED), ['watchRegained', 'changed'])
  t.equal(reflector.view.failure, undefined)
})

t.test('a watch that has lived for a while makes earlier failures forgotten', async (t) => {
  const { tell, late, pass, left } = watching(1)
  tell(ended(CUT))
  late()
  tell(ended(CUT))
  late()
  tell(list('12'), OPENED)
  pass(10_000)
  t.strictSame(tell(ended(CUT)), [])
  t.equal(left(), 600)
  t.strictSame(late(), ['watch'])
})

t.test('a watch that is not opened in time is dropped', async (t) => {
  const { reflector, tell, late, left } = world()
  tell({ type: 'start' }, list('10'))
  t.equal(left(), 10_000)
  t.strictSame(tell({ type: 'deadline' }), [], 'not yet')
  t.strictSame(late(), ['drop'])
  t.strictSame(late(), ['watch'])
  t.strictSame(late(), ['drop', 'watchLost', 'changed'])
  t.match(reflector.view.failure, { failure: 'unreachable' })
})

t.test('410 by HTTP: listed at once, and deletes are seen', async (t) => {
  const { tell, late, held } = watching()
  t.strictSame(tell(ended(GONE)), ['list'])
  t.strictSame(tell(list('30', stored('c', '30'))), ['changed', 'watch'])
  t.strictSame(held(), ['c'])
  t.strictSame(tell(ended(GONE)), ['watchLost', 'changed'], 'the second waits')
  t.strictSame(late(), ['list'])
})

t.test('410 in the stream', async (t) => {
  const { tell } = watching()
  t.strictSame(tell(note({ note: 'error', failure: GONE })), ['drop', 'list'])
})

t.test('another error in the stream is a cut', async (t) => {
  const { tell, late } = watching()
  const failure: ApiFailure = { failure: 'serverError', message: 'etcd', status: 500 }
  t.strictSame(tell(note({ note: 'error', failure })), ['drop'])
  t.strictSame(late(), ['watch'])
})

t.test('a malformed line drops the watch, which goes on from before it', async (t) => {
  const { tell, raw, pass, left, reflector } = watching()
  tell(put('b', '11'))
  t.strictSame(tell(note({ note: 'malformed' })), ['drop'])
  pass(left())
  t.match(raw({ type: 'deadline' }), [{ type: 'watch', resourceVersion: '11' }])
  t.equal(reflector.numbers.failures.get('malformed'), 1)
})

t.test('silence longer than between two bookmarks: listed again', async (t) => {
  const { tell, late, left, pass, reflector } = watching()
  t.equal(left(), 100_000)
  pass(60_000)
  tell(note({ note: 'bookmark', resourceVersion: '11' }))
  t.equal(left(), 100_000)
  t.strictSame(late(), ['drop', 'list'])
  t.equal(reflector.numbers.failures.get('silent'), 1)
})

t.test('a server that does not close in time is left', async (t) => {
  const { tell, pass, late, left } = watching()
  for (let minute = 1; minute <= 4; minute++) {
    pass(60_000)
    tell(note({ note: 'bookmark', resourceVersion: '11' }))
  }
  t.equal(left(), 60_000, '270 s and 30 s of grace')
  t.strictSame(late(), ['drop', 'list'])
})

t.test('everything is listed again after ten minutes, in the middle of a watch', async (t) => {
  const { tell, pass, late, left, held, reflector } = watching()
  for (let minute = 1; minute <= 9; minute++) {
    pass(60_000)
    tell(note({ note: 'bookmark', resourceVersion: '11' }))
    if (minute % 4 === 0) tell(ended(), OPENED)
  }
  t.equal(left(), 60_000)
  t.strictSame(late(), ['drop', 'list'])
  t.strictSame(tell(list('12', stored('a', '5'))), ['watch'], 'no difference')
  t.strictSame(held(), ['a'])
  t.notOk(reflector.numbers.failures.has('silent'))
})

t.test('a right that is missing: not known, settled, asked again slowly', async (t) => {
  const { reflector, tell, late, left, pass } = world(0)
  tell({ type: 'start' })
  t.strictSame(tell(listFailed(FORBIDDEN)), ['watchDenied', 'changed', 'settled'])
  t.strictSame(reflector.view, { objects: undefined, failure: FORBIDDEN })
  t.equal(left(), 200, 'once quickly: rights are given at the same time as we are started')
  t.strictSame(late(), ['list'])
  t.strictSame(tell(listFailed(FORBIDDEN)), [])
  t.equal(left(), 2_000, 'then for a while: the server may have just started')
  pass(30_000)
  t.strictSame(late(), ['list'])
  t.strictSame(tell(listFailed(FORBIDDEN)), [])
  t.equal(left(), 10_000)
  t.strictSame(late(), ['list'])
  t.strictSame(tell(list('10')), ['changed', 'watch'])
  t.strictSame(tell(OPENED), ['watchRegained', 'changed'])
  t.strictSame(reflector.view, { objects: [], failure: undefined })
})

t.test('a right that is taken away: what was known is not known any more', async (t) => {
  const { reflector, tell, late, left } = watching()
  t.strictSame(tell(ended(FORBIDDEN)), [])
  t.strictSame(late(), ['list'])
  for (let denials = 1; denials <= 7; denials++) {
    t.strictSame(tell(listFailed(FORBIDDEN)), [], 'a server that has just started says so, too')
    t.equal(reflector.view.objects?.length, 1)
    t.equal(left(), 300)
    late()
  }
  t.strictSame(tell(listFailed(FORBIDDEN)), ['watchDenied', 'changed'])
  t.strictSame(reflector.view, { objects: undefined, failure: FORBIDDEN })
  t.equal(reflector.get('a'), undefined)
})

t.test('a no that does not last is forgotten', async (t) => {
  const { reflector, tell, late, pass } = watching()
  tell(ended(CUT))
  for (let time = 1; time <= 3; time++) {
    tell(ended(FORBIDDEN))
    late()
    t.strictSame(tell(listFailed(FORBIDDEN)), [])
    late()
    tell(list('10', stored('a', '5')), OPENED)
    t.strictSame(reflector.view.failure, undefined)
    pass(3_000)
  }
})

t.test('the time of a no does not go on while nobody answers', async (t) => {
  const { reflector, tell, late, pass } = watching()
  tell(ended(FORBIDDEN))
  late()
  tell(listFailed(FORBIDDEN))
  late()
  tell(listFailed(CUT))
  pass(60_000)
  late()
  tell(listFailed(FORBIDDEN))
  t.equal(reflector.view.objects?.length, 1)
})

t.test('who may list but not watch lists now and then, and says so', async (t) => {
  const { reflector, tell, late, left, held, pass } = watching(0)
  tell(ended(FORBIDDEN))
  late()
  tell(list('11', stored('a', '5')))
  t.strictSame(tell(ended(FORBIDDEN)), ['watchDenied', 'changed'])
  t.equal(left(), 2_000)
  pass(30_000)
  t.strictSame(late(), ['list'])
  t.strictSame(tell(list('12', stored('b', '12'))), ['changed', 'watch'])
  t.strictSame(tell(ended(FORBIDDEN)), [])
  t.equal(left(), 10_000)
  t.strictSame(held(), ['b'])
  t.equal(reflector.view.failure, FORBIDDEN)
})

t.test('a server that cannot be reached is not settled', async (t) => {
  const { reflector, tell, late } = world()
  tell({ type: 'start' })
  t.strictSame(tell(listFailed(CUT)), ['watchLost', 'changed'])
  t.strictSame(reflector.view, { objects: undefined, failure: CUT })
  late()
  t.strictSame(tell(list('10')), ['changed', 'settled', 'watch'])
})

t.test('which failures are a no', async (t) => {
  const invalid: ApiFailure = { failure: 'invalid', message: 'no', status: 400 }
  t.ok([FORBIDDEN, invalid, { failure: 'notFound', message: '' } as const].every(isDenied))
  t.ok(isDenied({ failure: 'unauthorized', message: '' }))
  t.notOk(isDenied(CUT) || isDenied(GONE))
})

t.test('the server says when to come back', async (t) => {
  const busy = (retryAfterSeconds: number | undefined): ApiFailure => ({
    failure: 'tooManyRequests',
    message: 'busy',
    retryAfterSeconds,
  })
  const { tell, left, late } = watching(0)
  tell(ended(busy(7)))
  t.equal(left(), 7_000)
  t.strictSame(late(), ['watch'])
  tell(ended(busy(3600)))
  t.equal(left(), 60_000, 'within reason')
  t.strictSame(late(), ['watch'], 'a list would be more work for it')
  tell(ended(busy(undefined)))
  t.equal(left(), 200)
  const first = world(0)
  first.tell({ type: 'start' }, listFailed(busy(5)))
  t.equal(first.left(), 5_000)
})

t.test('a list older than what is known is not believed at once', async (t) => {
  const { tell, late, left, held, raw } = watching()
  tell(put('b', '20'), ended(GONE))
  for (let stale = 1; stale <= 3; stale++) {
    t.strictSame(tell(list('15', stored('a', '5'))), [], `stale list ${stale}`)
    t.equal(left(), 750, 'asked again soon')
    t.strictSame(held(), ['a', 'b'])
    t.strictSame(late(), ['list'])
  }
  t.strictSame(tell(list('20', stored('a', '5'), stored('b', '20'))), ['watch'])
  t.match(raw(ended(CUT)), [])
})

t.test('a server that insists was restored, and is believed', async (t) => {
  const { tell, late, held, raw } = watching()
  tell(put('b', '20'), ended(GONE))
  for (let stale = 1; stale <= 3; stale++) {
    tell(list('15', stored('a', '5')))
    late()
  }
  t.strictSame(raw(list('15', stored('a', '5'))), [
    { type: 'report', report: { report: 'serverWentBack', from: '20', to: '15' } },
    { type: 'changed' },
    { type: 'watch', resourceVersion: '15', timeoutSeconds: 270 },
  ])
  t.strictSame(held(), ['a'])
})

t.test('a loss is told at most every ten seconds', async (t) => {
  const { tell, late, pass } = watching()
  const lose = () => {
    tell(ended(CUT))
    late()
    return tell(ended(CUT))
  }
  const regain = () => {
    late()
    return tell(list('10', stored('a', '5')), OPENED)
  }
  t.strictSame(lose(), ['watchLost', 'changed'])
  t.strictSame(regain(), ['watch', 'watchRegained', 'changed'])
  t.strictSame(tell(ended(CUT)), ['changed'], 'the view has it, the log does not')
  t.strictSame(regain(), ['watch', 'changed'])
  pass(10_000)
  tell(ended(CUT))
  late()
  t.strictSame(tell(ended(CUT)), ['watchLost', 'changed'])
})

t.test('a loss that lasts is told in the end', async (t) => {
  const { tell, late, pass } = watching()
  tell(ended(CUT))
  late()
  tell(ended(CUT))
  late()
  tell(list('10', stored('a', '5')), OPENED, ended(CUT))
  pass(10_000)
  late()
  t.strictSame(tell(listFailed(CUT)), ['watchLost'])
  late()
  const failed: ApiFailure = { failure: 'serverError', message: 'etcd', status: 500 }
  t.strictSame(tell(listFailed(failed)), ['changed'], 'another reason, too soon to be told')
})

t.test('numbers', async (t) => {
  const { reflector, tell, pass } = world()
  t.strictSame(reflector.numbers, {
    lastHeard: -Infinity,
    lists: 0,
    watches: 0,
    failures: new Map(),
  })
  tell({ type: 'start' })
  pass(5)
  tell(list('10'), OPENED)
  pass(5)
  tell(put('a', '11'), ended(CUT))
  t.strictSame(reflector.numbers, {
    lastHeard: 10,
    lists: 1,
    watches: 1,
    failures: new Map([['unreachable', 1]]),
  })
})
