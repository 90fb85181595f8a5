import type { FindingCode } from '../../api/codes/code.ts'
import type { ServiceKey } from '../model/model.ts'

/** The code of the finding that a reason is told by, and what to do about it. */
export interface Advice {
  readonly code: FindingCode
  readonly hint: string
}

/**
 * What is said of a reason, to fit into a longer sentence. `operators` may read everything. `owner` is for those who
 * own the Service `reader`: it names no object of another namespace, nor what such an object says.
 */
export interface Sentences<Data> {
  readonly operators: (data: Data) => string
  readonly owner: (data: Data, reader: ServiceKey) => string
}

/** The reasons of one family by their type. */
export type ReasonTable = Readonly<Record<string, Sentences<never>>>

/** The reasons of a table as values: `type` is the key, the rest is what the sentence for operators is made from. */
export type ReasonOf<Table> = {
  [Type in keyof Table]: { readonly type: Type } & DataOf<Table[Type]>
}[keyof Table]

type DataOf<Entry> = Entry extends { readonly operators: (data: infer Data) => string }
  ? Data
  : never

/** The reason as operators read it. */
export function forOperators<Table extends ReasonTable>(
  table: Table,
  reason: ReasonOf<Table>,
): string {
  return entryOf(table, reason).operators(reason)
}

/** The reason as the owner of the Service `reader` reads it. */
export function forOwner<Table extends ReasonTable>(
  table: Table,
  reason: ReasonOf<Table>,
  reader: ServiceKey,
): string {
  return entryOf(table, reason).owner(reason, reader)
}

function entryOf<Table extends ReasonTable>(
  table: Table,
  reason: ReasonOf<Table>,
): Sentences<ReasonOf<Table>> {
  return table[(reason as { readonly type: string }).type] as Sentences<ReasonOf<Table>>
}

/** One sentence for everybody: it names nothing that the owner of a Service may not know. */
export function toAll(sentence: string): Sentences<unknown>
export function toAll<Data>(sentence: (data: Data) => string): Sentences<Data>
export function toAll(sentence: string | ((data: never) => string)): Sentences<never> {
  const told = typeof sentence === 'string' ? () => sentence : sentence
  return { operators: told, owner: told }
}

/** True if both are in one namespace: the owner of one may be told of the other. */
export function inOneNamespace(reader: ServiceKey, other: ServiceKey): boolean {
  return other.startsWith(reader.slice(0, reader.indexOf('/') + 1))
}
