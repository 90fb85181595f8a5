/** What is known of a speaker when somebody asks how it does. */
export interface Vitals {
  /** Since the last heartbeat of the loop, or since the start if there has been none. */
  readonly silentMilliseconds: number
  /** False until the sockets are open. */
  readonly started: boolean
  /** Addresses of the plans in force; undefined while there is no plan. */
  readonly addresses: number | undefined
  /** Links that are up and carry addresses of a plan. */
  readonly links: readonly string[]
  /** The last frames were not taken by the kernel, none of them. */
  readonly sendsFail: boolean
}

/** Why the speaker is not healthy: starting it again may help. */
export type NotHealthyReason = { readonly reason: 'LoopStuck'; readonly silentMilliseconds: number }

/** Why it is not ready: it does not do its work, whether or not it is to blame. */
export type NotReadyReason =
  | NotHealthyReason
  | { readonly reason: 'NotStarted' }
  | { readonly reason: 'NoPlan' }
  | { readonly reason: 'NoLink' }
  | { readonly reason: 'SendsFail' }

/** Three heartbeats and more: a loop that is merely busy beats. */
export const LONGEST_SILENCE_MILLISECONDS = 3000

/** Empty: it is healthy. */
export function notHealthyReasons({ silentMilliseconds }: Vitals): readonly NotHealthyReason[] {
  const isStuck = silentMilliseconds > LONGEST_SILENCE_MILLISECONDS
  return isStuck ? [{ reason: 'LoopStuck', silentMilliseconds }] : []
}

/** A reason that follows from another one in the list is left out. */
export function notReadyReasons(vitals: Vitals): readonly NotReadyReason[] {
  const { started, addresses, links, sendsFail } = vitals
  if (!started) return [...notHealthyReasons(vitals), { reason: 'NotStarted' }]
  if (addresses === undefined) return [...notHealthyReasons(vitals), { reason: 'NoPlan' }]
  const hasNoLink = addresses > 0 && links.length === 0
  return [
    ...notHealthyReasons(vitals),
    ...(hasNoLink ? [{ reason: 'NoLink' } as const] : []),
    ...(sendsFail && !hasNoLink ? [{ reason: 'SendsFail' } as const] : []),
  ]
}

/** One line for people. */
export function describeReason(reason: NotReadyReason): string {
  switch (reason.reason) {
    case 'LoopStuck': {
      const seconds = (reason.silentMilliseconds / 1000).toFixed(1)
      return `LoopStuck: the loop of the wire has given no sign for ${seconds} s`
    }
    case 'NotStarted':
      return 'NotStarted: the packet sockets are not open yet'
    case 'NoPlan':
      return 'NoPlan: no plan is in force'
    case 'NoLink':
      return 'NoLink: no link is up that carries an address of the plan'
    case 'SendsFail':
      return 'SendsFail: the kernel takes no frame; see the links and the log'
  }
}

/** What has been sent, as far as the last heartbeat told. */
export interface SendTally {
  readonly sent: number
  readonly sendFailures: number
  readonly sendsFail: boolean
}

export const NOTHING_SENT: SendTally = { sent: 0, sendFailures: 0, sendsFail: false }

/** A frame that was sent clears the failures before it; a period without frames changes nothing. */
export function nextTally(
  before: SendTally,
  { sent, sendFailures }: Pick<SendTally, 'sent' | 'sendFailures'>,
): SendTally {
  if (sent > before.sent) return { sent, sendFailures, sendsFail: false }
  const sendsFail = before.sendsFail || sendFailures > before.sendFailures
  return { sent, sendFailures, sendsFail }
}
