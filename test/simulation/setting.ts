import type { Address } from '../../api/address.ts'
import { POOL_DEFAULTS, type ConflictDetection, type PlanNode } from '../../api/objects.ts'
import { ip } from '../support/wire/frame-text.ts'
import type { Dice } from './dice.ts'
import type { FaultKind } from './faults.ts'
import type { Host } from './host.ts'
import type { Weather } from './lan.ts'
import { LINUX, type NeighborSettings } from './neighbor-table.ts'
import type { PlanModel, PlannedModel } from './plan-model.ts'

/** What is decided before a run begins. */
export interface Setting {
  readonly nodeCount: number
  readonly speakerCount: number
  /** One speaker, which leads for ever. */
  readonly isAlone: boolean
  readonly weather: Weather
  readonly faults: readonly FaultKind[]
  /** Hosts with a speaker keep their power, their link and their port. */
  readonly sparesSpeakers: boolean
  readonly clients: readonly ClientKind[]
}

export interface ClientKind {
  readonly name: string
  readonly settings: NeighborSettings
  /** Between two packets, in milliseconds. */
  readonly pause: number
}

/** Faults after which everybody who was there knows everything. */
const PLAIN: readonly FaultKind[] = [
  'nodeDies',
  'portCut',
  'linkDown',
  'speakerLate',
  'nodeSilent',
  'planChange',
  'serviceCut',
]
/** Of speakers that come and go. */
const COMINGS: readonly FaultKind[] = [...PLAIN, 'speakerDies', 'speakerStops', 'nodePaused']
/** Those in which an announcement may reach nobody. */
const ROUGH: readonly FaultKind[] = [...COMINGS, 'partition', 'storm', 'clientCut']

/** Somebody else has one of the addresses, too. */
const RIVALS: readonly FaultKind[] = ['rival', 'rival', 'nodeDies', 'speakerDies', 'planChange']

const CALM: Weather = { delay: [0.05, 0.5], loss: 0, duplication: 0 }

const FAULTS_OF = { none: [], plain: PLAIN, comings: COMINGS, rough: ROUGH, rivals: RIVALS }
const KINDS = ['none', 'plain', 'plain', 'comings', 'comings', 'rough', 'rough', 'rivals'] as const

export function drawSetting(dice: Dice): Setting {
  const kind = dice.pick(KINDS)
  const weather = drawWeather(dice)
  const isAlone = dice.chance(0.15)
  const nodeCount = 2 + dice.below(3)
  const isRough = kind === 'rough' || kind === 'rivals' || weather.loss > 0
  const sparesSpeakers = kind === 'plain' && dice.chance(0.4)
  return {
    nodeCount,
    speakerCount: isAlone ? 1 : 1 + dice.below(Math.min(3, nodeCount)),
    isAlone,
    weather,
    faults: FAULTS_OF[kind],
    sparesSpeakers,
    clients: drawClients(dice, isRough, !sparesSpeakers && kind !== 'none'),
  }
}

function drawWeather(dice: Dice): Weather {
  if (dice.chance(0.5)) return { ...CALM }
  return {
    delay: [0.05, dice.between(0.5, 10)],
    loss: dice.chance(0.5) ? 0.002 : 0,
    duplication: dice.chance(0.5) ? 0.05 : 0,
  }
}

/** Waits for so long that a run would not see the end of it. */
const PATIENT: NeighborSettings = LINUX
const HASTY: NeighborSettings = {
  ...LINUX,
  baseReachableTime: 2_000,
  delayFirstProbeTime: 1_000,
  retransTime: 400,
}
const DEAF = { dropGratuitousArp: true, dropUnsolicitedNa: true }

/**
 * Clients that depend on announcements where every one of them arrives, and such as find out by themselves
 * where not. One that takes no gratuitous ARP depends on the speaker that has answered it.
 */
function drawClients(dice: Dice, isRough: boolean, areSpeakersHit: boolean): ClientKind[] {
  const pause = dice.between(300, 900)
  const usual = { name: 'usual', settings: isRough ? HASTY : PATIENT, pause }
  const isForgotten = isRough || areSpeakersHit
  const other = dice.pick([
    { name: 'accepting', settings: { ...usual.settings, arpAccept: true }, pause },
    { name: 'idle', settings: usual.settings, pause: 5_000 },
    { name: 'dropping', settings: { ...(isForgotten ? HASTY : PATIENT), ...DEAF }, pause },
  ])
  return [usual, other]
}

/** `10.0.0.100` and up, `2001:db8::1:0` and up. */
export function addressNumber(index: number): Address {
  return ip(index % 3 === 2 ? `2001:db8::1:${index.toString(16)}` : `10.0.0.${100 + index}`)
}

export function drawPlan(dice: Dice, nodes: readonly Host[], { faults }: Setting): PlanModel {
  const count = 1 + dice.below(4)
  const first = dice.below(3)
  return {
    nodes: nodes.map((host) => planNode(dice, host)),
    pool: {
      ...POOL_DEFAULTS,
      name: 'lan',
      failback: dice.pick(['never', 'never', 'immediate', 'afterStable']),
      failbackDelaySeconds: 1 + dice.below(3),
      probe: {
        method: nodes.every(({ answersEcho }) => answersEcho)
          ? dice.pick(['auto', 'auto', 'echo', 'arp'])
          : 'auto',
        intervalMilliseconds: dice.pick([100, 200, 400, 400, 400, 400]),
        failureThreshold: dice.pick([3, 5, 5]),
      },
      conflictDetection: faults.includes('rival')
        ? dice.pick(['off', 'report'])
        : drawDetection(dice),
    },
    addresses: Array.from({ length: count }, (_, index) => ({
      address: addressNumber(first + index),
      candidates: drawCandidates(dice, nodes),
    })),
  }
}

/** Not where somebody else has an address: one that is held comes back only after a minute. */
function drawDetection(dice: Dice): ConflictDetection {
  return dice.pick(['off', 'report', 'report', 'hold'])
}

function planNode(dice: Dice, { name, ipv4, ipv6 }: Host): PlanNode {
  const both = [ipv4.text, ipv6.text]
  return { name, addresses: dice.pick([both, both, [ipv4.text], [ipv6.text]]) }
}

export function drawCandidates(dice: Dice, nodes: readonly Host[]): PlannedModel['candidates'] {
  const names = dice.shuffled(nodes.map(({ name }) => name))
  return dice.chance(0.8) ? names : names.slice(0, 1 + dice.below(names.length))
}
