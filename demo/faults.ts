import { execFileSync } from 'node:child_process'
import { commandRefusal } from './command-refusal.ts'
import type { Host, Lan } from './lan.ts'
import { batch, writeSysctls } from './lan.ts'

/*
 * What goes wrong on a LAN. Each fault can be taken back, and takes effect before the function returns.
 */

/** The host's cable leads nowhere, but its link stays up: nobody is told. */
export function cut(lan: Lan, name: string): void {
  batch(lan.wire, [`link set ${lan.host(name).port} nomaster`])
}

/** Takes `cut` back. */
export function mend(lan: Lan, name: string): void {
  batch(lan.wire, [`link set ${lan.host(name).port} master br0`])
}

/** The cable is pulled: the host sees that its carrier is gone. */
export function unplug(lan: Lan, name: string): void {
  batch(lan.wire, [`link set ${lan.host(name).port} down`])
}

/** Takes `unplug` back. */
export function plug(lan: Lan, name: string): void {
  batch(lan.wire, [`link set ${lan.host(name).port} up`])
}

/** Runs a script by real-time priority, where that is allowed. */
const REAL_TIME = 'exec $(chrt --fifo 50 true 2>/dev/null && echo chrt --fifo 50) sh -ec "$0"'

/**
 * The host neither hears nor says anything for a while; how long it really was, in milliseconds. One process of
 * real-time priority does it all, so that a busy machine does not make it longer.
 */
export function silence(lan: Lan, name: string, milliseconds: number): number {
  const link = `ip -n ${lan.wire} link set ${lan.host(name).port}`
  const script = [
    `${link} nomaster`,
    'date +%s%N',
    `sleep ${milliseconds / 1_000}`,
    `${link} master br0`,
    'date +%s%N',
  ]
  const output = execFileSync('sh', ['-c', REAL_TIME, script.join('\n')])
  const [from = 0, to = 0] = output.toString().trim().split('\n').map(Number)
  return (to - from) / 1e6
}

/** Whether the kernel of the host answers ARP requests; it forwards and asks in any case. */
export function answerArp({ namespace }: Host, answers: boolean): void {
  // 8: for no local address; 1: for those of the interface that was asked (ip-sysctl of the kernel).
  writeSysctls(namespace, { 'net/ipv4/conf/all/arp_ignore': answers ? 1 : 8 })
}

/** Whether the kernel of the host answers ICMP echo requests of both families. */
export function answerEcho({ namespace }: Host, answers: boolean): void {
  const ignore = answers ? 0 : 1
  writeSysctls(namespace, {
    'net/ipv4/icmp_echo_ignore_all': ignore,
    'net/ipv6/icmp/echo_ignore_all': ignore,
  })
}

/**
 * The network swallows what a host says about other MACs than its own, as hypervisors do against spoofing.
 * Advertisements of IPv6 go altogether: nftables cannot look into their options.
 */
export function swallowForeignMacs(lan: Lan, name: string): void {
  const { port, mac } = lan.host(name)
  nft(lan, [
    'table bridge antispoofing {',
    '  chain forward {',
    '    type filter hook forward priority 0',
    `    iifname "${port}" ether type arp arp saddr ether != ${mac} drop`,
    `    iifname "${port}" ether type ip6 icmpv6 type nd-neighbor-advert drop`,
    '  }',
    '}',
  ])
}

/** Takes `swallowForeignMacs` back. */
export function swallowNothing(lan: Lan): void {
  nft(lan, ['delete table bridge antispoofing'])
}

/**
 * Two groups of hosts hear nothing of each other; others hear both. By more than one call only the last holds.
 * Taken back by `joinAgain`.
 */
export function separate(lan: Lan, left: readonly string[], right: readonly string[]): void {
  const ports = (names: readonly string[]) =>
    `{ ${names.map((name) => `"${lan.host(name).port}"`).join(', ')} }`
  nft(lan, [
    'table bridge separation',
    'delete table bridge separation',
    'table bridge separation {',
    '  chain forward {',
    '    type filter hook forward priority 0',
    `    iifname ${ports(left)} oifname ${ports(right)} drop`,
    `    iifname ${ports(right)} oifname ${ports(left)} drop`,
    '  }',
    '}',
  ])
}

/** Takes `separate` back. */
export function joinAgain(lan: Lan): void {
  nft(lan, ['delete table bridge separation'])
}

/** Why frames cannot be filtered here; undefined if they can. */
export function filterRefusal(): string | undefined {
  return commandRefusal('nft', 'nftables')
}

function nft({ wire }: Lan, lines: readonly string[]): void {
  const input = `${lines.join('\n')}\n`
  execFileSync('ip', ['netns', 'exec', wire, 'nft', '-f', '-'], { input, stdio: 'pipe' })
}
