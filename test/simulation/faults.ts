import type { Dice } from './dice.ts'
import { cardOf, type Host } from './host.ts'
import type { Judge } from './judge.ts'
import { introduce } from './kernel.ts'
import type { Lan } from './lan.ts'
import type { LeaseService } from './lease.ts'
import type { Schedule } from './schedule.ts'
import type { Member } from './members.ts'

/** What faults befall. */
export interface Field {
  readonly schedule: Schedule
  readonly dice: Dice
  readonly lan: Lan
  readonly judge: Judge
  readonly lease: LeaseService
  readonly members: readonly Member[]
  /** Those whose host may be cut off, or lose its power. */
  readonly exposed: readonly Member[]
  /** This one is spared by what lasts: somebody has to lead in the end. */
  readonly anchor: Member
  readonly clients: readonly Host[]
  readonly changePlan: () => string
  /** Somebody who claims an address from now on; undo makes him stop. */
  readonly claim: () => Fault | undefined
}

/** Something that has gone wrong. */
export interface Fault {
  readonly what: string
  readonly undo?: () => void
  /** May it last to the end? */
  readonly canLast?: boolean
}

export type FaultKind = keyof typeof FAULTS

/** Each makes one thing go wrong, or nothing where that makes no sense now. */
export const FAULTS = {
  nodeDies: (field: Field) => hit(field, nodeDies),
  portCut: (field: Field) => hit(field, portCut),
  linkDown: (field: Field) => hit(field, linkDown),
  speakerDies: (field: Field) => speakerDies(field, false),
  speakerStops: (field: Field) => speakerDies(field, true),
  speakerLate,
  nodeSilent,
  nodePaused,
  partition,
  storm,
  serviceCut,
  clientCut,
  planChange: (field: Field): Fault => ({ what: field.changePlan() }),
  rival: (field: Field) => field.claim(),
} satisfies Record<string, (field: Field) => Fault | undefined>

function hit(
  field: Field,
  how: (field: Field, member: Member) => Fault | undefined,
): Fault | undefined {
  return field.exposed.length === 0 ? undefined : how(field, field.dice.pick(field.exposed))
}

function nodeDies(field: Field, member: Member): Fault | undefined {
  const { schedule, dice, judge, lan, anchor } = field
  const { host, speaker } = member
  if (!host.isOn) return undefined
  speaker?.end()
  host.isOn = false
  const impairment = judge.impair(host)
  const hasNewCard = dice.chance(0.3)
  return {
    what: `${host.name} dies`,
    canLast: member !== anchor,
    undo() {
      if (hasNewCard) host.card = cardOf(host.index + 1, ++member.generation)
      host.isOn = true
      impairment.until = schedule.now + 1_000
      if (dice.chance(0.7)) introduce(lan, host)
      schedule.at(schedule.now + dice.between(200, 900), () => startSpeaker(member))
    },
  }
}

function startSpeaker({ host, speaker, plan }: Member): void {
  if (speaker !== undefined && host.isOn && !speaker.isRunning) speaker.start(plan())
}

function portCut({ schedule, dice, judge, anchor }: Field, member: Member): Fault | undefined {
  const { host } = member
  if (host.isDeaf || host.isMute) return undefined
  const direction = dice.pick(['both ways', 'inwards', 'outwards'])
  host.isDeaf = direction !== 'outwards'
  host.isMute = direction !== 'inwards'
  const impairment = judge.impair(host)
  return {
    what: `the port of ${host.name} is cut ${direction}`,
    canLast: member !== anchor,
    undo() {
      host.isDeaf = false
      host.isMute = false
      impairment.until = schedule.now
    },
  }
}

function linkDown({ schedule, judge, anchor }: Field, member: Member): Fault | undefined {
  const { host, speaker } = member
  if (!host.hasCarrier) return undefined
  const set = (hasCarrier: boolean) => {
    host.hasCarrier = hasCarrier
    speaker?.tellLinks()
  }
  set(false)
  const impairment = judge.impair(host)
  return {
    what: `the link of ${host.name} goes down`,
    canLast: member !== anchor,
    undo() {
      set(true)
      impairment.until = schedule.now
    },
  }
}

function speakerDies(field: Field, isOrderly: boolean): Fault | undefined {
  const { schedule, dice, judge, lease, members, anchor } = field
  const member = dice.pick(members.filter(({ speaker }) => speaker !== undefined))
  const { speaker, host, candidate } = member
  if (speaker === undefined || !speaker.isRunning) return undefined
  if (isOrderly && candidate !== undefined) lease.release(candidate)
  speaker.end()
  const impairment = judge.impair(host, true)
  return {
    what: `the speaker of ${host.name} ${isOrderly ? 'stops' : 'dies'}`,
    canLast: member !== anchor,
    undo() {
      startSpeaker(member)
      impairment.until = schedule.now
    },
  }
}

function speakerLate({ dice, members }: Field): Fault | undefined {
  const { speaker, host } = dice.pick(members.filter((member) => member.speaker !== undefined))
  const duration = dice.pick([20, 60, 150, 400, 1_500, 5_000])
  speaker?.stall(duration)
  return { what: `the loop of the speaker of ${host.name} is late by ${duration} ms` }
}

/** Too short for anybody to notice. */
function nodeSilent({ dice, schedule, members }: Field): Fault | undefined {
  const { host, speaker, silence } = dice.pick(members)
  const duration = dice.between(10, silence())
  host.pausedUntil = schedule.now + duration
  speaker?.stall(duration)
  return { what: `${host.name} does nothing for ${duration.toFixed(0)} ms` }
}

function nodePaused({ dice, schedule, judge, members }: Field): Fault | undefined {
  const { host, speaker } = dice.pick(members)
  const duration = dice.between(100, 3_000)
  host.pausedUntil = schedule.now + duration
  speaker?.stall(duration)
  judge.impair(host).until = host.pausedUntil
  return { what: `${host.name} does nothing for ${duration.toFixed(0)} ms, and that is long` }
}

function partition({ dice, schedule, judge, lan }: Field): Fault {
  for (const host of lan.hosts) host.island = dice.below(2)
  const impairment = judge.impair(undefined)
  return {
    what: `the network falls apart: ${lan.hosts.map(({ name, island }) => `${name}:${island}`).join(' ')}`,
    undo() {
      for (const host of lan.hosts) host.island = 0
      impairment.until = schedule.now
    },
  }
}

function storm({ dice, schedule, judge, lan: { weather } }: Field): Fault | undefined {
  if (weather.loss > 0.05) return undefined
  const before = { ...weather }
  weather.loss = dice.between(0.1, 0.7)
  weather.delay = [0.1, dice.between(1, 100)]
  const impairment = judge.impair(undefined)
  return {
    what: `a storm: ${(weather.loss * 100).toFixed(0)}% are lost, delays up to ${weather.delay[1].toFixed(0)} ms`,
    undo() {
      Object.assign(weather, before)
      impairment.until = schedule.now + 100
    },
  }
}

function serviceCut({ dice, members }: Field): Fault {
  const member = dice.pick(members.filter(({ speaker }) => speaker !== undefined))
  member.reachesService = false
  return {
    what: `${member.host.name} does not reach the lease service`,
    undo() {
      member.reachesService = true
    },
  }
}

function clientCut({ dice, clients }: Field): Fault | undefined {
  const host = dice.pick(clients)
  host.isDeaf = true
  host.isMute = true
  return {
    what: `the port of ${host.name} is cut`,
    undo() {
      host.isDeaf = false
      host.isMute = false
    },
  }
}
