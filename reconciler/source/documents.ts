import { Composer, isAlias, isMap, isScalar, Parser, visit } from 'yaml'
import type { Alias, CST, Document, Node, ParsedNode, YAMLMap, YAMLSeq } from 'yaml'
import { describeType, isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import type { Finding, Position } from '../../api/finding.ts'
import {
  notAnObject,
  notText,
  structureTooLarge,
  syntaxError,
  textTooLarge,
  unresolvedAlias,
} from './text-findings.ts'
import { offsetBelow } from './nesting.ts'
import { locator } from './position.ts'
import { keyText, placeOfKey, placeOfNode, placeOfValue, resolveAlias } from './tree.ts'
import type { Tree } from './tree.ts'
import type { PlacedObject } from './placed-object.ts'
import { lintYaml } from './lint.ts'
import type { SourceText } from './source.ts'

export interface SourceObjects {
  /** Mappings at the top of a document, and items of Lists. */
  readonly objects: readonly PlacedObject[]
  /** Of parts of the text that cannot be read, so that objects may be missing. */
  readonly findings: readonly Finding[]
}

/** About 5,000 pools, which are read in two seconds. */
export const MAX_TEXT_LENGTH = 4 * 1024 * 1024

/**
 * A real document has about ten levels. The yaml package composes by recursion. How deep it can go depends on the version of
 * Node, and Node 20 may abort at that depth.
 */
const MAX_LEVELS = 100

/** A real document uses its anchors a few times. A "billion laughs" document uses them exponentially often. */
const MAX_ALIAS_COUNT = 10_000

const PARSE_OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
  // The package would compare each key with every other key; lint.ts finds duplicates in linear time.
  uniqueKeys: false,
} as const

/** A NUL, or what a decoder puts in the place of bytes that are not UTF-8. */
const NOT_TEXT = /[\0\ufffd]/

/** Reads all objects of a YAML or JSON text. Never throws. */
export function readSourceObjects(source: SourceText): SourceObjects {
  const { text } = source
  const locate = locator(source)
  if (text.length > MAX_TEXT_LENGTH) return unreadable(textTooLarge(locate(0, 1)))
  const offset = text.search(NOT_TEXT)
  if (offset >= 0) return unreadable(notText(locate(offset, 1)))
  const deep: number[] = []
  const tokens = shallow(new Parser().parse(text), (place) => deep.push(place))
  const composer = new Composer<ParsedNode>(PARSE_OPTIONS)
  const parts = Array.from(composer.compose(tokens), (document) =>
    readDocument({ document, locate }),
  )
  return merge([...parts, ...deep.map((place) => tooDeep(locate(place, 1)))])
}

/** Leaves out the documents that are nested too deeply, and tells where. */
function* shallow(
  tokens: Iterable<CST.Token>,
  leftOut: (offset: number) => void,
): Generator<CST.Token, void> {
  for (const token of tokens) {
    const offset = token.type === 'document' ? offsetBelow(token, MAX_LEVELS) : undefined
    if (offset === undefined) yield token
    else leftOut(offset)
  }
}

function tooDeep(at: Position): SourceObjects {
  return unreadable(structureTooLarge('is nested too deeply', at))
}

function unreadable(finding: Finding): SourceObjects {
  return { objects: [], findings: [finding] }
}

function merge(parts: readonly SourceObjects[]): SourceObjects {
  return {
    objects: parts.flatMap(({ objects }) => objects),
    findings: parts.flatMap(({ findings }) => findings),
  }
}

function readDocument(tree: ParsedTree): SourceObjects {
  const { contents, errors } = tree.document
  // What follows the first error is mostly its consequence.
  const [error] = errors
  if (error !== undefined) return unreadable(syntaxError(error, tree.locate))
  if (contents === null || (isScalar(contents) && contents.value === null)) return merge([])
  const data = toData(contents, tree)
  return 'problem' in data ? unreadable(data.problem) : objectsIn(contents, data.value, tree)
}

interface ParsedTree extends Tree {
  readonly document: Document.Parsed<ParsedNode>
}

type Data = { readonly value: unknown } | { readonly problem: Finding }

/** The yaml package throws for an alias without anchor, and for aliases that multiply without end. */
function toData(contents: Node, { document, locate }: ParsedTree): Data {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT })
    if (!containsItself(value)) return { value }
    const at = placeOfNode(firstAlias(contents), locate)
    return { problem: structureTooLarge('contains itself through an alias', at) }
  } catch {
    const dangling = firstAlias(contents, (alias) => alias.resolve(document) === undefined)
    if (isAlias(dangling)) return { problem: unresolvedAlias(placeOfNode(dangling, locate)) }
    const at = placeOfNode(firstAlias(contents), locate)
    return { problem: structureTooLarge('becomes far too large by its aliases', at) }
  }
}

/** The contents themselves if no alias matches. */
function firstAlias(contents: Node, matches: (alias: Alias) => boolean = () => true): Node {
  let found = contents
  visit(contents, {
    Alias: (_, alias) => {
      if (!matches(alias)) return undefined
      found = alias
      return visit.BREAK
    },
  })
  return found
}

function containsItself(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (above.includes(value)) return true
  const inside = [...above, value]
  return Object.values(value).some((part) => containsItself(part, inside))
}

/** A kind that ends in List, with items, stands for its items (`kubectl get -o yaml`). */
function objectsIn(written: Node, value: unknown, tree: Tree): SourceObjects {
  const node = resolveAlias(written, tree.document)
  if (!isMap(node) || !isPlainObject(value))
    return unreadable(notAnObject(describeType(value), placeOfNode(written, tree.locate)))
  const { kind, items } = value
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items))
    return { objects: [sourceObject(node, value, tree)], findings: [] }
  return merge(
    itemsOf(node, tree.document).map((item, index) => objectsIn(item, items[index], tree)),
  )
}

/** The nodes of `items`, which the data says is a list; the last one counts, as it does in the data. */
function itemsOf(list: YAMLMap, document: Document): readonly Node[] {
  const pair = list.items.findLast((each) => keyText(each) === 'items')
  const items = resolveAlias(pair?.value, document)
  return (items as YAMLSeq<Node>).items
}

function sourceObject(node: YAMLMap, value: PlainObject, tree: Tree): PlacedObject {
  return {
    value,
    text: {
      place: (path) => placeOfValue(node, path, tree),
      placeOfKey: (path) => placeOfKey(node, path, tree),
      lint: () => lintYaml(node, tree.locate),
    },
  }
}
