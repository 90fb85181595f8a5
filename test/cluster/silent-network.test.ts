import { execFileSync } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import t from 'tap'
import { controlPlaneRefusal, startControlPlane } from '../../demo/control-plane.ts'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { root } from '../support/root.ts'
import { startStopwatch } from '../support/stopwatch.ts'

const skip = controlPlaneRefusal() ?? lanRefusal() ?? false

interface Line {
  readonly names?: readonly string[]
  readonly failure?: string
  readonly report?: string
}

t.test('a network that swallows everything, without a word', { skip }, async (t) => {
  const lan = createLan([
    { name: 'server', addresses: ['10.9.0.1/24'] },
    { name: 'client', addresses: ['10.9.0.2/24'] },
  ])
  t.teardown(() => lan.close())
  const [server, client] = [lan.host('server'), lan.host('client')]
  const prefix = ['ip', 'netns', 'exec', server.namespace]
  const plane = await startControlPlane({ address: '10.9.0.1', prefix })
  t.teardown(() => plane.stop())

  const child = client.spawn([
    process.execPath,
    join(root, 'dist/test/support/cluster/watch-child.js'),
    plane.kubeconfig,
  ])
  if (child.stdout === null) throw new Error('no output')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const line = async (wanted: (line: Line) => boolean) => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new Error('the child has ended')
      const read = JSON.parse(value) as Line
      if (wanted(read)) return read
    }
  }
  const make = (name: string) => plane.kubectl(['create', 'configmap', name])

  make('before')
  await line(({ names }) => names?.includes('before') === true)

  const watch = startStopwatch()
  setPort(lan.wire, client.port, ['nomaster'])
  make('during')
  await line(({ report }) => report === 'watchLost')
  const noticed = watch.took() / 1000
  t.comment(`noticed after ${noticed.toFixed(1)} s`)
  t.ok(noticed < watch.widened(40_000) / 1000, `noticed after ${noticed.toFixed(1)} s`)

  const mended = performance.now()
  setPort(lan.wire, client.port, ['master', 'br0'])
  const seen = await line(({ names }) => names?.includes('during') === true)
  const back = (performance.now() - mended) / 1000
  t.comment(`all there ${back.toFixed(1)} s after the network is back`)
  t.strictSame(seen.names, ['before', 'during'])
  await line(({ report }) => report === 'watchRegained')
})

function setPort(wire: string, port: string, state: readonly string[]): void {
  execFileSync('ip', ['-n', wire, 'link', 'set', port, ...state])
}
