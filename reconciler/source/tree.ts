import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml'
import type { Document, Node, Pair, YAMLMap } from 'yaml'
import type { Position } from '../../api/finding.ts'
import type { FieldPath } from './field-path.ts'
import type { Locate } from './position.ts'

/** What stands where a path leads: `key` introduces it, `value` is undefined where nothing is written. */
interface Entry {
  readonly key: Node
  readonly value: Node | undefined
  /** False if the path leads on to where nothing is written: the entry is then the last that is there. */
  readonly whole: boolean
}

/** The node that an alias stands for, if its anchor is there; any other node itself. Undefined for what is no node. */
export function resolveAlias(node: unknown, document: Document): Node | undefined {
  if (isAlias(node)) return node.resolve(document) ?? undefined
  return isNode(node) ? node : undefined
}

function findEntry(top: YAMLMap, path: FieldPath, document: Document): Entry {
  let entry: Entry = { key: top, value: top, whole: true }
  for (const step of path) {
    const next = stepInto(entry.value, step, document)
    if (next === undefined) return { ...entry, whole: false }
    entry = next
  }
  return entry
}

function stepInto(node: unknown, step: string | number, document: Document): Entry | undefined {
  if (isMap(node)) return inMap(node, String(step), document)
  const item: unknown = isSeq(node) ? node.items[Number(step)] : undefined
  return isNode(item) ? { key: item, value: resolveAlias(item, document), whole: true } : undefined
}

/** The last of several equal keys counts, as it does in the data. */
function inMap(map: YAMLMap, name: string, document: Document): Entry | undefined {
  const pair = map.items.findLast((each) => keyText(each) === name)
  if (pair === undefined || !isNode(pair.key)) return undefined
  return { key: pair.key, value: resolveAlias(pair.value, document), whole: true }
}

/** The key as it stands in the data, empty for null; undefined if it is no scalar. */
export function keyText(pair: Pair): string | undefined {
  if (!isScalar(pair.key)) return undefined
  const value = pair.key.value as string | number | boolean | null
  return value === null ? '' : String(value)
}

/** The place of a field's value; of its key where the value is a collection, empty or not there. */
export function placeOfValue(top: YAMLMap, path: FieldPath, tree: Tree): Position {
  const { key, value, whole } = findEntry(top, path, tree.document)
  const shown = whole && isScalar(value) && value.source !== '' ? value : key
  return placeOfNode(shown, tree.locate)
}

/** The place of a field's key; of an item of a list, where the item begins. */
export function placeOfKey(top: YAMLMap, path: FieldPath, tree: Tree): Position {
  return placeOfNode(findEntry(top, path, tree.document).key, tree.locate)
}

/** A parsed document and its text. */
export interface Tree {
  readonly document: Document
  readonly locate: Locate
}

/** A collection is shown by its first line. */
export function placeOfNode(node: Node, locate: Locate): Position {
  const [start, end] = node.range ?? [0, 0]
  return locate(start, end - start)
}
