import { spawnSync } from 'node:child_process'
import t from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'

const skip = lanRefusal() ?? false

t.test('what has lost its parent ends with its namespace', { skip }, async (t) => {
  const lan = createLan([{ name: 'host', addresses: ['10.9.0.1/24'] }])
  t.teardown(() => lan.close())
  // In a session of its own, with nobody to follow into death.
  const script = 'setsid sleep 1000 >/dev/null 2>&1 & echo $!'
  const pid = lan.host('host').exec(['sh', '-c', script]).trim()
  const runs = () =>
    spawnSync('ps', ['-o', 'args=', '-p', pid], { encoding: 'utf8' }).stdout.includes('sleep 1000')
  t.ok(runs())
  lan.close()
  t.notOk(runs())
})
