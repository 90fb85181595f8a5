import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { createLan, lanRefusal, type Lan } from '../../demo/lan.ts'
import { ask, neighbor, serve } from '../support/wire/datagrams.ts'
import { containerOf, readManifests, type ManifestContainer } from '../support/cluster/manifests.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import { ONLY_NET_RAW, processStatus } from '../support/process-status.ts'
import { root } from '../support/root.ts'
import { announced, followSpeaker } from '../support/speaker/speaker.ts'

const skip = lanRefusal() ?? false

const VIPS = ['10.9.0.100', 'fd00:9::100']
const STATE = '/mnt/state'

type Security = ManifestContainer['securityContext']

/** The security context of the manifest, and the one folder that it may write to. */
const { securityContext, volumeMounts } = containerOf(
  readManifests('default/deployment.yaml'),
  'speaker',
)

/**
 * What a container engine does: every mount read-only but the volume, the checkout in the place of the image,
 * then the user and the capabilities. Each word becomes the next program, so that the process stays the same.
 */
function confined(security: Security, extra: readonly string[] = []): readonly string[] {
  const { runAsUser = 0, capabilities, allowPrivilegeEscalation } = security
  const kept = (capabilities?.add ?? []).map((name) => `+${name.toLowerCase()}`)
  const sets = ['-all', ...kept].join(',')
  const user = [`--reuid=${runAsUser}`, `--regid=${runAsUser}`, '--clear-groups']
  return [
    ...['unshare', '--mount', '--propagation', 'private', 'sh', '-ec', READ_ONLY, 'sh'],
    'setpriv',
    ...(allowPrivilegeEscalation === false ? ['--no-new-privs'] : []),
    ...user,
    ...[`--bounding-set=${sets}`, `--inh-caps=${sets}`],
    ...extra,
    ...['--pdeathsig', 'KILL', '--'],
  ]
}

const READ_ONLY = `
mount -t tmpfs image /mnt
mkdir /mnt/app /mnt/plan ${STATE}
mount --bind '${root}' /mnt/app
mount --bind "$PLAN" /mnt/plan
mount -t tmpfs -o mode=1777 state ${STATE}
awk '{print $2}' /proc/self/mounts | while read -r at; do
  [ "$at" = ${STATE} ] || mount -o remount,bind,ro "$at" 2>/dev/null || true
done
exec "$@"
`

function speak(lan: Lan, folder: string, wrapper: readonly string[]) {
  const program = [process.execPath, '/mnt/app/bin/bellwether.js', 'speaker']
  const plan = ['--plan', '/mnt/plan/plan.json', '--status-file', `${STATE}/status.json`]
  return followSpeaker(lan.host('speaker'), [
    'env',
    `PLAN=${folder}`,
    ...wrapper,
    ...program,
    ...plan,
  ])
}

function smallLan(t: Test): { readonly lan: Lan; readonly folder: string } {
  const accepts = ['10.9.0.100/32', 'fd00:9::100/128']
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'], accepts },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
    { name: 'client', addresses: ['10.9.0.9/24', 'fd00:9::9/64'] },
  ])
  t.teardown(() => lan.close())
  const folder = t.testdir()
  const owners = Object.fromEntries(VIPS.map((address) => [address, 0]))
  const nodes = [{ name: 'one', addresses: ['10.9.0.1', 'fd00:9::1'] }]
  writePlans(join(folder, 'plan.json'), planOf({ nodes, owners }))
  return { lan, folder }
}

async function answersAll(t: Test, lan: Lan, speaker: ReturnType<typeof speak>): Promise<void> {
  const [one, client] = [lan.host('one'), lan.host('client')]
  for (const address of VIPS) {
    await serve(one, address)
    await speaker.until(announced(address, one.mac))
    t.equal(ask(client, address), 'one hello', `a datagram to ${address} arrives`)
    t.equal(neighbor(client, address), one.mac)
  }
}

/** Where a process could write, the kernel's own file systems and /dev apart: an engine gives these to every container. */
function writableMounts(pid: number): readonly string[] {
  const lines = readFileSync(`/proc/${pid}/mounts`, 'utf8').trim().split('\n')
  return lines.flatMap((line) => {
    const [, at = '', type = '', options = ''] = line.split(' ')
    const isGiven = /^(proc|sysfs|cgroup2?|nsfs|securityfs|bpf)$/.test(type) || /^\/dev\b/.test(at)
    return isGiven || options.split(',').includes('ro') ? [] : [at]
  })
}

t.test('as the manifest has it: user 0 with NET_RAW and nothing else', { skip }, async (t) => {
  const { lan, folder } = smallLan(t)
  t.same(volumeMounts, [{ name: 'state', mountPath: '/var/lib/bellwether' }])
  const speaker = speak(lan, folder, confined(securityContext))
  await answersAll(t, lan, speaker)
  const status = processStatus(speaker.pid)
  t.match(status, {
    NoNewPrivs: '1',
    Uid: /^0\t/,
    CapEff: ONLY_NET_RAW,
    CapPrm: ONLY_NET_RAW,
    CapBnd: ONLY_NET_RAW,
    CapAmb: '0'.repeat(16),
  })
  t.same(new Set(writableMounts(speaker.pid)), new Set([STATE]), 'all else is read-only')
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
  t.equal(speaker.messages(), '')
})

t.test('without NET_RAW it says what is missing', { skip }, async (t) => {
  const { lan, folder } = smallLan(t)
  const capabilities = { drop: ['ALL'] }
  const speaker = speak(lan, folder, confined({ ...securityContext, capabilities }))
  t.not(await speaker.ended, 0)
  t.match(speaker.messages(), /CAP_NET_RAW/)
})

// Why the manifest does not say runAsNonRoot. When Kubernetes has ambient capabilities, the second test is the way.
t.test('another user with NET_RAW as Kubernetes gives it has none', { skip }, async (t) => {
  const { lan, folder } = smallLan(t)
  const speaker = speak(lan, folder, confined({ ...securityContext, runAsUser: 65532 }))
  t.not(await speaker.ended, 0)
  t.match(speaker.messages(), /CAP_NET_RAW/)
})

t.test('another user with ambient NET_RAW could do it', { skip }, async (t) => {
  const { lan, folder } = smallLan(t)
  const ambient = ['--ambient-caps=-all,+net_raw']
  const speaker = speak(lan, folder, confined({ ...securityContext, runAsUser: 65532 }, ambient))
  await answersAll(t, lan, speaker)
  t.match(processStatus(speaker.pid), { Uid: /^65532\t/, CapEff: ONLY_NET_RAW, NoNewPrivs: '1' })
  speaker.kill('SIGTERM')
  t.equal(await speaker.ended, 0)
})
