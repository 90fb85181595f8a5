import type { Address } from '../../api/address.ts'
import { addressKey, type AddressKey } from '../../speaker/lan/address-key.ts'
import type { Dice } from './dice.ts'
import type { Host, MacNumber } from './host.ts'
import type { Lan } from './lan.ts'
import { createNeighborTable, type NeighborSettings, type NeighborTable } from './neighbor-table.ts'
import { question } from './questions.ts'
import type { Schedule } from './schedule.ts'
import { toldIn } from './told.ts'

/** A Linux host that sends packets to addresses. */
export interface Client {
  readonly host: Host
  readonly kind: string
  readonly table: NeighborTable
  /** Sends a packet: tells the MAC that it goes to, if one is known. */
  use(address: Address): MacNumber | undefined
  /** Asks everybody for an address. */
  ask(address: Address): void
  /** Notes who answers for an address from now on. */
  forget(address: Address): void
  /** Who has answered: each MAC once. */
  answers(address: Address): readonly MacNumber[]
}

export function createClient(
  { schedule, lan, dice }: { schedule: Schedule; lan: Lan; dice: Dice },
  host: Host,
  kind: string,
  settings: NeighborSettings,
): Client {
  const addresses = new Map<AddressKey, Address>()
  const answers = new Map<AddressKey, Set<MacNumber>>()
  const reachableTime = () => settings.baseReachableTime * dice.between(0.5, 1.5)
  const solicit = (key: AddressKey, mac: MacNumber | undefined) => {
    const address = addresses.get(key)
    if (address === undefined) return
    lan.send(host, question(host, address, mac === undefined ? undefined : octetsOf(mac)))
  }
  const table = createNeighborTable(settings, host.card.octets, reachableTime, solicit)
  let wakeAt: number | undefined
  const arm = () => {
    const { deadline } = table
    if (deadline === undefined || (wakeAt !== undefined && wakeAt <= deadline)) return
    wakeAt = deadline
    schedule.at(deadline, () => {
      if (wakeAt !== deadline) return
      wakeAt = undefined
      table.tick(schedule.now)
      arm()
    })
  }
  host.ears.push((frame) => {
    table.hear(frame, schedule.now)
    noteAnswer(frame, answers)
    arm()
  })
  return {
    host,
    kind,
    table,
    use(address) {
      const key = addressKey(address)
      addresses.set(key, address)
      const mac = table.use(key, schedule.now)
      arm()
      return mac
    },
    ask: (address) => void lan.send(host, question(host, address)),
    forget: (address) => void answers.set(addressKey(address), new Set()),
    answers: (address) => [...(answers.get(addressKey(address)) ?? [])],
  }
}

function noteAnswer(frame: Uint8Array, answers: ReadonlyMap<AddressKey, Set<MacNumber>>): void {
  if (answers.size === 0) return
  const told = toldIn(frame)
  if (told !== undefined) answers.get(told.key)?.add(told.mac)
}

function octetsOf(mac: MacNumber): Uint8Array {
  return Uint8Array.from(
    { length: 6 },
    (_, index) => Math.floor(mac / 2 ** (8 * (5 - index))) % 256,
  )
}
