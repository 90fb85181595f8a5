import { octetsKey, ipv4Key, ipv6Key, type AddressKey } from '../../speaker/lan/address-key.ts'
import type { WireEvent, WireMachine, WireMachineOptions } from '../../speaker/machine/events.ts'
import type { SpeakerReport } from '../../speaker/reports/report.ts'
import { addressBytes, type Address } from '../../api/address.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { ARP } from '../../speaker/wire/arp.ts'
import { ETHER_TYPE, etherType, isToGroup } from '../../speaker/wire/ethernet.ts'
import { frameRejection } from '../../speaker/wire/frame.ts'
import { IPV6 } from '../../speaker/wire/ipv6.ts'
import { BROADCAST, macBytes, multicastMac } from '../../speaker/wire/mac.ts'
import { ALL_NODES, NDP } from '../../speaker/wire/ndp.ts'
import type { Clock } from './clock.ts'
import type { Dice } from './dice.ts'
import { linkOf, macNumberAt, type Host, type MacNumber } from './host.ts'
import type { Lan } from './lan.ts'
import type { Schedule } from './schedule.ts'
import type { WireEffect } from '../../speaker/lan/effect.ts'
import type { RememberedOwner } from '../../speaker/lan/settings.ts'

/** Who looks at what a speaker does. */
export interface Watch {
  /** `leads` is false if no grant holds any more, by the speaker's own clock. */
  sent(speaker: SpeakerHost, frame: Uint8Array, leads: boolean): void
  reported(speaker: SpeakerHost, report: SpeakerReport): void
  wrong(what: string): void
  trace(line: () => string): void
}

export interface Stage {
  readonly schedule: Schedule
  readonly dice: Dice
  readonly lan: Lan
  readonly watch: Watch
  readonly makeMachine: (options: WireMachineOptions) => WireMachine
}

/** The process of a speaker on a host: what the loop of speaker/io/ does, by a clock of its own. */
export interface SpeakerHost {
  readonly host: Host
  readonly clock: Clock
  readonly isRunning: boolean
  /** By its own clock. */
  readonly grantedUntil: number
  /** Frames that it has taken in. */
  readonly heard: number
  start(plan: AnnouncementPlan): void
  /** Ends without a word; what it has written down last stays. */
  end(): void
  /** Its loop does not run for so long; what arrives waits. */
  stall(duration: number): void
  tell(event: WireEvent): void
  tellLinks(): void
  grant(until: number): void
}

interface Process {
  machine: WireMachine
  lastReading: number
  wakeAt: number | undefined
}

interface Arrived {
  readonly bytes: Uint8Array
  readonly receivedAt: number
}

/** More deadlines than this in a row without time passing, and the machine spins. */
const MAX_DEADLINES = 50

const ALL_STATIONS: readonly MacNumber[] = [
  macNumberAt(macBytes(BROADCAST), 0),
  macNumberAt(macBytes(multicastMac(ALL_NODES)), 0),
]

export function createSpeakerHost(
  stage: Stage,
  host: Host,
  clock: Clock,
  options: WireMachineOptions,
): SpeakerHost {
  const { schedule, dice, watch } = stage
  const groups = new Map<MacNumber, number>()
  let process: Process | undefined
  let owners: readonly RememberedOwner[] = []
  let filter: Filter | undefined
  let stalledUntil = 0
  let grantedUntil = options.leads === false ? -Infinity : Infinity
  let isLinkUp = false
  let heard = 0
  let waiting: Arrived[] = []
  let commands: WireEvent[] = []

  const read = (current: Process) => {
    current.lastReading = Math.max(current.lastReading, clock.read(schedule.now))
    return current.lastReading
  }
  const handle = (event: WireEvent) => {
    if (process === undefined) return
    const now = read(process)
    if (event.type === 'frame') heard += 1
    perform(process.machine.handle(event, now), now)
  }
  const perform = (effects: readonly WireEffect[], now: number) => {
    for (const effect of effects) performOne(effect, now)
  }
  const performOne = (effect: WireEffect, now: number) => {
    switch (effect.type) {
      case 'send':
        return send(effect.bytes, now)
      case 'join':
      case 'leave':
        return count(groups, effect.group, effect.type === 'join' ? 1 : -1)
      case 'listen':
        filter = filterOf(effect.addresses, effect.nodes)
        return
      case 'report':
        return watch.reported(self, effect.report)
    }
  }
  const send = (frame: Uint8Array, now: number) => {
    const refused = frameRejection(frame)
    if (refused !== undefined) watch.wrong(`${host.name} sends a frame that is ${refused}`)
    if (!isLinkUp) watch.wrong(`${host.name} sends a frame on a link that is down`)
    if (stage.lan.send(host, frame)) watch.sent(self, frame, now < grantedUntil)
  }
  const arm = () => {
    const current = process
    const deadline = current?.machine.deadline
    if (current === undefined || deadline === undefined) return
    const when = Math.max(schedule.now, clock.when(deadline)) + dice.between(0.01, 0.3)
    if (current.wakeAt !== undefined && current.wakeAt <= when) return
    current.wakeAt = when
    schedule.at(when, () => {
      if (process !== current || current.wakeAt !== when) return
      current.wakeAt = undefined
      // One that is late catches up when it wakes.
      if (isAsleep()) return
      deadlines(current, true)
      arm()
    })
  }
  const deadlines = (current: Process, drained: boolean) => {
    for (let turn = 0; process === current; turn++) {
      const { deadline } = current.machine
      if (deadline === undefined || deadline > read(current)) return
      if (turn === MAX_DEADLINES) {
        process = undefined
        return watch.wrong(`${host.name} asks for a deadline again and again`)
      }
      handle({ type: 'deadline', drained })
      if (!drained) return
    }
  }
  const isAsleep = () => schedule.now < Math.max(stalledUntil, host.pausedUntil)
  /** A late loop takes in what waits, and looks at its deadlines in between. */
  const catchUp = () => {
    const current = process
    if (current === undefined || isAsleep()) return
    const frames = waiting
    waiting = []
    for (const { bytes, receivedAt } of frames) {
      handle({ type: 'frame', link: 'eth0', bytes, receivedAt })
      if (dice.chance(0.05)) deadlines(current, false)
    }
    const told = commands
    commands = []
    for (const event of told) takeCommand(event)
    deadlines(current, true)
    arm()
  }
  const takeCommand = (event: WireEvent) => {
    if (event.type === 'grant') grantedUntil = event.until
    if (event.type === 'links') isLinkUp = event.links.some(({ up }) => up)
    handle(event)
  }
  const sleepAt = (until: number) => schedule.at(until, catchUp)

  host.ears.push((bytes) => {
    if (process === undefined || !passes(bytes, host, groups, filter)) return
    const receivedAt = read(process)
    if (isAsleep()) waiting.push({ bytes, receivedAt })
    else {
      handle({ type: 'frame', link: 'eth0', bytes, receivedAt })
      arm()
    }
  })

  const self: SpeakerHost = {
    host,
    clock,
    get isRunning() {
      return process !== undefined && host.isOn
    },
    get grantedUntil() {
      return grantedUntil
    },
    get heard() {
      return heard
    },
    start(plan) {
      const machine = stage.makeMachine(options)
      process = { machine, lastReading: 0, wakeAt: undefined }
      self.tell({ type: 'owners', owners })
      self.tellLinks()
      self.tell({ type: 'plan', plan })
    },
    end() {
      if (process === undefined) return
      owners = rememberedOwners(process.machine, read(process))
      process = undefined
      groups.clear()
      filter = undefined
      waiting = []
      commands = []
      if (options.leads === false) grantedUntil = -Infinity
    },
    stall(duration) {
      stalledUntil = Math.max(stalledUntil, schedule.now + duration)
      sleepAt(stalledUntil)
    },
    tell(event) {
      if (process === undefined) return
      if (isAsleep()) {
        commands.push(event)
        sleepAt(Math.max(stalledUntil, host.pausedUntil))
      } else {
        takeCommand(event)
        arm()
      }
    },
    tellLinks: () => self.tell({ type: 'links', links: [linkOf(host)] }),
    grant: (until) => self.tell({ type: 'grant', until }),
  }
  return self
}

function rememberedOwners(machine: WireMachine, now: number): readonly RememberedOwner[] {
  return machine
    .status(now)
    .addresses.map(({ address, owner, plannedOwner }) => ({ address, owner, plannedOwner }))
}

function count(groups: Map<MacNumber, number>, group: Address, change: number): void {
  const key = macNumberAt(macBytes(multicastMac(addressBytes(group))), 0)
  groups.set(key, (groups.get(key) ?? 0) + change)
}

/** What a `listen` effect lets through. */
interface Filter {
  readonly addresses: ReadonlySet<AddressKey>
  readonly nodes: ReadonlySet<AddressKey>
}

function filterOf(addresses: readonly Address[], nodes: readonly Address[]): Filter {
  const keys = (list: readonly Address[]) =>
    new Set(list.map((address) => octetsKey(addressBytes(address))))
  return { addresses: keys(addresses), nodes: keys(nodes) }
}

/** The card takes what is for it, for all, or for a group that was joined; the filter what may matter. */
function passes(
  frame: Uint8Array,
  host: Host,
  groups: ReadonlyMap<MacNumber, number>,
  filter: Filter | undefined,
): boolean {
  const destination = macNumberAt(frame, 0)
  if (destination === host.card.number) return true
  if (!isToGroup(frame)) return true
  if (!ALL_STATIONS.includes(destination) && (groups.get(destination) ?? 0) <= 0) return false
  return filter === undefined || mayMatter(frame, filter)
}

function mayMatter(frame: Uint8Array, { addresses, nodes }: Filter): boolean {
  if (etherType(frame) === ETHER_TYPE.arp) {
    const sender = ipv4Key(frame, ARP.senderProtocol)
    return (
      addresses.has(ipv4Key(frame, ARP.targetProtocol)) ||
      addresses.has(sender) ||
      nodes.has(sender)
    )
  }
  if (etherType(frame) !== ETHER_TYPE.ipv6 || frame.length < NDP.options) return false
  const target = ipv6Key(frame, NDP.target)
  return addresses.has(target) || nodes.has(target) || nodes.has(ipv6Key(frame, IPV6.source))
}
