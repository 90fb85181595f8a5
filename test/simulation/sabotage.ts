import type { WireEvent, WireMachine, WireMachineOptions } from '../../speaker/machine/events.ts'
import { ARP } from '../../speaker/wire/arp.ts'
import { ETHER_TYPE, etherType, isToGroup } from '../../speaker/wire/ethernet.ts'
import { putBytes } from '../../speaker/wire/octets.ts'
import { toldIn } from './told.ts'
import type { WireEffect } from '../../speaker/lan/effect.ts'

/** A machine that is not as it should be. */
export interface Sabotage {
  readonly name: string
  readonly options?: Partial<WireMachineOptions>
  readonly spoil: (effects: readonly WireEffect[], event: WireEvent) => readonly WireEffect[]
  readonly ignores?: 'grant' | 'deadline'
  /** What must be noticed. */
  readonly noticed: RegExp
}

/** The MAC of nobody. */
const NOBODY = Uint8Array.of(2, 0, 0, 0, 0xff, 0xff)

export const SABOTAGES: readonly Sabotage[] = [
  {
    name: 'only answers',
    spoil: (effects, { type }) =>
      type === 'frame' ? effects : effects.filter((effect) => !isNews(effect)),
    noticed: /sends packets for|is still at/,
  },
  {
    name: 'answers with the MAC of nobody',
    spoil: (effects) => effects.map(withMacOfNobody),
    noticed: /nobody \(/,
  },
  {
    name: 'leads without a grant',
    options: { leads: true },
    ignores: 'grant',
    spoil: (effects) => effects,
    noticed: /without a grant/,
  },
  {
    name: 'does nothing in time',
    ignores: 'deadline',
    spoil: (effects) => effects,
    noticed: /again and again/,
  },
  {
    name: 'sends everything three times',
    spoil: (effects) => effects.flatMap((effect) => [effect, effect, effect]),
    noticed: /is announced|frames in a second/,
  },
]

export function sabotaged(machine: WireMachine, { spoil, ignores }: Sabotage): WireMachine {
  return {
    handle: (event, now) =>
      event.type === ignores ? [] : spoil(machine.handle(event, now), event),
    get deadline() {
      return machine.deadline
    },
    counters: () => machine.counters(),
    status: (now) => machine.status(now),
    get isLanChanged() {
      return machine.isLanChanged
    },
    lanObservation: () => machine.lanObservation(),
  }
}

/** To all, or to those who have asked before. */
function isNews(effect: WireEffect): boolean {
  return effect.type === 'send' && toldIn(effect.bytes) !== undefined
}

function withMacOfNobody(effect: WireEffect): WireEffect {
  if (effect.type !== 'send' || isToGroup(effect.bytes)) return effect
  if (etherType(effect.bytes) !== ETHER_TYPE.arp || toldIn(effect.bytes)?.form !== 'reply')
    return effect
  const bytes = effect.bytes.slice()
  putBytes(bytes, ARP.senderHardware, NOBODY)
  return { ...effect, bytes }
}
