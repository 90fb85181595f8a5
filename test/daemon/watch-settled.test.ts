import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { watchSettled } from '../../daemon/watch-settled.ts'

/** Watches a file, and reads from a list whatever the file holds; the last entry stays. */
async function watching(t: Test, readings: string[], known = '') {
  const path = join(t.testdir({ file: '' }), 'file')
  const values: string[] = []
  let told: () => void = () => undefined
  const watch = await watchSettled(path, {
    read: () => {
      const stamp = readings.length > 1 ? readings.shift()! : readings[0]!
      return Promise.resolve({ stamp, value: `value of ${stamp}` })
    },
    known,
    settled(value) {
      values.push(value)
      told()
    },
    pollMilliseconds: 20_000,
  })
  t.teardown(() => watch.close())
  const next = () => new Promise<void>((resolve) => (told = resolve))
  return { path, readings, values, watch, next }
}

t.test('what two readings in a row agree on is used', async (t) => {
  const { values, next } = await watching(t, ['a', 'b', 'c', 'c'])
  await next()
  t.strictSame(values, ['value of c'])
})

t.test('a notification makes it read again, and so does whoever asks', async (t) => {
  const { path, readings, values, watch, next } = await watching(t, ['a'])
  await next()
  readings[0] = 'b'
  const second = next()
  writeFileSync(path, 'touched')
  await second
  readings[0] = 'c'
  const third = next()
  watch.look()
  await third
  t.strictSame(values, ['value of a', 'value of b', 'value of c'])
})

t.test('what is in use already is not told', async (t) => {
  const { readings, values, watch, next } = await watching(t, ['a'], 'a')
  const first = next()
  readings[0] = 'b'
  watch.look()
  await first
  t.strictSame(values, ['value of b'])
  readings[0] = 'a'
  const again = next()
  watch.look()
  await again
  t.strictSame(values, ['value of b', 'value of a'], 'what was in use before is news')
})
