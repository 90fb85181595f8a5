import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import type { Host } from '../../demo/lan.ts'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import { failoverPlanOf } from '../support/speaker/failover-plan.ts'
import { writePlans } from '../support/speaker/plan-sketch.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import { until } from '../support/until.ts'

/*
 * What programs that know the protocols by heart say about our frames.
 */

const skip = lanRefusal() ?? toolRefusal() ?? false

function toolRefusal(): string | undefined {
  for (const tool of ['arp-fingerprint', 'nmap', 'tcpdump', 'arping'])
    try {
      execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'ignore' })
    } catch {
      return `needs the command "${tool}"`
    }
  return undefined
}

const VIPS = ['10.9.0.100', 'fd00:9::100']

/** The last announcement of a burst (speaker/timing/constants.ts); what comes unasked would confuse a fingerprint. */
const BURST_MILLISECONDS = 5_500

/** What tcpdump writes about a frame that is not as it should be. */
const COMPLAINTS = [
  ...['malformed', 'bad', 'incorrect', 'invalid', 'truncated', 'wrong', 'unknown', 'too short'],
  ...['[|', 'length 0', 'bogus', 'unspecified', 'missing'],
]

function isComplaint(line: string): boolean {
  const text = line.toLowerCase()
  return COMPLAINTS.some((complaint) => text.includes(complaint))
}

interface Dump {
  readonly child: ChildProcess
  text(): string
}

/** All frames of a host that pass on the wire. */
async function dumpFrom(host: Host, mac: string): Promise<Dump> {
  const child = host.spawn(['tcpdump', '-i', 'eth0', '-n', '-e', '-vv', '-l', 'ether', 'src', mac])
  let text = ''
  child.stdout?.on('data', (data) => (text += String(data)))
  if (child.stderr !== null) await once(child.stderr, 'data')
  return { child, text: () => text }
}

/** Of the MAC and the rest of a line of arp-fingerprint, the bits. */
function fingerprint(host: Host, address: string): string {
  const text = host.exec(['arp-fingerprint', '-o', '-I eth0', address])
  return /\t([01]+)\t/.exec(text)?.[1] ?? text
}

t.test('no frame of ours is malformed', { skip }, async (t) => {
  const accepts = ['10.9.0.100/32', 'fd00:9::100/128']
  const lan = createLan([
    { name: 'one', addresses: ['10.9.0.1/24', 'fd00:9::1/64'], accepts },
    { name: 'two', addresses: ['10.9.0.2/24', 'fd00:9::2/64'], accepts },
    { name: 'speaker', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
    { name: 'client', addresses: ['10.9.0.9/24', 'fd00:9::9/64'] },
    { name: 'observer', addresses: [] },
  ])
  t.teardown(() => lan.close())
  const [one, client] = [lan.host('one'), lan.host('client')]
  const dump = await dumpFrom(lan.host('observer'), lan.host('speaker').mac)
  const nodes = [
    { name: 'one', addresses: ['10.9.0.1', 'fd00:9::1'] },
    { name: 'two', addresses: ['10.9.0.2', 'fd00:9::2'] },
  ]
  const file = join(t.testdir(), 'plan.json')
  const candidates = Object.fromEntries(VIPS.map((address) => [address, [0, 1]]))
  writePlans(file, failoverPlanOf({ nodes, candidates }))
  const speaker = startSpeaker(lan.host('speaker'), ['--plan', file])
  for (const address of VIPS) await speaker.until(announced(address))
  await sleep(BURST_MILLISECONDS)

  for (const [address, family] of [
    ['10.9.0.100', []],
    ['fd00:9::100', ['-6']],
  ] as const) {
    const report = client.exec(['nmap', '-sn', '-n', ...family, address])
    t.match(report, /Host is up/, `nmap finds ${address}`)
    t.match(report.toLowerCase(), `mac address: ${one.mac}`, 'at the MAC of its owner')
  }
  t.match(client.exec(['arping', '-c', '3', '-i', 'eth0', '10.9.0.100']), / 0% unanswered/)
  const ours = fingerprint(client, '10.9.0.100')
  t.equal(ours, fingerprint(client, '10.9.0.1'), `answered like the kernel of ${one.name} does`)

  const shown = () => dump.text().split('\n')
  const announcements = /Reply 10.9.0.100 is-at|neighbor advertisement.*tgt is fd00:9::100/
  await until(() => shown().filter((line) => announcements.test(line)).length >= 2, 'all is shown')
  t.strictSame(shown().filter(isComplaint), [], 'tcpdump has nothing to complain about')
})
