import type { MoveReason, PlanChange, ReleaseReason } from '../plan/change.ts'

/** What stands before a line, as in a diff: `~` has another owner or other Services, `.` other standbys. */
export const MARKS: Readonly<Record<PlanChange['type'], string>> = {
  assign: '+',
  move: '~',
  release: '-',
  retarget: '~',
  standbys: '.',
  keep: ' ',
}

const RELEASE: Readonly<Record<ReleaseReason, string>> = {
  ServiceGone: 'the Service is gone',
  ServiceNotOurs: 'the Service has another type or class',
  FamilyNotWanted: 'the Service wants no address of this family',
  Moved: 'the Service moved to another address',
  SharingEnded: 'the Services may no longer share',
  ReleaseAllowed: 'no pool holds it, and its release is allowed',
  SecondOfFamily: 'the Service has another address of this family',
  OtherPlanFirst: 'another segment had it first',
  Unexplained: '',
}

const MOVE: Readonly<Record<MoveReason, string>> = {
  NodeGone: 'the former owner is gone',
  NodeExcluded: 'the former owner may not carry it any more',
  FailBack: 'fail-back to a better node',
  OwnerFound: 'nobody could answer before',
  NobodyLeft: 'nobody may carry it any more',
  NoLocalEndpoints: 'Local, and no endpoint',
  SegmentChanged: 'its pool has another segment now',
  Unexplained: '',
}

/** A change and its reason, in a few words. */
export function describeChange(change: PlanChange): string {
  switch (change.type) {
    case 'assign':
      return 'new'
    case 'move':
      return withReason(`from ${change.from ?? 'nobody'}`, MOVE[change.reason])
    case 'release':
      return withReason('released', RELEASE[change.reason])
    case 'retarget':
      return withReason(`before: ${change.before.join(', ')}`, retargetReason(change.reason))
    case 'standbys':
      return `standbys before: ${change.before.join(', ') || 'none'}`
    case 'keep':
      return change.reason === 'PoolChanged' ? 'other pool' : ''
  }
}

function retargetReason(reason: ReleaseReason | 'SharingChanged'): string {
  return reason === 'SharingChanged' ? 'shared otherwise' : RELEASE[reason]
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
