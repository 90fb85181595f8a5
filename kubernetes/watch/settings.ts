import type { BackOffSettings } from '../client/back-off.ts'

export interface ReflectorSettings {
  /** How long the server is asked to keep a watch open: drawn between these. */
  readonly watchSeconds: readonly [shortest: number, longest: number]
  /** A watch on which nothing was heard is dead. Longer than the minute between two bookmarks. */
  readonly inactivityMilliseconds: number
  /** How long a watch may take to be opened. */
  readonly openingMilliseconds: number
  /** Everything is listed again this often, whatever the watch has told; jittered by a tenth. */
  readonly relistMilliseconds: number
  /**
   * A watch that was taken up where it broke is checked by a list after so long, jittered by half: a server that was restored from a
   * backup, and has counted on since, opens it and tells nothing of what is not there any more.
   */
  readonly doubtMilliseconds: number
  /** A watch that took longer than this to be opened may be of another server. */
  readonly promptMilliseconds: number
  /** A watch that lived so long was healthy. */
  readonly healthyMilliseconds: number
  readonly backOff: BackOffSettings
  /** How long to wait after the server has refused, jittered down to half; shorter at first, because it may just have started. */
  readonly deniedMilliseconds: number
  readonly deniedAtFirstMilliseconds: number
  readonly deniedFirstWhileMilliseconds: number
  /** How long before a list is asked for again that was older than what is known; jittered down to half. */
  readonly staleListMilliseconds: number
  /**
   * An error 401 or 403 to a client that was authorised before is believed only if it lasts so long: a server that has just
   * started refuses everybody until it has read its rules.
   */
  readonly beliefMilliseconds: number
  /** A loss is told at most this often. */
  readonly reportMilliseconds: number
}

export const REFLECTOR_SETTINGS: ReflectorSettings = {
  watchSeconds: [240, 300],
  inactivityMilliseconds: 100_000,
  openingMilliseconds: 10_000,
  relistMilliseconds: 600_000,
  doubtMilliseconds: 5_000,
  promptMilliseconds: 1_000,
  healthyMilliseconds: 10_000,
  backOff: { shortestMilliseconds: 200, longestMilliseconds: 8_000 },
  deniedMilliseconds: 10_000,
  deniedAtFirstMilliseconds: 2_000,
  deniedFirstWhileMilliseconds: 30_000,
  staleListMilliseconds: 1_000,
  beliefMilliseconds: 2_000,
  reportMilliseconds: 10_000,
}

/** The server cannot make us wait longer than this. */
export const LONGEST_RETRY_AFTER_MILLISECONDS = 60_000

/** How often a list that is older than what is known is asked for again; then the server has gone back to an older state. */
export const MOST_STALE_LISTS = 3

/** After so many failures in a row everything is listed again: the server may be another one, or restored from a backup. */
export const FAILURES_BEFORE_RELIST = 2
