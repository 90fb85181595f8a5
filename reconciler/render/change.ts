import type { PlanChange } from '../plan/change.ts'
import { describeMove, describeRetarget } from '../reasons/changes.ts'
import { describeReleaseWord } from '../reasons/releases.ts'

/** What stands before a line, as in a diff: `~` has another owner or other Services, `.` other standbys. */
export const MARKS: Readonly<Record<PlanChange['type'], string>> = {
  assign: '+',
  move: '~',
  release: '-',
  retarget: '~',
  standbys: '.',
  keep: ' ',
}

/** A change and its reason, in a few words. */
export function describeChange(change: PlanChange): string {
  switch (change.type) {
    case 'assign':
      return 'new'
    case 'move':
      return withReason(`from ${change.from ?? 'nobody'}`, describeMove(change.reason))
    case 'release':
      return withReason('released', describeReleaseWord(change.reason))
    case 'retarget':
      return withReason(`before: ${change.before.join(', ')}`, describeRetarget(change.reason))
    case 'standbys':
      return `standbys before: ${change.before.join(', ') || 'none'}`
    case 'keep':
      return change.reason === 'PoolChanged' ? 'other pool' : ''
  }
}

function withReason(text: string, reason: string): string {
  return reason === '' ? text : `${text}: ${reason}`
}

/** True if anything is done otherwise than before. */
export function isChange(change: PlanChange): boolean {
  return change.type !== 'keep' || change.reason !== 'Unchanged'
}

const ANSI: Readonly<Record<string, string>> = { '+': '32', '~': '33', '-': '31' }

/** A line in the colour of the mark that it begins with. */
export function paintLine(line: string, color: boolean): string {
  const code = ANSI[line.slice(0, 1)]
  return color && code !== undefined ? `\u001b[${code}m${line}\u001b[0m` : line
}
