import t from 'tap'
import type { RunState } from '../../../reconciler/watch/metrics.ts'
import { RUN_METRICS, RunTally, stateSamples } from '../../../reconciler/watch/metrics.ts'

const STATE: RunState = {
  version: '0.1.0',
  nodeVersion: 'v20',
  writes: true,
  settled: true,
  lastPass: 1000,
  kinds: [
    { kind: 'Service', silenceSeconds: 2, isKnown: true },
    { kind: 'Node', silenceSeconds: undefined, isKnown: false },
  ],
  blocked: ['moves'],
  incomplete: ['Node'],
  poolsStale: false,
  revision: 'abc',
  segments: new Map([['default', true]]),
}

const texts = (samples: ReturnType<typeof stateSamples>) =>
  samples.map(({ name, labels, value }) =>
    [name, ...Object.values(labels), String(value)].join(' '),
  )

t.test('what is so', (t) => {
  t.strictSame(texts(stateSamples(STATE)), [
    'build_info 0.1.0 v20 1',
    'writer 1',
    'settled 1',
    'last_pass_timestamp_seconds 1000',
    'watch_known Service 1',
    'watch_known Node 0',
    'watch_silence_seconds Service 2',
    'blocked moves 1',
    'blocked releases 0',
    'blocked emptyPools 0',
    'incomplete AddressPool 0',
    'incomplete Service 0',
    'incomplete Node 1',
    'incomplete EndpointSlice 0',
    'incomplete Namespace 0',
    'pools_stale 0',
    'pools_info abc 1',
    'segment_live default 1',
  ])
  t.notMatch(texts(stateSamples({ ...STATE, lastPass: undefined })).join(), 'last_pass')
  t.end()
})

t.test('what has been counted; passes are there from the start', (t) => {
  const tally = new RunTally()
  t.strictSame(texts(tally.samples()), [
    'passes_total done 0',
    'passes_total outdated 0',
    'passes_total failed 0',
    'pass_seconds_total 0',
  ])
  tally.passEnded('done', 1500)
  tally.passEnded('failed', 500)
  tally.wrote('Service', 'written')
  tally.wrote('Service', 'written')
  tally.wrote('Service', 'conflict')
  tally.wrote('AnnouncementPlan', 'written')
  t.strictSame(texts(tally.samples()), [
    'passes_total done 1',
    'passes_total outdated 0',
    'passes_total failed 1',
    'writes_total Service written 2',
    'writes_total Service conflict 1',
    'writes_total AnnouncementPlan written 1',
    'pass_seconds_total 2',
  ])
  t.end()
})

t.test('every sample fits the table', (t) => {
  const tally = new RunTally()
  tally.wrote('Event', 'written')
  const samples = [...stateSamples(STATE), ...tally.samples()]
  for (const { name, labels } of samples)
    t.strictSame(Object.keys(labels), [...RUN_METRICS[name].labels], name)
  t.strictSame(new Set(samples.map(({ name }) => name)), new Set(Object.keys(RUN_METRICS)))
  t.end()
})
