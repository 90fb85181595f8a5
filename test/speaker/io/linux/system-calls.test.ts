import t from 'tap'
import { createPollSet } from '../../../../speaker/io/linux/poll-set.ts'
import {
  isTransient,
  loadSystemCalls,
  systemCallError,
} from '../../../../speaker/io/linux/system-calls.ts'

const skip = process.platform === 'linux' ? false : 'needs Linux'

t.test(
  'an eventfd that was written to is ready, and is not once it was read',
  { skip },
  async (t) => {
    const { writeSync } = await import('node:fs')
    const calls = loadSystemCalls()
    const wake = calls.eventfd()
    const other = calls.eventfd()
    const polled = createPollSet(calls, [other, wake])
    const counter = new Uint8Array(8)
    polled.wait(0)
    t.notOk(polled.isReady(wake))
    writeSync(wake, new Uint8Array(BigUint64Array.of(7n).buffer))
    polled.wait(1000)
    t.ok(polled.isReady(wake))
    t.notOk(polled.isReady(other))
    t.notOk(polled.isReady(-1), 'a descriptor that is not in the set')
    t.equal(calls.read(wake, counter, 8), 8)
    t.same(new BigUint64Array(counter.buffer), BigUint64Array.of(7n))
    const [length, errno] = [calls.read(wake, counter, 8), calls.errno()]
    t.equal(length, -1, 'nothing more')
    // Taken at once: an assertion makes system calls of its own.
    t.ok(isTransient(errno))
    polled.wait(0)
    t.notOk(polled.isReady(wake))
    for (const descriptor of [wake, other]) calls.close(descriptor)
  },
)

t.test('a failed call tells its name and its code', { skip }, (t) => {
  const calls = loadSystemCalls()
  t.throws(() => calls.bind(-1, new Uint8Array(4)), { code: 'EBADF', syscall: 'bind' })
  t.match(systemCallError('socket', 1), { code: 'EPERM', message: 'socket: EPERM' })
  t.notOk(isTransient(9))
  t.end()
})
