import { comparePlaces, type Finding } from '../../api/finding.ts'
import type { PoolSet } from '../model/model.ts'
import { comparePools } from '../model/pool-order.ts'
import { readDeclaration, type PoolDeclaration } from './declaration.ts'
import { poolFinding, relatedField } from './finding.ts'
import type { PoolField } from './finding.ts'
import { overlapFindings } from './overlaps.ts'
import { reservedByTwoPools } from './reservations.ts'
import type { PoolDocument, PoolDocuments } from './read.ts'
import { canonicalText, sameContent } from '../values/same-content.ts'
import { compareText } from '../../api/order.ts'

/**
 * The pools that the documents declare, and everything that is wrong with them, each alone and together. A pool
 * with an error is not among `set.pools` but named in `set.broken`. The order of the documents does not matter.
 */
export function checkPools(read: Pick<PoolDocuments, 'documents' | 'broken' | 'complete'>): {
  set: PoolSet
  findings: Finding[]
} {
  const declarations = [...read.documents].sort(compareDocuments).map(readDeclaration)
  const { firsts, findings: repetitions } = byName(declarations)
  const findings = [
    ...declarations.flatMap((declaration) => declaration.findings),
    ...repetitions,
    ...overlapFindings(firsts),
    ...reservedByTwoPools(firsts.flatMap(({ reservations }) => reservations)),
  ]
  const broken = new Set([...read.broken, ...brokenNames(findings)])
  const pools = firsts.map(({ pool }) => pool).filter(({ name }) => !broken.has(name))
  return {
    set: { pools, broken: [...broken].sort(compareText), complete: read.complete },
    findings,
  }
}

/** By place, then name, then content: a total order, whatever the order in which pools were given. */
export function compareDocuments(a: PoolDocument, b: PoolDocument): number {
  return (
    comparePlaces(a.place([]), b.place([])) ||
    compareText(a.pool.metadata.name, b.pool.metadata.name) ||
    compareText(canonicalText(a.pool), canonicalText(b.pool))
  )
}

/** The first declaration of each name, in the order in which pools are asked for an address. */
function byName(declarations: readonly PoolDeclaration[]): {
  firsts: readonly PoolDeclaration[]
  findings: readonly Finding[]
} {
  const firsts = new Map<string, PoolDeclaration>()
  const findings: Finding[] = []
  for (const declaration of declarations) {
    const first = firsts.get(declaration.name)
    if (first === undefined) firsts.set(declaration.name, declaration)
    else findings.push(declaredAgain(declaration, first))
  }
  const sorted = [...firsts.values()].sort((a, b) => comparePools(a.pool, b.pool))
  return { firsts: sorted, findings }
}

function declaredAgain({ document, name }: PoolDeclaration, first: PoolDeclaration): Finding {
  const field = { document, path: ['metadata', 'name'] }
  const other = { document: first.document, path: field.path }
  const related = relatedField('first declared here', other)
  if (sameContent(document.pool, first.document.pool))
    return poolFinding('BW2012', field, {
      message: `the pool ${name} is declared twice, with identical contents`,
      hint: `remove one of the two${whereIs(other)}`,
      ...related,
    })
  return poolFinding('BW2011', field, {
    message: `the pool ${name} is declared twice, with different contents`,
    hint: `give one of the two another name, or remove it; until then neither gives out addresses`,
    ...related,
  })
}

function whereIs({ document, path }: PoolField): string {
  const at = document.place(path)
  return at === undefined ? '' : `; the other one is in ${at.file}, line ${at.line}`
}

function brokenNames(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ object }) => object?.name)
    .filter((name) => name !== undefined)
}
