import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { LeaseRequest } from '../../kubernetes/lease/events.ts'
import { leaseObject, readLease, type StoredLease } from '../../kubernetes/lease/record.ts'
import { createElection } from '../../speaker/election/election.ts'
import type { ElectionEvent, SpeakerElection } from '../../speaker/election/events.ts'
import type { LanObservation } from '../../speaker/lan/lan-observation.ts'
import type { Dice } from './dice.ts'
import { createSchedule, type Schedule } from './schedule.ts'

/** Nodes of the plan; a speaker runs on all but the last. */
export const NODES = ['n1', 'n2', 'n3', 'n4'] as const
const SPEAKERS = NODES.slice(0, 3)

type Verdict = 'unknown' | 'up' | 'down'

/** A speaker's process on its node, by a clock of its own. */
export interface Member {
  readonly node: string
  readonly election: SpeakerElection
  isRunning: boolean
  isFrozen: boolean
  /** It reaches the API server. */
  isServed: boolean
  /** Others of its side answered when it thawed. */
  mustBeSilent: boolean
  local(): number
  /** Frames can leave: it runs, and its grant holds. */
  answers(): boolean
}

export interface World {
  readonly schedule: Schedule
  readonly members: readonly Member[]
  readonly lease: StoredLease | undefined
  readonly log: string[]
  side(node: string): number
  isUp(node: string): boolean
  setSides(sides: readonly number[]): void
  serve(node: string, isServed: boolean): void
  crash(node: string): void
  boot(node: string): void
  kill(node: string): void
  start(node: string): void
  freeze(node: string): void
  thaw(node: string): void
}

/** How the machine is made: a sabotaged one must be noticed. */
export type MakeElection = typeof createElection

export function createWorld(dice: Dice, make: MakeElection = createElection): World {
  const schedule = createSchedule()
  const sides = new Map<string, number>(NODES.map((node) => [node, 0]))
  const alive = new Set<string>(NODES)
  const log: string[] = []
  let lease: StoredLease | undefined
  let version = 0
  const note = (line: string) => log.push(`${schedule.now.toFixed(0)} ${line}`)
  const reaches = (a: string, b: string) =>
    alive.has(a) && alive.has(b) && sides.get(a) === sides.get(b)

  interface Host extends Member {
    election: SpeakerElection
    life: number
    grantedUntil: number
    timer: number
    readonly backlog: (() => void)[]
    verdicts: Map<string, Verdict>
    heard: Map<string, number>
    handle(event: ElectionEvent): void
    look(): void
  }

  /** Something that reaches the process now, or when it runs again. */
  const reach = (host: Host, what: () => void) => {
    if (host.isFrozen) host.backlog.push(what)
    else what()
  }
  const inLife = (host: Host, delay: number, what: () => void) => {
    const { life } = host
    schedule.at(schedule.now + delay, () => {
      if (host.life === life && host.isRunning) reach(host, what)
    })
  }

  const store = (request: Extract<LeaseRequest, { type: 'write' }>): StoredLease | ApiFailure => {
    const { over, change } = request
    if (over === undefined && lease) return { failure: 'alreadyExists', message: 'exists' }
    if (over !== undefined && !lease) return { failure: 'notFound', message: 'gone' }
    if (over && over.resourceVersion !== lease!.resourceVersion)
      return { failure: 'conflict', message: 'changed' }
    const metadata = { name: 'lease', namespace: 'system', resourceVersion: `${++version}` }
    lease = readLease(leaseObject(change, metadata, `time ${version}`))
    const told = lease
    for (const host of hosts)
      if (host.isServed && !dice.chance(0.05))
        inLife(host, dice.between(1, 40), () => {
          if (host.isServed) host.handle({ type: 'lease', lease: told })
        })
    return lease
  }

  const serverDoes = (request: LeaseRequest): StoredLease | ApiFailure => {
    if (request.type === 'write') return store(request)
    return lease ?? { failure: 'notFound', message: 'none' }
  }

  /** There, and back, unless lost on either way. */
  const send = (host: Host, request: LeaseRequest) => {
    const outcome = (answer: StoredLease | ApiFailure): ElectionEvent =>
      'failure' in answer
        ? { type: 'failed', failure: answer }
        : { type: 'answered', lease: answer }
    const { life } = host
    let isOver = false
    const settle = (event: ElectionEvent) => {
      if (isOver || host.life !== life || !host.isRunning) return
      isOver = true
      reach(host, () => host.handle(event))
    }
    const timeout: ApiFailure = { failure: 'unreachable', message: 'no answer' }
    schedule.at(schedule.now + request.timeoutMilliseconds, () => settle(outcome(timeout)))
    const late = () => (dice.chance(0.01) ? dice.between(100, 1_500) : dice.between(1, 20))
    if (!host.isServed || dice.chance(0.005)) return
    schedule.at(schedule.now + late(), () => {
      const answer = serverDoes(request)
      if (!host.isServed || dice.chance(0.005)) return
      schedule.at(schedule.now + late(), () => settle(outcome(answer)))
    })
  }

  /** One announcement on the wire. */
  const announce = (host: Host) => {
    if (!host.answers()) return
    for (const other of hosts)
      if (other !== host && reaches(host.node, other.node) && !dice.chance(0.03))
        inLife(other, dice.between(1, 60), () => {
          other.heard.set(host.node, other.local())
          other.look()
        })
  }

  const grant = (host: Host, until: number) => {
    const was = host.answers()
    host.grantedUntil = until
    if (!was) for (const at of [0, 50, 200, 1_100]) inLife(host, at, () => announce(host))
  }

  const makeHost = (node: string): Host => {
    const rate = dice.between(0.98, 1.02)
    const offset = dice.between(0, 1e6)
    const local = () => offset + rate * schedule.now
    const host: Host = {
      node,
      life: 0,
      isRunning: false,
      isFrozen: false,
      isServed: true,
      mustBeSilent: false,
      grantedUntil: -Infinity,
      timer: 0,
      backlog: [],
      verdicts: new Map(),
      heard: new Map(),
      election: undefined as never,
      local,
      answers: () =>
        host.isRunning && !host.isFrozen && alive.has(node) && local() < host.grantedUntil,
      look: () => host.handle({ type: 'lan', view: viewOf(host) }),
      handle(event) {
        const role = host.election.role
        for (const effect of host.election.handle(event, local())) {
          if (effect.type === 'grant') grant(host, effect.until)
          else if (effect.type === 'announce') announce(host)
          else if (effect.type === 'report') note(`${node}: ${JSON.stringify(effect.report)}`)
          else if (effect.type !== 'ended') send(host, effect)
        }
        if (role !== host.election.role) note(`${node}: ${role} -> ${host.election.role}`)
        arm(host)
      },
    }
    return host
  }

  const arm = (host: Host) => {
    const timer = ++host.timer
    const wait = host.election.deadline! - host.local() + dice.between(0, 15)
    inLife(host, Math.max(0, wait), () => {
      if (host.timer === timer) host.handle({ type: 'deadline' })
    })
  }

  const viewOf = (host: Host): LanObservation => ({
    segment: 'default',
    linkUp: true,
    nodes: new Map(host.verdicts),
    isBlind: false,
    speakers: new Map(host.heard),
  })

  const probeNode = (host: Host, node: string) => {
    const now = host.verdicts.get(node) ?? 'unknown'
    const isUp = reaches(host.node, node)
    if (isUp === (now === 'up') || (!isUp && now === 'unknown')) return
    inLife(host, isUp ? dice.between(20, 200) : dice.between(250, 700), () => {
      if (reaches(host.node, node) !== isUp) return
      host.verdicts.set(node, isUp ? 'up' : 'down')
      host.look()
    })
  }

  /** Each speaker comes to know, after a while, who answers it. */
  const probe = () => {
    for (const host of hosts)
      for (const node of NODES) if (node !== host.node) probeNode(host, node)
  }

  const start = (host: Host, remembered?: string) => {
    host.life++
    host.isRunning = true
    host.isFrozen = false
    host.mustBeSilent = false
    host.backlog.length = 0
    host.grantedUntil = -Infinity
    host.verdicts = new Map(NODES.filter((node) => node !== host.node).map((n) => [n, 'unknown']))
    host.heard = new Map()
    const options = { segment: 'default', identity: `${host.node}_pod` }
    const known = remembered === undefined ? {} : { remembered }
    host.election = make({ ...options, ...known }, host.local())
    const plan = { nodes: new Set<string>(NODES), carriers: new Set(['n1', 'n2']) }
    inLife(host, dice.between(0, 500), () => {
      host.handle({ type: 'plan', plan })
      host.look()
    })
    probe()
  }

  const hosts = SPEAKERS.map(makeHost)
  const hostOf = (node: string) => hosts.find((host) => host.node === node)
  const stop = (host: Host | undefined) => {
    if (host) host.isRunning = false
  }
  for (const host of hosts) start(host)

  return {
    schedule,
    members: hosts,
    log,
    get lease() {
      return lease
    },
    side: (node) => sides.get(node)!,
    isUp: (node) => alive.has(node),
    setSides(next) {
      note(`sides ${next.join(' ')}`)
      NODES.forEach((node, index) => sides.set(node, next[index]!))
      probe()
    },
    serve(node, isServed) {
      note(`${node} ${isServed ? 'reaches' : 'does not reach'} the API server`)
      hostOf(node)!.isServed = isServed
    },
    crash(node) {
      note(`${node} dies`)
      alive.delete(node)
      stop(hostOf(node))
      probe()
    },
    boot(node) {
      note(`${node} boots`)
      alive.add(node)
      const host = hostOf(node)
      if (host) start(host, host.election.holder)
      probe()
    },
    kill(node) {
      note(`${node}: killed`)
      stop(hostOf(node))
    },
    start(node) {
      note(`${node}: started`)
      const host = hostOf(node)!
      start(host, dice.chance(0.5) ? host.election.holder : undefined)
    },
    freeze(node) {
      note(`${node}: frozen`)
      hostOf(node)!.isFrozen = true
    },
    thaw(node) {
      note(`${node}: goes on`)
      const host = hostOf(node)!
      host.isFrozen = false
      const rivals = hosts.filter((other) => other !== host && other.answers())
      host.mustBeSilent = rivals.some((other) => sides.get(other.node) === sides.get(node))
      for (const what of dice.shuffled(host.backlog.splice(0)))
        inLife(host, dice.between(0, 30), what)
      probe()
    },
  }
}
