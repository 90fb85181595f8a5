import t from 'tap'
import type { Test } from 'tap'
import { parse, stringify } from 'yaml'
import { checkPools } from '../reconciler/pools/check.ts'
import { parsePools } from '../reconciler/source/parse-pools.ts'
import { readPoolDocuments } from '../reconciler/pools/read.ts'
import { renderFindings } from '../reconciler/render/findings.ts'
import { renderFindingsGithub } from '../reconciler/render/github.ts'
import { renderFindingsJson } from '../reconciler/render/json.ts'
import { seededRandom } from './support/random.ts'

const VALID = `# pools of the office
apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata:
  name: office
  annotations: {bellwether.dev/allow-release: "*"}
spec:
  addresses:
    - 192.0.2.16/28
    - 192.0.2.40-192.0.2.49
    - 2001:db8:0:1::100/120
  exclude: [192.0.2.17, "2001:db8:0:1::101"]
  autoAssign: true
  priority: 10
  serviceSelector: {matchExpressions: [{key: app, operator: In, values: [web, "api"]}]}
  namespaces: &names [web, shop]
  sharing: withinNamespace
  reservations:
    - {address: 192.0.2.40, service: web/shop}
  announce:
    segment: office
    nodeSelector: {matchLabels: {zone: a}}
    nodeNetworks: [192.0.2.0/24, "2001:db8:0:1::/64"]
    preferredNodes: [{weight: 50, selector: {}}]
    failback: afterStable
    failbackDelaySeconds: 30
---
apiVersion: v1
kind: List
items:
  - apiVersion: bellwether.dev/v1alpha1
    kind: AddressPool
    metadata: {name: lab}
    spec: {addresses: [198.51.100.0/24], namespaces: [lab]}
`

type Random = () => number
type Mutate = (text: string, random: Random) => string

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T
}

const ODD_BYTES = [
  '\0',
  '\t',
  '\r',
  '\n',
  '\ufeff',
  '\ud800',
  '\u202e',
  '"',
  "'",
  '{',
  ']',
  '*',
  '&',
  '%',
  '|',
  ':',
  '#',
  '-',
  '\\',
]
const ODD_TOKENS = [
  '',
  'null',
  'yes',
  '012',
  '1e999',
  '.nan',
  '-1',
  '!!binary x',
  '*names',
  '&a',
  '<<: *names',
  '[[[',
  '? ',
  '---',
  '...',
  '%YAML 1.1',
  '{}',
  '2001:db8::',
  '10.0.0.0/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.9-10.0.0.1',
  'fe80::1%eth0',
]

function bytes(text: string, random: Random): string {
  const at = Math.floor(random() * text.length)
  const removed = Math.floor(random() * 4)
  const inserted = random() < 0.5 ? '' : pick(ODD_BYTES, random)
  return text.slice(0, at) + inserted + text.slice(at + removed)
}

function tokens(text: string, random: Random): string {
  const words = text.split(/(\s+|[[\]{},])/)
  words[Math.floor(random() * words.length)] = pick([...ODD_TOKENS, ...words], random)
  return words.join('')
}

function lines(text: string, random: Random): string {
  const all = text.split('\n')
  const [from, to] = [Math.floor(random() * all.length), Math.floor(random() * all.length)]
  const [line = ''] = random() < 0.5 ? all.splice(from, 1) : [all[from]]
  all.splice(to, 0, random() < 0.5 ? line : ` ${line}`)
  return all.join('\n')
}

const ODD_VALUES = [
  null,
  [],
  {},
  '',
  0,
  -1,
  1e21,
  true,
  'x'.repeat(5000),
  ['a', 'a'],
  { '': '' },
  [[[]]],
  { __proto__: 1 },
  '::/0',
]

/** Replaces, removes or adds one thing somewhere in the data. */
function structure(text: string, random: Random): string {
  const [first = '', second = ''] = text.split('---\n')
  const half = pick([first, second], random)
  const data = parse(half) as object
  mutateInside(data, random)
  return stringify(data)
}

function mutateInside(node: object, random: Random): void {
  const entries = Object.entries(node) as [string, unknown][]
  const [key, value] = entries.length === 0 ? ['new', null] : pick(entries, random)
  if (typeof value === 'object' && value !== null && random() < 0.8)
    return mutateInside(value, random)
  const target = node as Record<string, unknown>
  if (random() < 0.2) delete target[key]
  else
    target[random() < 0.2 ? pick(['color', 'constructor', 'toString', `${key}s`], random) : key] =
      pick(ODD_VALUES, random)
}

const MUTATIONS: readonly Mutate[] = [bytes, tokens, lines, structure]

t.test('the text is valid before it is mutated', (t) => {
  const { pools, unreadable } = parsePools([{ path: 'a.yaml', text: VALID }])
  const read = readPoolDocuments(pools)
  const findings = [...unreadable, ...read.findings, ...checkPools(read).findings]
  t.same(
    findings.filter(({ severity }) => severity !== 'info'),
    [],
  )
  t.equal(read.documents.length, 2)
  t.end()
})

t.test('500 mutations end in findings, never in an exception', (t) => {
  const random = seededRandom(20260101)
  let withFindings = 0
  for (let round = 0; round < 500; round++) {
    const times = 1 + Math.floor(random() * 3)
    let text = VALID
    for (let i = 0; i < times; i++) {
      const mutate = pick(i === 0 ? MUTATIONS : MUTATIONS.slice(0, 3), random)
      text = mutate(text, random)
    }
    if (findingsAre(t, text, round)) withFindings++
  }
  t.ok(withFindings > 250, `${withFindings} of 500 were noticed`)
  t.end()
})

function findingsAre(t: Test, text: string, round: number): boolean {
  try {
    const { pools, unreadable } = parsePools([{ path: 'a.yaml', text }])
    const read = readPoolDocuments(pools)
    const findings = [...unreadable, ...read.findings, ...checkPools(read).findings]
    const all = [
      renderFindings(findings, { color: true }),
      renderFindingsJson(findings),
      renderFindingsGithub(findings),
    ]
    const isPlaced = findings.every(
      ({ at, hint, message }) =>
        at !== undefined &&
        at.line >= 1 &&
        at.column >= 1 &&
        at.length >= 1 &&
        hint !== '' &&
        message !== '',
    )
    if (!isPlaced || all.length !== 3)
      t.fail(`a finding without a place in round ${round}`, { text, findings })
    return findings.some(({ severity }) => severity !== 'info')
  } catch (error) {
    t.fail(`round ${round}: ${String(error)}`, { text, error })
    return false
  }
}
