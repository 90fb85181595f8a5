import { join } from 'node:path'
import t from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import type { Heartbeat, WireStatus } from '../../speaker/status/heartbeat.ts'
import { root } from '../support/root.ts'

const skip = lanRefusal() ?? false

interface Told {
  readonly before: number
  readonly statuses: readonly WireStatus[]
  readonly heartbeat: Heartbeat
  readonly after: number
  readonly late: string
}

t.test(
  'the thread tells its status and that it lives, in the time of main',
  { skip },
  async (t) => {
    const lan = createLan([{ name: 'speaker', addresses: ['10.9.0.3/24'] }])
    t.teardown(() => lan.close())
    const child = join(root, 'dist/test/support/wire/wire-thread-child.js')
    const argv = [process.execPath, child]
    const told = JSON.parse(lan.host('speaker').exec(argv)) as Told
    t.match(told.statuses, [{ statuses: [] }, { statuses: [] }])
    const { now, ...rest } = told.heartbeat
    t.same(rest, { counters: [], sent: 0, sendFailures: 0, linksUp: ['eth0'] })
    for (const time of [...told.statuses.map((status) => status.now), now])
      t.ok(told.before < time && time < told.after, `${told.before} < ${time} < ${told.after}`)
    t.match(told.late, /has ended/)
  },
)
