import { isMap, isScalar, isSeq } from 'yaml'
import type { Node, Pair, Scalar, YAMLMap } from 'yaml'
import type { Finding, Position } from '../../api/finding.ts'
import { quote } from '../values/json.ts'
import type { Locate } from './position.ts'
import { keyText, placeOfNode } from './tree.ts'

/**
 * What YAML allows, but programs read in different ways: kubectl and the API server read YAML 1.1 by
 * Go's rules, kustomize a mixture of its own, and Bellwether YAML 1.2.
 */
export function lintYaml(top: YAMLMap, locate: Locate): readonly Finding[] {
  const findings: Finding[] = []
  lintNode(top, locate, findings)
  return findings
}

function lintNode(node: unknown, locate: Locate, findings: Finding[]): void {
  if (isScalar(node)) lintScalar(node, locate, findings)
  else if (isMap(node)) lintMap(node, locate, findings)
  else if (isSeq(node)) for (const item of node.items) lintNode(item, locate, findings)
}

function lintMap(map: YAMLMap, locate: Locate, findings: Finding[]): void {
  const seen = new Map<string, Position>()
  for (const pair of map.items) {
    const name = keyText(pair)
    const at = placeOfNode(pair.key as Node, locate)
    if (isMergeKey(pair)) findings.push(mergeKey(at))
    else if (name !== undefined) {
      const first = seen.get(name)
      if (first === undefined) seen.set(name, at)
      else findings.push(duplicateKey(name, at, first))
    }
    lintNode(pair.key, locate, findings)
    lintNode(pair.value, locate, findings)
  }
}

function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<'
}

function lintScalar(scalar: Scalar, locate: Locate, findings: Finding[]): void {
  const { type, tag, source: text } = scalar
  if (type !== 'PLAIN' || tag !== undefined || text === undefined) return
  const ambiguity = AMBIGUITIES.find(({ pattern }) => pattern.test(text))
  if (ambiguity === undefined) return
  const { message, hint } = ambiguity
  const at = placeOfNode(scalar, locate)
  findings.push({
    code: 'BW1004',
    severity: 'error',
    message: `${quote(text)} ${message(text)}`,
    hint: hint(text),
    at,
  })
}

interface Ambiguity {
  readonly pattern: RegExp
  readonly message: (text: string) => string
  readonly hint: (text: string) => string
}

/** If the schema asks for another type here, it has a finding of its own. */
const inQuotes = (text: string): string => `put it in quotes: "${text}"`

/** The types of YAML 1.1 (yaml.org/type/bool.html, int.html) that YAML 1.2 does not have. */
const AMBIGUITIES: readonly Ambiguity[] = [
  {
    pattern: /^(?:y|n|yes|no|on|off)$/i,
    message: (text) =>
      `is ${/^(?:y|yes|on)$/i.test(text)} to kubectl, and a string to other programs`,
    hint: inQuotes,
  },
  {
    pattern: /^[-+]?0[0-7]+$/,
    message: (text) =>
      `is ${Number.parseInt(text, 8)} to kubectl (octal), and ${Number(text)} to other programs`,
    hint: (text) => `write ${Number(text)}, or ${Number.parseInt(text, 8)} if octal was meant`,
  },
  {
    pattern: /^[-+]?0\d+$/,
    message: () => 'has a leading zero, which some programs read as octal and others as decimal',
    hint: (text) => `write ${Number(text)}`,
  },
  {
    pattern: /^[-+]?(?:0b[01_]+|\d[\d_]*_[\d_]*(?:\.[\d_]*)?)$/,
    message: () => 'is a number to kubectl, and a string to other programs',
    hint: inQuotes,
  },
  {
    pattern: /^[-+]?[1-9]\d*(?::[0-5]?\d)+(?:\.\d*)?$/,
    message: () => 'is a number of base 60 to some programs, and a string to others',
    hint: inQuotes,
  },
]

function duplicateKey(name: string, at: Position, first: Position): Finding {
  return {
    code: 'BW1003',
    severity: 'error',
    message: `the key ${quote(name)} occurs twice in the same mapping`,
    hint: 'remove one of the two, or merge their contents',
    at,
    related: [{ message: 'the first one', at: first }],
  }
}

function mergeKey(at: Position): Finding {
  return {
    code: 'BW1005',
    severity: 'error',
    message: 'the merge key `<<` belongs to YAML 1.1: some programs merge, others see a field `<<`',
    hint: 'write out the merged fields here',
    at,
  }
}
