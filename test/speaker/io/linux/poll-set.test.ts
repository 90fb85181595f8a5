import { constants } from 'node:os'
import t from 'tap'
import { createPollSet } from '../../../../speaker/io/linux/poll-set.ts'
import { LITTLE_ENDIAN, type SystemCalls } from '../../../../speaker/io/linux/system-calls.ts'

/** A kernel in which these descriptors are readable; it looks at as many entries as it is told. */
function kernel(readable: readonly number[], failure = 0) {
  const polls: [count: number, timeout: number][] = []
  const calls = {
    poll(entries: Uint8Array, count: number, timeout: number) {
      polls.push([count, timeout])
      if (failure !== 0) return -1
      const view = new DataView(entries.buffer)
      for (let at = 0; at < count * 8; at += 8)
        view.setInt16(at + 6, readable.includes(view.getInt32(at, LITTLE_ENDIAN)) ? 1 : 0)
      return readable.length
    },
    errno: () => failure,
  } as Partial<SystemCalls> as SystemCalls
  return { calls, polls }
}

t.test('waiting wakes for the urgent ones; looking sees all', (t) => {
  const { calls, polls } = kernel([4, 9])
  const set = createPollSet(calls, [3, 4], [9])
  const ready = () => [3, 4, 9, 77].filter((descriptor) => set.isReady(descriptor))
  set.wait(100)
  t.same(ready(), [4])
  set.wait(0)
  t.same(ready(), [4, 9])
  set.wait(100)
  t.same(ready(), [4], 'what was seen before is not seen now')
  t.same(polls, [
    [2, 100],
    [3, 0],
    [2, 100],
  ])
  t.end()
})

t.test('a wait that a signal ends has found nothing; anything else is an error', (t) => {
  const interrupted = createPollSet(kernel([4], constants.errno.EINTR).calls, [4])
  interrupted.wait(0)
  t.notOk(interrupted.isReady(4))
  const broken = createPollSet(kernel([4], constants.errno.EBADF).calls, [4])
  t.throws(() => broken.wait(0), { code: 'EBADF', syscall: 'poll' })
  t.end()
})
