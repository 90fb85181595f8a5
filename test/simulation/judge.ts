import { addressKey, type AddressKey } from '../../speaker/lan/address-key.ts'
import type { Address } from '../../api/address.ts'
import { describeReport } from '../../speaker/reports/describe.ts'
import type { AddressMoved, SpeakerReport } from '../../speaker/reports/report.ts'
import { describe } from '../../speaker/wire/describe.ts'
import { decode } from '../../speaker/wire/frame.ts'
import { ETHERNET } from '../../speaker/wire/ethernet.ts'
import { holdsAt } from '../../speaker/wire/octets.ts'
import type { Host, MacNumber } from './host.ts'
import type { PlanModel } from './plan-model.ts'
import type { Schedule } from './schedule.ts'
import type { SpeakerHost, Watch } from './speaker-host.ts'
import { toldIn, type Told } from './told.ts'

/** A time in which nobody can blame a host for what it does or does not. */
export interface Impairment {
  /** All of them where it is undefined. */
  readonly host: Host | undefined
  /** The host's speaker alone. */
  readonly isOfSpeaker: boolean
  readonly from: number
  until: number
}

export interface Judge extends Watch {
  readonly violations: readonly string[]
  readonly moves: number
  impair(host: Host | undefined, isOfSpeaker?: boolean): Impairment
  /** The plan has changed what it says of these addresses. */
  planned(model: PlanModel, changed: readonly Address[]): void
  /** A fault begins that nobody is blamed for, or one of those that `impair` notes. */
  faulty(): void
  /** Who was told last to have an address, and since when. */
  owner(address: Address): { readonly node: string; readonly at: number } | undefined
  /** True if from then to then there was no fault but at most one, and that one hit this host alone. */
  wasQuiet(from: number, to: number, except: Host): boolean
  /** Starts to write down who tells what, and tells it. */
  listen(): ReadonlyMap<AddressKey, ReadonlySet<MacNumber>>
  /** At the end: what takes all of the run to be seen. */
  close(): void
}

/** What has been told of an address. */
interface Record {
  readonly text: string
  node: string
  mac: MacNumber
  at: number
  /** When each announcement was made. */
  readonly announced: number[]
  /** When a burst was due: the pair has changed, somebody has begun to lead. */
  readonly begun: number[]
}

/** How long before a move its cause may lie, beside the time that probing takes. */
const SLACK = 2_000
/** Announcements of one burst, and one for luck. */
const MOST_IN_BURST = 6
/** A burst is over by then. */
const BURST_LENGTH = 8_000
/** RFC 5227 §2.4, DEFEND_INTERVAL. */
const DEFEND_INTERVAL = 10_000

export interface JudgeOptions {
  readonly schedule: Schedule
  readonly nodes: readonly Host[]
  readonly budget: number
  readonly trace: ((line: string) => void) | undefined
}

export function createJudge({ schedule, nodes, budget, trace }: JudgeOptions): Judge {
  const violations: string[] = []
  const impairments: Impairment[] = []
  const records = new Map<AddressKey, Record>()
  const owners = new Map<MacNumber, string>()
  const rates = new Map<string, { second: number; frames: number; heard: number }>()
  let model: PlanModel | undefined
  let planChanges: { readonly at: number; readonly texts: ReadonlySet<string> }[] = []
  let listening: Map<AddressKey, Set<MacNumber>> | undefined
  let moves = 0

  const faults: number[] = []

  const write = (line: () => string) => trace?.(`${schedule.now.toFixed(1).padStart(8)} ${line()}`)
  const wrong = (what: string) => {
    write(() => `WRONG: ${what}`)
    if (violations.length < 10) violations.push(`at ${schedule.now.toFixed(0)} ms: ${what}`)
  }
  const patience = () => {
    if (model === undefined) return SLACK
    const { intervalMilliseconds, failureThreshold } = model.pool.probe
    return SLACK + 3 * intervalMilliseconds * failureThreshold
  }
  const isImpaired = (host: Host, from: number, to: number, withSpeaker: boolean) =>
    impairments.some(
      (one) =>
        (one.host === undefined || one.host === host) &&
        (withSpeaker || !one.isOfSpeaker) &&
        one.from <= to &&
        one.until >= from,
    )
  /** What the plan moves waits until the new owner answers, or somebody leads. */
  const isPlanned = ({ at, text }: Record, since: number) =>
    planChanges.some((change) => change.at >= Math.min(since, at) && change.texts.has(text))
  /** It did not hear of the last move; or it was cut off, made up its own mind, and was not told better since. */
  const isIgnorant = (host: Host, { at, announced }: Record) =>
    isImpaired(host, at - 1_000, at + 1_500, true) ||
    isImpaired(host, announced.at(-1) ?? 0, schedule.now, false)
  const causeOf = (record: Record, to: string, speaker: SpeakerHost, from = record.node) => {
    const { now } = schedule
    const since = now - patience()
    const owner = nodes.find(({ name }) => name === from)
    if (owner === undefined || isImpaired(owner, since, now, false)) return 'owner'
    if (isImpaired(speaker.host, since, now, true)) return 'speaker'
    if (isPlanned(record, since)) return 'plan'
    if (isIgnorant(speaker.host, record)) return 'ignorance'
    const planned = model?.addresses.find(({ address }) => address.text === record.text)
    if (model?.pool.failback !== 'never' && planned?.candidates[0] === to) return 'failback'
    return undefined
  }
  const recordOf = (key: AddressKey) => {
    const known = records.get(key)
    if (known !== undefined) return known
    const planned = model?.addresses.find(({ address }) => addressKey(address) === key)
    if (planned === undefined) return undefined
    const text = planned.address.text
    const record: Record = { text, node: '', mac: 0, at: 0, announced: [], begun: [] }
    records.set(key, record)
    return record
  }
  const noteTold = (speaker: SpeakerHost, told: Told, record: Record) => {
    const owner = owners.get(told.mac) ?? ''
    if (record.mac !== told.mac) {
      if (record.node !== '' && record.node !== owner) noteMove(speaker, record, owner)
      Object.assign(record, { node: owner, mac: told.mac, at: schedule.now })
      record.begun.push(schedule.now)
    }
    if (told.isToAll && told.form !== 'reply') record.announced.push(schedule.now)
  }
  const noteMove = (speaker: SpeakerHost, record: Record, to: string) => {
    moves += 1
    const cause = causeOf(record, to, speaker)
    write(() => `${record.text} moves from ${record.node} to ${to}: ${cause ?? 'no cause'}`)
    if (cause === undefined)
      wrong(
        `${speaker.host.name} moves ${record.text} from ${record.node} to ${to} without a cause`,
      )
  }
  const noteRate = (speaker: SpeakerHost) => {
    const second = Math.floor(schedule.now / 1_000)
    const rate = rates.get(speaker.host.name) ?? { second, frames: 0, heard: speaker.heard }
    rates.set(speaker.host.name, rate)
    if (rate.second !== second) Object.assign(rate, { second, frames: 0, heard: speaker.heard })
    rate.frames += 1
    const most = budget + speaker.heard - rate.heard + 1
    if (rate.frames === Math.ceil(most) + 1)
      wrong(`${speaker.host.name} sends more than ${most} frames in a second`)
  }
  const learnCards = () => {
    for (const { card, name } of nodes) owners.set(card.number, name)
  }

  return {
    violations,
    get moves() {
      return moves
    },
    wrong,
    trace: write,
    impair(host, isOfSpeaker = false) {
      const impairment = { host, isOfSpeaker, from: schedule.now, until: Infinity }
      impairments.push(impairment)
      return impairment
    },
    planned(now, changed) {
      model = now
      const texts = new Set(changed.map(({ text }) => text))
      planChanges = [...planChanges, { at: schedule.now, texts }]
    },
    faulty: () => void faults.push(schedule.now),
    owner: (address) => records.get(addressKey(address)),
    wasQuiet: (from, to, except) =>
      faults.filter((at) => from <= at && at <= to).length <= 1 &&
      impairments.every((one) => one.host === except || one.from > to || one.until < from),
    listen() {
      listening = new Map()
      return listening
    },
    sent(speaker, frame, leads) {
      noteRate(speaker)
      if (!holdsAt(frame, ETHERNET.source, speaker.host.card.octets))
        wrong(`${speaker.host.name} sends a frame from a MAC that it does not have`)
      const told = toldIn(frame)
      if (told === undefined) return
      const record = recordOf(told.key)
      if (record === undefined) return
      write(() => `${speaker.host.name} sends ${describe(decode(frame))}`)
      if (!leads) wrong(`${speaker.host.name} speaks in the name of ${record.text} without a grant`)
      learnCards()
      noteTold(speaker, told, record)
      if (listening === undefined) return
      const macs = listening.get(told.key) ?? new Set()
      listening.set(told.key, macs.add(told.mac))
    },
    reported(speaker, report) {
      write(() => `${speaker.host.name} reports ${describeReport(report)}`)
      if (report.event === 'LeadingStarted' || report.event === 'LinkUp')
        for (const record of records.values()) record.begun.push(schedule.now)
      if (report.event === 'Announced')
        for (const record of records.values())
          if (record.text === report.address) record.begun.push(schedule.now)
      judgeReport(speaker, report)
    },
    close() {
      for (const record of records.values()) judgeAnnouncements(record)
    },
  }

  function judgeReport(speaker: SpeakerHost, report: SpeakerReport): void {
    if (report.event === 'NodeDown') judgeVerdict(speaker, report.node)
    // What one that only listens would do is of no account, until it leads.
    const leads = speaker.clock.read(schedule.now) < speaker.grantedUntil
    if (report.event === 'AddressMoved' && report.reason !== 'heard' && leads)
      judgeMove(speaker, report)
  }

  function judgeVerdict(speaker: SpeakerHost, node: string): void {
    const since = schedule.now - patience()
    const host = nodes.find(({ name }) => name === node)
    const isExcused = host === undefined || isImpaired(host, since, schedule.now, false)
    if (!isExcused && !isImpaired(speaker.host, since, schedule.now, false))
      wrong(`${speaker.host.name} says that ${node} is down, and it is not`)
  }

  function judgeMove(speaker: SpeakerHost, { address, from, to, reason }: AddressMoved): void {
    const record = [...records.values()].find(({ text }) => text === address)
    if (record === undefined) return
    const { name } = speaker.host
    if (reason === 'failback' && model?.pool.failback === 'never')
      wrong(`${name} moves ${address} back, and the pool says never`)
    const isJudged = record.at === schedule.now && record.node === to
    if (!isJudged && causeOf(record, to, speaker, from) === undefined)
      wrong(`${name} moves ${address} from ${from} to ${to} (${reason}) without a cause`)
  }

  /** Bursts are bounded, and what is no burst is a refresh or a defence: once in ten seconds. */
  function judgeAnnouncements({ text, announced, begun }: Record): void {
    const outside = announced.filter(
      (at) => !begun.some((start) => start <= at && at <= start + BURST_LENGTH),
    )
    const inBursts = announced.length - outside.length
    if (inBursts > MOST_IN_BURST * Math.max(1, begun.length))
      wrong(`${text} is announced ${inBursts} times for ${begun.length} causes`)
    const tooSoon = outside.find(
      (at, index) => at - (outside[index - 1] ?? -Infinity) < DEFEND_INTERVAL,
    )
    if (tooSoon !== undefined)
      wrong(`${text} is announced again at ${tooSoon.toFixed(0)} ms, within ten seconds`)
  }
}
