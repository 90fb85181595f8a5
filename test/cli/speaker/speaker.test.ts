import t from 'tap'
import type { CommandIo, SpeakerArgs } from '../../../cli/command/command.ts'
import { clusterArgs } from '../../../cli/speaker/cluster-options.ts'
import { machineOptions, planOrigin } from '../../../cli/speaker/speaker.ts'
import { capturedIo } from '../../support/captured-io.ts'

const ARGS: SpeakerArgs = {
  plan: 'plan.json',
  cluster: clusterArgs({}),
  interfaces: [],
  segment: undefined,
  listen: false,
  statusFile: undefined,
  http: 'off',
  logFormat: 'json',
  settings: {},
  version: '0.1.0',
}

t.test('the machine is told what was given, and nothing else', async (t) => {
  t.strictSame(machineOptions(ARGS), { settings: {} })
  const settings = { probesPerSecond: 100 }
  t.strictSame(machineOptions({ ...ARGS, interfaces: ['eth*'], listen: true, settings }), {
    interfaces: ['eth*'],
    leads: false,
    settings,
  })
})

t.test('a file, or the API server', async (t) => {
  const io = (env: CommandIo['env']) => ({ ...capturedIo(), env })
  t.strictSame(planOrigin({ ...ARGS, segment: 'office' }, io({})), {
    kind: 'file',
    file: 'plan.json',
    segment: 'office',
  })
  const args = { ...ARGS, plan: undefined, segment: 'office' }
  const env = { NODE_NAME: 'worker-1', POD_NAME: 'speaker-x' }
  t.strictSame(planOrigin(args, io(env)), {
    kind: 'cluster',
    segment: 'office',
    node: 'worker-1',
    identity: 'worker-1_speaker-x',
    stateDir: undefined,
    timing: { leaseDuration: 4000, renewDeadline: 3000, retryPeriod: 500 },
    nodeHealthPort: 10_256,
    connection: { namespace: 'bellwether-system' },
  })
  t.match(planOrigin(args, io({ NODE_NAME: 'worker-1' })), { identity: 'worker-1' })
})

t.test('where the Lease is', async (t) => {
  const pod = { KUBERNETES_SERVICE_HOST: '10.96.0.1' }
  const connection = (options: Parameters<typeof clusterArgs>[0], env: CommandIo['env']) => {
    const args = { ...ARGS, plan: undefined, segment: 'office', cluster: clusterArgs(options) }
    const origin = planOrigin(args, { ...capturedIo(), env })
    return origin.kind === 'cluster' ? origin.connection : undefined
  }
  t.strictSame(connection({}, pod), {}, 'a Pod knows its own namespace')
  const file = { kubeconfig: 'a.conf', context: 'lab' }
  t.strictSame(connection(file, pod), { ...file, namespace: 'bellwether-system' })
  t.strictSame(connection({ namespace: 'mine' }, pod), { namespace: 'mine' })
})

t.test('times of the Lease follow its duration', async (t) => {
  t.strictSame(clusterArgs({ leaseDuration: 8000 }).timing, {
    leaseDuration: 8000,
    renewDeadline: 6000,
    retryPeriod: 1000,
  })
  t.match(clusterArgs({ leaseDuration: 8000, renewDeadline: 5000, retryPeriod: 200 }).timing, {
    renewDeadline: 5000,
    retryPeriod: 200,
  })
})

t.test('kube-proxy is asked at its usual port, at another one, or not', async (t) => {
  t.equal(clusterArgs({}).nodeHealthPort, 10_256)
  t.equal(clusterArgs({ nodeHealthPort: 1234 }).nodeHealthPort, 1234)
  t.equal(clusterArgs({ nodeHealthPort: 'off' }).nodeHealthPort, undefined)
})
