import type { ServiceKey } from '../model/model.ts'
import type { MoveReason, RetargetReason } from '../reasons/changes.ts'
import type { ReleaseWord } from '../reasons/releases.ts'

interface ChangeOf<Type extends string, Reason extends string> {
  readonly type: Type
  readonly address: string
  /** The segment it is announced on: the new one, or for a release the former one. */
  readonly segment: string
  readonly pool: string
  readonly reason: Reason
  /** True if connections through the address may break. */
  readonly disruptive: boolean
}

interface Services {
  readonly services: readonly ServiceKey[]
}

/** The planned owners before and after; undefined where there is none. */
interface Owners {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** The address gets its first Service. */
export type AssignChange = ChangeOf<'assign', 'NewAssignment'> & Services & { readonly to?: string }
/** Another planned owner. */
export type MoveChange = ChangeOf<'move', MoveReason> & Services & Owners
/** No Service has the address any more. */
export type ReleaseChange = ChangeOf<'release', ReleaseWord> & Services & { readonly from?: string }
/** Other Services have the address; `reason` is why a former one has lost it. */
export type RetargetChange = ChangeOf<'retarget', RetargetReason> & {
  readonly before: readonly ServiceKey[]
  readonly after: readonly ServiceKey[]
}
/** The same planned owner, other standbys. */
export type StandbyChange = ChangeOf<'standbys', 'StandbysChanged'> & {
  readonly before: readonly string[]
  readonly after: readonly string[]
}
/** The same Services and candidates: another pool name, or nothing at all. */
export type KeepChange = ChangeOf<'keep', 'Unchanged' | 'PoolChanged'>

export type PlanChange =
  AssignChange | MoveChange | ReleaseChange | RetargetChange | StandbyChange | KeepChange
