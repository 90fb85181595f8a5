import type { Binding, LinkView, OwnerFor } from '../lan/link-view.ts'
import type { WireEffect } from '../lan/effect.ts'
import { claimIn, probeIn, type AddressClaim } from '../frames/address-claim.ts'
import { isCandidate, judgeClaim, type ClaimJudgement } from '../frames/claim-judgement.ts'
import { mappingIn, type Mapping } from '../frames/mapping.ts'
import {
  readFrame,
  type ReceivedEchoReply,
  type ReceptionRefusal,
  type ResolutionFrame,
} from '../frames/received.ts'
import { respond, type NoReplyReason } from '../frames/respond.ts'
import type { Machine } from './parts.ts'
import { announce, applyOwners, applyVerdicts, reconsider, toEffect } from './steps.ts'

/** What may become of a frame; `learned` counts changes of a MAC, beside what became of the frame. */
export type FrameCount =
  | 'answered'
  | 'echoAnswer'
  | 'foreignEcho'
  | 'learned'
  | 'unknownLink'
  | NoReplyReason
  | ReceptionRefusal

/** When a frame was received, and when it is looked at; monotonic milliseconds. */
export interface FrameTimes {
  readonly at: number
  readonly now: number
}

const NOTHING: readonly WireEffect[] = []

/** Takes in a frame: learns from it, answers it, or counts why not. `link` is undefined if it carries nothing. */
export function receiveFrame(
  machine: Machine,
  link: LinkView | undefined,
  bytes: Uint8Array,
  times: FrameTimes,
): readonly WireEffect[] {
  if (link === undefined) return count(machine, 'unknownLink')
  const frame = readFrame(bytes, link)
  if (typeof frame === 'string') return count(machine, frame)
  link.witnesses.note(bytes, times.at)
  if (frame.kind === 'echoRequest') return count(machine, 'notAQuestion')
  if (frame.kind === 'echoReply') return receiveEcho(machine, frame, times)
  const news = [...learnFrom(machine, frame, times), ...receiveClaim(machine, frame, times)]
  const answer = answerTo(machine, frame, times.now)
  return news.length === 0 ? answer : [...news, ...answer]
}

function receiveEcho(
  machine: Machine,
  { family, identifier, link, sequence, source }: ReceivedEchoReply,
  { at, now }: FrameTimes,
): readonly WireEffect[] {
  const { echoIdentifier: ours = 0 } = machine.options
  if (identifier !== ours) return count(machine, 'foreignEcho')
  count(machine, 'echoAnswer')
  const neighbor = link.neighbors.get(source)
  if (neighbor === undefined) return NOTHING
  return applyVerdicts(machine, machine.parts.prober.echoed(neighbor, family, sequence, at), now)
}

/** What a frame says of a node: its MAC, and that it answers. */
function learnFrom(
  machine: Machine,
  frame: ResolutionFrame,
  { at, now }: FrameTimes,
): readonly WireEffect[] {
  const mapping = mappingIn(frame)
  if (mapping === undefined) return NOTHING
  const learned = learn(machine, mapping, now)
  if (!frame.isAnswer) return learned
  const news = machine.parts.prober.answered(mapping.neighbor, frame.family, at)
  return [...learned, ...applyVerdicts(machine, news, now)]
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
  const owned = parts.owners.bindingsOf(neighbor)
  return [
    toEffect(learned.resolved),
    ...oddities,
    ...announce(machine, owned, now),
    ...reconsider(machine, [neighbor], now),
  ]
}

/** What a frame says of an address of ours. */
function receiveClaim(
  machine: Machine,
  frame: ResolutionFrame,
  { at, now }: FrameTimes,
): readonly WireEffect[] {
  const claim = claimIn(frame) ?? rivalProbeIn(machine, frame)
  if (claim === undefined) return NOTHING
  machine.parts.lan.heard(claim, at)
  const judgement = judgeClaim(claim)
  if (machine.parts.leadership.leads(now)) return contradict(machine, claim, judgement, now)
  return believe(machine, claim, judgement, now)
}

/** Somebody else is about to take an address that we are about to take: that is a conflict (RFC 5227 §2.1.1). */
function rivalProbeIn({ parts }: Machine, frame: ResolutionFrame): AddressClaim | undefined {
  const probe = probeIn(frame)
  return probe && parts.checks.stateOf(probe.binding) === 'checking' ? probe : undefined
}

/** A speaker that leads answers whoever says something else. */
function contradict(
  machine: Machine,
  { binding, frame }: AddressClaim,
  judgement: ClaimJudgement,
  now: number,
): readonly WireEffect[] {
  const { announcer, checks, conflicts, defence, questions } = machine.parts
  if (judgement.kind === 'agrees') return NOTHING
  if (judgement.kind === 'disagrees')
    return defence.mayCorrect(binding, now) ? announcer.again(binding, now) : NOTHING
  if (!isDetected(binding)) return NOTHING
  const told = conflicts.heard(binding, judgement, frame.isAnswer, now)
  questions.disputed(binding, now)
  checks.conflict(binding, now)
  const defended = announcer.isAnnounced(binding.key) && defence.mayDefend(binding, now)
  return defended ? [...announcer.again(binding, now), ...told] : told
}

/** A speaker that does not lead takes what nodes say for what the leader says. */
function believe(
  machine: Machine,
  { binding, frame }: AddressClaim,
  judgement: ClaimJudgement,
  now: number,
): readonly WireEffect[] {
  const { checks, conflicts, owners, questions } = machine.parts
  if (frame.isAnswer) questions.answered(binding, now)
  if (judgement.kind === 'conflict' && judgement.node === undefined)
    return isDetected(binding) ? conflicts.heard(binding, judgement, frame.isAnswer, now) : NOTHING
  checks.trust(binding)
  const owner = ownerTold(binding, judgement)
  return isCandidate(binding, owner)
    ? applyOwners(machine, owners.heard(binding, owner, now), now)
    : NOTHING
}

function isDetected({ planned }: Binding): boolean {
  return planned.pool.conflictDetection !== 'off'
}

function ownerTold({ owner }: Binding, judgement: ClaimJudgement) {
  if (judgement.kind === 'agrees') return owner
  return judgement.kind === 'disagrees' ? judgement.owner : judgement.node
}

/** The same for all who ask. */
const ownerOf: OwnerFor = (binding) => binding.owner

function answerTo(machine: Machine, frame: ResolutionFrame, now: number): readonly WireEffect[] {
  const { askers, checks, leadership, tally } = machine.parts
  const given = respond(frame, ownerOf)
  if (typeof given === 'string') return count(machine, given)
  const { asker, bytes, binding } = given
  if (asker !== undefined) askers.remember(binding.key, asker, now)
  if (!leadership.leads(now)) return count(machine, 'notLeading')
  if (checks.stateOf(binding) !== 'clear') return count(machine, 'notYetOurs')
  tally.count('sent', 'answer')
  count(machine, 'answered')
  return [{ type: 'send', link: frame.link.state.name, bytes }]
}

function count({ parts }: Machine, what: FrameCount): readonly WireEffect[] {
  parts.tally.count('frames', what)
  return NOTHING
}
