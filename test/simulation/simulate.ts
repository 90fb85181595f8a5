import type { Address } from '../../api/address.ts'
import { POOL_DEFAULTS, type PlanPool } from '../../api/objects.ts'
import type { WireMachine, WireMachineOptions } from '../../speaker/machine/events.ts'
import { createWireMachine } from '../../speaker/machine/wire-machine.ts'
import { examine } from './examine.ts'
import { createClient, type Client } from './client.ts'
import { createClock } from './clock.ts'
import { createDice, type Dice } from './dice.ts'
import { FAULTS, type Fault, type Field } from './faults.ts'
import { createHost, isReachable, type Host } from './host.ts'
import { createJudge, type Judge } from './judge.ts'
import { runKernel } from './kernel.ts'
import { createLan, type Lan } from './lan.ts'
import { createLeaseService, type Candidate, type LeaseService } from './lease.ts'
import type { Member } from './members.ts'
import { planOf, withAddress, withoutAddress, withoutNode, type PlanModel } from './plan-model.ts'
import { claimOf } from './questions.ts'
import { expectMoves } from './promptness.ts'
import { createSchedule, type Schedule } from './schedule.ts'
import { addressNumber, drawCandidates, drawPlan, drawSetting, type Setting } from './setting.ts'
import { createSpeakerHost, type SpeakerHost, type Stage } from './speaker-host.ts'

export interface SimulationOptions {
  /** Writes what happens, for people. */
  readonly trace?: (line: string) => void
  /** A machine that is not as it should be. */
  readonly sabotage?: (machine: WireMachine) => WireMachine
  readonly options?: Partial<WireMachineOptions>
}

export interface SimulationResult {
  readonly seed: number
  readonly violations: readonly string[]
  readonly moves: number
  readonly faults: number
}

/** The parts of a run. */
export interface World {
  readonly schedule: Schedule
  readonly dice: Dice
  readonly lan: Lan
  readonly judge: Judge
  readonly lease: LeaseService
  readonly nodes: readonly Host[]
  readonly members: readonly Member[]
  readonly clients: readonly Client[]
  readonly setting: Setting
  /** Neither node nor client. */
  readonly stranger: Host
  model: PlanModel
  /** Those that were in the plan once. */
  readonly removed: Map<string, Address>
}

const FRAMES_PER_SECOND = 100
const PROBES_PER_SECOND = 200

/** Before the first fault: everybody starts, somebody leads. */
const BEGINNING = 3_000
/** RFC 5227's full time is over, and a client has tried again. */
const CHECKED = 10_000
/** After the last one at least: a lease runs out, clients try again. */
const SETTLING = 12_000

/** One run: everything in it follows from the seed. */
export function simulate(seed: number, options: SimulationOptions = {}): SimulationResult {
  const world = createWorld(seed, options)
  const { dice, schedule, judge } = world
  const end = BEGINNING + dice.between(2_000, 12_000)
  for (const { speaker, plan } of world.members)
    schedule.at(dice.between(0, 500), () => speaker?.start(plan()))
  for (const client of world.clients) useNow(world, client)
  const faults = planFaults(world, BEGINNING, end)
  schedule.runUntil(end + settlingTime(world.model.pool))
  examine(world)
  judge.close()
  if (world.setting.faults.length === 0 && judge.moves > 0)
    judge.wrong('an address has moved, and nothing was wrong')
  return { seed, violations: judge.violations, moves: judge.moves, faults }
}

/** A dead node that is back is asked for within ten seconds and then probed slowly; then fail-back has its delay. */
function settlingTime({ probe, failback, failbackDelaySeconds }: PlanPool): number {
  const delay = failback === 'afterStable' ? failbackDelaySeconds * 1_000 : 0
  return SETTLING + 20 * probe.intervalMilliseconds + delay
}

function createWorld(seed: number, options: SimulationOptions): World {
  const dice = createDice(seed)
  const schedule = createSchedule()
  const setting = drawSetting(dice)
  const { nodeCount, clients, weather } = setting
  const nodes = Array.from({ length: nodeCount }, (_, index) => createHost(`n${index}`, index))
  for (const node of nodes) node.answersEcho = !dice.chance(0.1)
  const own = clients.map(({ name }, index) => createHost(`c${index}-${name}`, 50 + index))
  const stranger = createHost('stranger', 70)
  const hosts = [...nodes, ...own, stranger]
  const lan = createLan(schedule, dice, hosts, { ...weather })
  const judge = createJudge({
    schedule,
    nodes,
    // Volleys of confirming probes come on top.
    budget: FRAMES_PER_SECOND + 2 * PROBES_PER_SECOND,
    trace: options.trace,
  })
  for (const host of hosts) runKernel(lan, host)
  const model = drawPlan(dice, nodes, setting)
  judge.planned(model, [])
  judge.trace(() => `seed ${seed}: ${describeSetting(setting, model)}`)
  const makeMachine = (given: WireMachineOptions) => {
    const machine = createWireMachine({ ...given, ...options.options })
    return options.sabotage?.(machine) ?? machine
  }
  const stage: Stage = { schedule, dice, lan, watch: judge, makeMachine }
  const world: World = {
    schedule,
    dice,
    lan,
    judge,
    setting,
    nodes,
    stranger,
    model,
    lease: createLeaseService(schedule, dice),
    members: [],
    clients: clients.map(({ name, settings }, index) =>
      createClient({ schedule, lan, dice }, own[index]!, name, settings),
    ),
    removed: new Map(),
  }
  return Object.assign(world, { members: nodes.map((host) => memberOf(world, stage, host)) })
}

function describeSetting(setting: Setting, { nodes, pool, addresses }: PlanModel): string {
  const { probe } = pool
  return [
    setting.isAlone ? 'one speaker, alone' : `${setting.speakerCount} speakers`,
    `nodes ${nodes.map(({ name, addresses: own }) => `${name} (${own.join(', ')})`).join(', ')}`,
    `probe ${probe.method} ${probe.intervalMilliseconds} ms ${probe.failureThreshold}`,
    `failback ${pool.failback} ${pool.failbackDelaySeconds} s`,
    `conflicts ${pool.conflictDetection}`,
    `clients ${setting.clients.map(({ name }) => name).join(', ')}`,
    ...addresses.map(({ address, candidates }) => `${address.text}: ${candidates.join(' ')}`),
  ].join('; ')
}

function memberOf(world: World, stage: Stage, host: Host): Member {
  const { dice, setting, lease } = world
  const speaker =
    host.index < setting.speakerCount ? speakerOn(dice, setting, stage, host) : undefined
  const member = {
    host,
    speaker,
    candidate: undefined as Candidate | undefined,
    reachesService: true,
    generation: 0,
    plan: () => planOf(world.model),
    silence: () => {
      const { intervalMilliseconds, failureThreshold } = world.model.pool.probe
      // Nodes that are no candidates are probed as is usual.
      const interval = Math.min(intervalMilliseconds, POOL_DEFAULTS.probe.intervalMilliseconds)
      return interval * (failureThreshold < 5 ? 0.5 : 0.8)
    },
  }
  if (speaker !== undefined && !setting.isAlone) {
    member.candidate = candidateOf(stage.schedule, member, speaker)
    lease.stand(member.candidate)
  }
  return member
}

function speakerOn(dice: Dice, setting: Setting, stage: Stage, host: Host): SpeakerHost {
  const clock = createClock(dice.between(0.99, 1.01), dice.between(0, 1e7))
  return createSpeakerHost(stage, host, clock, {
    ...(setting.isAlone ? {} : { leads: false }),
    echoIdentifier: 1_000 + host.index,
    settings: { framesPerSecond: FRAMES_PER_SECOND, probesPerSecond: PROBES_PER_SECOND },
  })
}

function candidateOf(schedule: Schedule, member: Member, speaker: SpeakerHost): Candidate {
  const { host } = member
  return {
    name: host.name,
    stands: () => speaker.isRunning && isReachable(host) && schedule.now >= host.pausedUntil,
    reachesService: () => member.reachesService,
    read: () => speaker.clock.read(schedule.now),
    grant: (until) => speaker.grant(until),
  }
}

/** A client sends packets to all addresses, again and again. */
function useNow(world: World, client: Client): void {
  const { schedule, dice, clients, setting } = world
  const { pause } = setting.clients[clients.indexOf(client)]!
  const { weather } = world.lan
  // What has only heard of an address is no asker, and is not refreshed before it asks.
  const isAsker = !setting.clients[clients.indexOf(client)]!.settings.arpAccept
  const isCalm = setting.faults.length === 0 && weather.loss === 0 && isAsker
  const again = () => {
    for (const { address } of world.model.addresses)
      if (client.use(address) === undefined && isCalm && schedule.now > CHECKED)
        world.judge.wrong(`${client.host.name} has lost ${address.text}, and nothing was wrong`)
    schedule.at(schedule.now + pause * dice.between(0.8, 1.2), again)
  }
  schedule.at(BEGINNING * dice.between(0.5, 0.9), again)
}

function planFaults(world: World, from: number, to: number): number {
  const { dice, schedule, judge, setting } = world
  if (setting.faults.length === 0) return 0
  const field = fieldOf(world)
  const count = 1 + dice.below(5)
  for (let left = count; left > 0; left--) {
    schedule.at(dice.between(from, to), () => {
      const fault = FAULTS[dice.pick(setting.faults)](field)
      if (fault === undefined) return
      judge.trace(() => fault.what)
      judge.faulty()
      expectMoves(world)
      if (fault.undo !== undefined) planEnd(world, fault, to)
    })
  }
  return count
}

function planEnd({ dice, schedule, judge }: World, { what, undo, canLast }: Fault, to: number) {
  if (canLast === true && dice.chance(0.3)) return
  schedule.at(Math.min(to, schedule.now + dice.between(50, 6_000)), () => {
    judge.trace(() => `no more: ${what}`)
    undo?.()
  })
}

function fieldOf(world: World): Field {
  const { schedule, dice, lan, judge, lease, members, clients } = world
  return {
    schedule,
    dice,
    lan,
    judge,
    lease,
    members,
    exposed: members.filter(
      ({ speaker }) => !world.setting.sparesSpeakers || speaker === undefined,
    ),
    anchor: dice.pick(members.filter(({ speaker }) => speaker !== undefined)),
    clients: clients.map(({ host }) => host),
    changePlan: () => changePlan(world),
    claim: () => claimAddress(world),
  }
}

/** A host that nobody knows claims an address, again and again. */
function claimAddress({ dice, schedule, lan, stranger, model }: World): Fault {
  const { address } = dice.pick(model.addresses)
  let isOver = false
  const again = () => {
    if (isOver) return
    lan.send(stranger, claimOf(stranger, address))
    schedule.at(schedule.now + dice.between(50, 2_000), again)
  }
  again()
  return { what: `a stranger claims ${address.text}`, undo: () => (isOver = true) }
}

function changePlan(world: World): string {
  const { dice, judge, members, schedule } = world
  const before = world.model
  const { model, what, changed } = drawChange(world)
  world.model = model
  judge.planned(model, changed)
  for (const { address } of before.addresses) world.removed.set(address.text, address)
  for (const { address } of model.addresses) world.removed.delete(address.text)
  const plan = planOf(model)
  for (const { speaker } of members)
    schedule.at(schedule.now + dice.between(0, 300), () => {
      if (world.model === model) speaker?.tell({ type: 'plan', plan })
    })
  return what
}

interface Change {
  readonly model: PlanModel
  readonly what: string
  readonly changed: readonly Address[]
}

function drawChange({ dice, model, members, nodes }: World): Change {
  const known = nodes.filter(({ name }) => model.nodes.some((node) => node.name === name))
  const kind = dice.pick(['move', 'move', 'add', 'remove', 'node'])
  const planned = dice.pick(model.addresses)
  if (kind === 'remove' && model.addresses.length > 1) {
    const { address } = planned
    return {
      model: withoutAddress(model, address),
      what: `${address.text} leaves the plan`,
      changed: [address],
    }
  }
  if (kind === 'node') {
    const plain = known.filter(({ index }) => members[index]?.speaker === undefined)
    if (plain.length > 0) return nodeLeaves(model, dice.pick(plain).name)
  }
  const address = kind === 'add' ? addressNumber(10 + dice.below(9)) : planned.address
  const candidates = drawCandidates(dice, known)
  return {
    model: withAddress(model, { address, candidates }),
    what: `the plan says ${address.text}: ${candidates.join(' ')}`,
    changed: [address],
  }
}

function nodeLeaves(model: PlanModel, name: string): Change {
  return {
    model: withoutNode(model, name),
    what: `${name} leaves the plan`,
    changed: model.addresses.map(({ address }) => address),
  }
}
