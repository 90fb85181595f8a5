import t from 'tap'
import { createHealthJudge, type HealthJudge } from '../../../speaker/serving/judge.ts'
import type { HealthAnswer } from '../../../speaker/reports/health.ts'

function answers(judge: HealthJudge, hasWitness: boolean, ...given: readonly HealthAnswer[]) {
  return given.map((answer) => judge.answered(answer, hasWitness))
}

t.test('the third failure in a row demotes, the second success in a row restores', async (t) => {
  const judge = createHealthJudge()
  t.notOk(judge.isDemoted)
  t.strictSame(answers(judge, false, 'unfit', 'unfit', 'fit', 'unfit', 'unfit'), Array(5))
  t.notOk(judge.isDemoted)
  t.strictSame(answers(judge, false, 'unfit', 'unfit'), ['unfit', undefined])
  t.ok(judge.isDemoted)
  t.strictSame(answers(judge, false, 'fit', 'unfit', 'fit', 'fit'), [...Array(3), 'restored'])
  t.notOk(judge.isDemoted)
})

const SILENCES: readonly (readonly [string, HealthAnswer, boolean, boolean, boolean])[] = [
  // name, answer, has answered before, has a witness, demotes
  ['503 counts alone', 'unfit', false, false, true],
  ['a refusal of one that has answered', 'refused', true, false, true],
  ['a refusal of one that never has: nothing may listen anywhere', 'refused', false, false, false],
  ['the same, while another node answers well', 'refused', false, true, true],
  ['silence: a firewall, or our own network', 'silent', true, false, false],
  ['silence, while another node answers well', 'silent', false, true, true],
  ['somebody else listens on the port', 'strange', true, true, false],
]

for (const [name, answer, hasAnswered, hasWitness, demotes] of SILENCES)
  t.test(name, async (t) => {
    const judge = createHealthJudge()
    if (hasAnswered) judge.answered('fit', false)
    const turns = answers(judge, hasWitness, answer, answer, answer)
    t.equal(judge.isDemoted, demotes)
    t.equal(turns[2], demotes ? answer : undefined)
    t.notOk(judge.isFit)
  })

t.test('after its node was away, who has answered once has to answer again', async (t) => {
  const judge = createHealthJudge()
  judge.doubt()
  t.notOk(judge.isDemoted, 'nothing is known of it')
  judge.answered('fit', false)
  t.ok(judge.isFit)
  judge.doubt()
  t.ok(judge.isDemoted)
  t.notOk(judge.isFit)
  t.equal(judge.answered('fit', false), undefined, 'nothing was told of it')
  t.notOk(judge.isDemoted)
})

t.test('one that does not come back well is told', async (t) => {
  const judge = createHealthJudge()
  judge.answered('fit', false)
  judge.doubt()
  t.equal(answers(judge, false, 'refused', 'refused', 'refused')[2], 'refused')
  t.equal(answers(judge, false, 'fit', 'fit')[1], 'restored')
})
