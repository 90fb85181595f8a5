import { addressKey } from '../../speaker/lan/address-key.ts'
import type { Address } from '../../api/address.ts'
import { isReachable, type Host, type MacNumber } from './host.ts'
import type { World } from './simulate.ts'

/** Between a question and the look at its answers. */
const ANSWER_TIME = 100
/** A question may be lost. */
const TURNS = 3
const WATCH_TIME = 2_500
const SILENCE_BROKEN = 5_000

/** After everything has settled: who is told what, by whom, and where packets go. */
export function examine(world: World): void {
  const { schedule, judge } = world
  judge.trace(() => `settled; the lease is ${world.lease.holder ?? 'nobody'}'s`)
  if (world.nodes.filter(isReachable).length === 1) breakSilence(world)
  const told = judge.listen()
  // A wrong entry is found out by its use, and mended.
  for (const client of world.clients)
    for (const { address } of world.model.addresses) client.use(address)
  const first = askForAll(world)
  schedule.runUntil(schedule.now + WATCH_TIME)
  const second = askForAll(world)
  for (const { address, candidates } of world.model.addresses) {
    const live = world.nodes.filter((node) => candidates.includes(node.name) && isReachable(node))
    if (live.length === 0) continue
    for (const answers of [first, second]) judgeAnswers(world, address, live, answers)
    judgeTold(world, address, live, told.get(addressKey(address)) ?? new Set())
    for (const client of world.clients)
      judgeUse(
        world,
        `${client.host.name} sends packets for ${address.text}`,
        client.use(address),
        live,
      )
  }
  for (const address of world.removed.values()) {
    const answers = second.get(address.text) ?? []
    if (answers.length > 0)
      judge.wrong(`${address.text} is answered with ${names(world, answers)}, and is in no plan`)
  }
}

/** Where all other nodes have died, the leader holds its verdicts until somebody is heard: a question will do. */
function breakSilence(world: World): void {
  askForAll(world)
  world.schedule.runUntil(world.schedule.now + SILENCE_BROKEN)
}

type Answers = ReadonlyMap<string, readonly MacNumber[]>

function askForAll({ clients, model, removed, schedule }: World): Answers {
  const [client] = clients
  const addresses = [...model.addresses.map(({ address }) => address), ...removed.values()]
  for (const address of addresses) client!.forget(address)
  for (let turn = 0; turn < TURNS; turn++) {
    for (const address of addresses) client!.ask(address)
    schedule.runUntil(schedule.now + ANSWER_TIME)
  }
  return new Map(addresses.map((address) => [address.text, client!.answers(address)]))
}

function judgeAnswers(
  world: World,
  { text }: Address,
  live: readonly Host[],
  answers: Answers,
): void {
  const macs = answers.get(text) ?? []
  const expected = live.map(({ name }) => name).join(', ')
  if (macs.length === 0) world.judge.wrong(`nobody answers for ${text}; alive: ${expected}`)
  if (macs.length > 1) world.judge.wrong(`${text} is answered with ${names(world, macs)}`)
  for (const mac of macs) judgeUse(world, `the answer sends packets for ${text}`, mac, live)
}

function judgeTold(
  world: World,
  { text }: Address,
  live: readonly Host[],
  macs: ReadonlySet<MacNumber>,
): void {
  if (macs.size > 1) world.judge.wrong(`${text} is told to be at ${names(world, [...macs])}`)
  for (const mac of macs) judgeUse(world, `what is told sends packets for ${text}`, mac, live)
}

function judgeUse(
  world: World,
  who: string,
  mac: MacNumber | undefined,
  live: readonly Host[],
): void {
  if (mac === undefined || live.some(({ card }) => card.number === mac)) return
  world.judge.wrong(
    `${who} to ${names(world, [mac])}; alive: ${live.map(({ name }) => name).join(', ')}`,
  )
}

function names({ lan }: World, macs: readonly MacNumber[]): string {
  return macs
    .map(
      (mac) =>
        lan.hosts.find(({ card }) => card.number === mac)?.name ?? `nobody (${mac.toString(16)})`,
    )
    .join(' and ')
}
