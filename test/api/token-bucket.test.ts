import t from 'tap'
import { TokenBucket } from '../../api/token-bucket.ts'

const takeAt = (bucket: TokenBucket, times: readonly number[]) =>
  times.map((now) => bucket.take(now))

t.test('so many at once, then as many as are earned', async (t) => {
  const bucket = new TokenBucket(10, 2)
  t.strictSame(takeAt(bucket, [0, 0, 0, 99, 100, 100]), [true, true, false, false, true, false])
})

t.test('what is not taken is saved up to the burst', async (t) => {
  const bucket = new TokenBucket(10, 2)
  bucket.take(0)
  t.strictSame(takeAt(bucket, [60_000, 60_000, 60_000]), [true, true, false])
})

t.test('there is a token at the time that it names, whatever rounding does', async (t) => {
  for (const perSecond of [0.3, 3, 7, 1_000 / 3, 9_999]) {
    const bucket = new TokenBucket(perSecond, 1)
    let now = 1_000_000.1
    for (let left = 100; left > 0; left--) {
      t.ok(bucket.take(now))
      t.notOk(bucket.hasToken(now))
      now = bucket.nextAt
    }
  }
})

t.test('a full bucket has its next token at once', async (t) => {
  const bucket = new TokenBucket(1, 2)
  t.equal(bucket.nextAt, -Infinity)
  t.ok(bucket.take(500))
  t.equal(bucket.nextAt, 500)
})

t.test('what is owed has to be earned first', async (t) => {
  const bucket = new TokenBucket(1, 1)
  bucket.spend(3, 0)
  t.equal(bucket.nextAt, 3_000)
  t.notOk(bucket.take(2_999))
  t.ok(bucket.take(3_000))
})

t.test('a clock that is set back earns nothing, and costs nothing', async (t) => {
  const bucket = new TokenBucket(1, 1)
  t.ok(bucket.take(10_000))
  t.strictSame(takeAt(bucket, [5_000, 5_999, 6_000]), [false, false, true])
})
