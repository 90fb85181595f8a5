import { isGroupAt } from '../../speaker/wire/ethernet.ts'
import type { Dice } from './dice.ts'
import { macNumberAt, type Host } from './host.ts'
import type { Schedule } from './schedule.ts'

/** What befalls each frame on its way, anew for each receiver. */
export interface Weather {
  /** Milliseconds, at least and at most: frames overtake each other. */
  delay: readonly [number, number]
  loss: number
  duplication: number
}

/** One switch; it knows where each MAC is, and floods what nobody has. */
export interface Lan {
  readonly hosts: readonly Host[]
  readonly weather: Weather
  /** False if the frame does not leave the host. */
  send(from: Host, frame: Uint8Array): boolean
}

export function createLan(
  schedule: Schedule,
  dice: Dice,
  hosts: readonly Host[],
  weather: Weather,
): Lan {
  const carry = (to: Host, frame: Uint8Array) => {
    if (dice.chance(weather.loss)) return
    const [least, most] = weather.delay
    schedule.at(schedule.now + dice.between(least, most), () => arrive(schedule, to, frame))
  }
  return {
    hosts,
    weather,
    send(from, frame) {
      if (!from.isOn || !from.hasCarrier || from.isMute) return false
      for (const to of receivers(hosts, from, frame)) {
        carry(to, frame)
        if (dice.chance(weather.duplication)) carry(to, frame)
      }
      return true
    },
  }
}

function receivers(hosts: readonly Host[], from: Host, frame: Uint8Array): readonly Host[] {
  const others = hosts.filter((host) => host !== from && host.island === from.island)
  if (isGroupAt(frame, 0)) return others
  const destination = macNumberAt(frame, 0)
  const station = hosts.find(({ card }) => card.number === destination)
  if (station === undefined) return others
  return station.island === from.island && station !== from ? [station] : []
}

function arrive(schedule: Schedule, to: Host, frame: Uint8Array): void {
  if (!to.isOn || !to.hasCarrier || to.isDeaf) return
  if (schedule.now < to.pausedUntil) {
    schedule.at(to.pausedUntil, () => arrive(schedule, to, frame))
    return
  }
  for (const hear of to.ears) hear(frame)
}
