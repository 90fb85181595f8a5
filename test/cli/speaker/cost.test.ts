import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { main } from '../../../cli/main.ts'
import { capturedIo } from '../../support/captured-io.ts'
import { planOf } from '../../support/speaker/plan-sketch.ts'

const nodes = [{ name: 'one', addresses: ['10.0.0.1'] }]

function planFile(t: Test): string {
  const path = join(t.testdir({}), 'plan.yaml')
  const plans = ['lab', 'office'].map((segment) =>
    planOf({ segment, nodes, owners: { '10.0.0.100': 0 } }),
  )
  writeFileSync(path, plans.map((plan) => JSON.stringify(plan)).join('\n---\n'))
  return path
}

async function cost(...args: string[]) {
  const io = capturedIo()
  const code = await main(['speaker', 'cost', ...args], io)
  return { code, out: io.out(), err: io.err() }
}

t.test('what each plan of a file costs', async (t) => {
  const { code, out } = await cost('--plan', planFile(t))
  t.equal(code, 0)
  t.match(out, /^Segment lab: 1 IPv4 and 0 IPv6 addresses, 1 node\.\n[^]*\n\nSegment office: /)
})

t.test('the plan of one segment, with settings of its own', async (t) => {
  const settings = ['--burst', '0,100', '--refresh-interval', '0', '--probe-budget', '5']
  const { code, out } = await cost('--plan', planFile(t), '--segment', 'office', ...settings)
  t.equal(code, 0)
  t.match(out, /^Segment office/)
  t.match(out, '4 frames in 2 rounds')
  t.match(out, 'never (--refresh-interval 0)')
  t.match(out, 'every interval 2 times')
})

t.test('a plan that is not there', async (t) => {
  const { code, err } = await cost('--plan', 'none.json')
  t.equal(code, 2)
  t.match(err, /^bellwether speaker cost: there is no file none\.json\n {2}write it with/)
})
