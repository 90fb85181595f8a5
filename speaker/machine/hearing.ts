import { ipv4Key, ipv6Key } from '../lan/address-key.ts'
import type { Claim, LinkView, OwnerFor } from '../lan/link-view.ts'
import type { Machine } from './parts.ts'
import { mappingIn, type Mapping } from '../frames/mapping.ts'
import { announce, followOwners, followProbes, reconsider, toEffect } from './reacting.ts'
import { receptionRefusal, respond, type Silence } from '../frames/respond.ts'
import { isCandidate, voiceOf, type Voice } from '../frames/voice.ts'
import { isAnswerTo, statementIn, wishIn, type Statement } from '../frames/statement.ts'
import { echoIdentifier, echoSenderAt, echoSequence, isEcho, isEchoReply } from '../wire/echo.ts'
import { ETHER_TYPE, etherType } from '../wire/ethernet.ts'
import { frameRejection } from '../wire/frame.ts'
import type { RejectionReason } from '../wire/rejection.ts'
import type { WireEffect } from '../lan/effect.ts'

/** What may become of a frame; `learned` counts changes of a MAC, beside what became of the frame. */
export type FrameCount =
  'answered' | 'echoAnswer' | 'foreignEcho' | 'learned' | 'unknownLink' | Silence | RejectionReason

/** When a frame was received, and when it is looked at. */
export interface FrameTimes {
  readonly at: number
  readonly now: number
}

const NOTHING: readonly WireEffect[] = []

/** Takes in a frame: learns from it, answers it, or counts why not. */
export function hear(
  machine: Machine,
  link: LinkView | undefined,
  frame: Uint8Array,
  times: FrameTimes,
): readonly WireEffect[] {
  if (link === undefined) return count(machine, 'unknownLink')
  const refusal = frameRejection(frame) ?? receptionRefusal(frame, link)
  if (refusal !== undefined) return count(machine, refusal)
  link.witnesses.note(frame, times.at)
  if (isEcho(frame)) return hearEcho(machine, link, frame, times)
  const heard = [
    ...learnFrom(machine, link, frame, times),
    ...listenTo(machine, link, frame, times),
  ]
  const answer = answerTo(machine, link, frame, times.now)
  return heard.length === 0 ? answer : [...heard, ...answer]
}

function hearEcho(
  machine: Machine,
  link: LinkView,
  frame: Uint8Array,
  { at, now }: FrameTimes,
): readonly WireEffect[] {
  const { echoIdentifier: ours = 0 } = machine.options
  if (!isEchoReply(frame)) return count(machine, 'notAQuestion')
  if (echoIdentifier(frame) !== ours) return count(machine, 'foreignEcho')
  const isIpv4 = etherType(frame) === ETHER_TYPE.ipv4
  const key = (isIpv4 ? ipv4Key : ipv6Key)(frame, echoSenderAt(frame))
  const neighbor = link.neighbors.get(key)
  count(machine, 'echoAnswer')
  if (neighbor === undefined) return NOTHING
  const family = isIpv4 ? 'IPv4' : 'IPv6'
  const news = machine.parts.prober.echoed(neighbor, family, echoSequence(frame), at)
  return followProbes(machine, news, now)
}

/** What a frame says of a node: its MAC, and that it answers. */
function learnFrom(
  machine: Machine,
  link: LinkView,
  frame: Uint8Array,
  { at, now }: FrameTimes,
): readonly WireEffect[] {
  const mapping = mappingIn(frame, link)
  if (mapping === undefined) return NOTHING
  const learned = learn(machine, mapping, now)
  if (!isAnswerTo(frame, link)) return learned
  const family = etherType(frame) === ETHER_TYPE.arp ? 'IPv4' : 'IPv6'
  const news = machine.parts.prober.answered(mapping.neighbor, family, at)
  return [...learned, ...followProbes(machine, news, now)]
}

function learn(machine: Machine, mapping: Mapping, now: number): readonly WireEffect[] {
  const { parts } = machine
  const learned = parts.resolver.learn(mapping, now)
  if (learned === undefined) return NOTHING
  const oddities = learned.oddities.map(toEffect)
  if (learned.resolved === undefined) return oddities
  const { neighbor } = mapping
  count(machine, 'learned')
  parts.lan.touch()
  parts.prober.resolved(neighbor, now)
  const owned = parts.owners.claimsOf(neighbor)
  return [
    toEffect(learned.resolved),
    ...oddities,
    ...announce(machine, owned, now),
    ...reconsider(machine, [neighbor], now),
  ]
}

/** What a frame says of an address of ours. */
function listenTo(
  machine: Machine,
  link: LinkView,
  frame: Uint8Array,
  { at, now }: FrameTimes,
): readonly WireEffect[] {
  const statement = statementIn(frame, link) ?? contestIn(machine, frame, link)
  if (statement === undefined) return NOTHING
  machine.parts.lan.heard(statement, at)
  const voice = voiceOf(statement)
  if (machine.parts.leadership.leads(now)) return contradict(machine, statement, voice, now)
  return believe(machine, statement, voice, now)
}

/** Somebody else is about to take an address that we are about to take. */
function contestIn({ parts }: Machine, frame: Uint8Array, link: LinkView): Statement | undefined {
  const wish = wishIn(frame, link)
  return wish !== undefined && parts.checks.stateOf(wish.claim) === 'checking' ? wish : undefined
}

/** A speaker that leads knows better. */
function contradict(
  machine: Machine,
  { claim, isAnswer }: Statement,
  voice: Voice,
  now: number,
): readonly WireEffect[] {
  const { announcer, checks, conflicts, defence, questions } = machine.parts
  if (voice.kind === 'agrees') return NOTHING
  if (voice.kind === 'disagrees')
    return defence.mayCorrect(claim, now) ? announcer.again(claim, now) : NOTHING
  if (!isDetected(claim)) return NOTHING
  const told = conflicts.heard(claim, voice, isAnswer, now)
  questions.disputed(claim, now)
  checks.conflict(claim, now)
  const defended = announcer.isAnnounced(claim.key) && defence.mayDefend(claim, now)
  return defended ? [...announcer.again(claim, now), ...told] : told
}

/** One that listens takes what the nodes say for what the speaker that leads says. */
function believe(
  machine: Machine,
  { claim, isAnswer }: Statement,
  voice: Voice,
  now: number,
): readonly WireEffect[] {
  const { checks, conflicts, owners, questions } = machine.parts
  if (isAnswer) questions.answered(claim, now)
  if (voice.kind === 'conflict' && voice.node === undefined)
    return isDetected(claim) ? conflicts.heard(claim, voice, isAnswer, now) : NOTHING
  checks.trust(claim)
  const owner = ownerTold(claim, voice)
  return isCandidate(claim, owner)
    ? followOwners(machine, owners.heard(claim, owner, now), now)
    : NOTHING
}

function isDetected({ planned }: Claim): boolean {
  return planned.pool.conflictDetection !== 'off'
}

function ownerTold({ owner }: Claim, voice: Voice) {
  if (voice.kind === 'agrees') return owner
  return voice.kind === 'disagrees' ? voice.owner : voice.node
}

/** One and the same for all who ask. */
const ownerOf: OwnerFor = (claim) => claim.owner

function answerTo(
  machine: Machine,
  link: LinkView,
  frame: Uint8Array,
  now: number,
): readonly WireEffect[] {
  const { askers, checks, leadership, tally } = machine.parts
  const given = respond(frame, link, ownerOf)
  if (typeof given === 'string') return count(machine, given)
  const { asker, bytes, claim } = given
  if (asker !== undefined) askers.remember(claim.key, asker, now)
  if (!leadership.leads(now)) return count(machine, 'notLeading')
  if (checks.stateOf(claim) !== 'clear') return count(machine, 'notYetOurs')
  tally.count('sent', 'answer')
  count(machine, 'answered')
  return [{ type: 'send', link: link.state.name, bytes }]
}

function count({ parts }: Machine, what: FrameCount): readonly WireEffect[] {
  parts.tally.count('frames', what)
  return NOTHING
}
