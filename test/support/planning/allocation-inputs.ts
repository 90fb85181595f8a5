import fc from 'fast-check'
import type { AllocationInput, AllocationResult } from '../../../reconciler/allocation/result.ts'
import type { AddressPool } from '../../../api/objects.ts'
import { readClusterFacts } from '../../../reconciler/state/facts.ts'
import type { Position } from '../../../api/finding.ts'
import { checkPools } from '../../../reconciler/pools/check.ts'
import { addressFrom } from './addresses.ts'
import type { GeneratedInputs } from './generate-inputs.ts'
import { generatedInputs, POOL_NAMES, poolAddress, SERVICE_KEYS } from './generate-inputs.ts'
import type { HeldAddress } from '../../../reconciler/plan/held.ts'

/** Generated inputs, with what may be wrong with the pools, and what earlier plans gave. */
export interface GeneratedAllocation extends GeneratedInputs {
  /** Names of pools that are declared but broken. */
  readonly broken: readonly string[]
  readonly complete: boolean
  readonly previous: readonly HeldAddress[]
}

const heldAddress = fc.record({
  address: poolAddress.map(addressFrom),
  pool: fc.constantFrom(...POOL_NAMES),
  segment: fc.constantFrom('default', 'lab'),
  services: fc.uniqueArray(fc.constantFrom(...SERVICE_KEYS), { minLength: 1, maxLength: 3 }),
  since: fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
})

export const generatedAllocation: fc.Arbitrary<GeneratedAllocation> = fc
  .tuple(
    generatedInputs,
    fc.record({
      broken: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.constantFrom(...POOL_NAMES).map((name) => [name]) },
      ),
      complete: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
      previous: fc.uniqueArray(heldAddress, {
        maxLength: 6,
        selector: ({ address, segment }) => `${address.text} ${segment}`,
      }),
    }),
  )
  .map(([inputs, others]) => ({ ...inputs, ...others }))

/** A little later than anything before. */
export const NOW = '2026-02-01T00:00:00Z'

const NOWHERE: Position = { file: 'pools.yaml', line: 1, column: 1, length: 0, lineText: '' }

/** As the reconciler would hand them to allocate. */
export function allocationInput(generated: GeneratedAllocation): AllocationInput {
  const { pools, broken, complete, state, previous } = generated
  const isWhole = ({ metadata }: AddressPool) => !broken.includes(metadata.name)
  const documents = pools.filter(isWhole).map((pool) => ({ pool, place: () => NOWHERE }))
  const { set } = checkPools({ documents, broken, complete })
  const { facts } = readClusterFacts(state, { asDefaultClass: false })
  return { pools: set, facts, previous, now: NOW }
}

/** The input of a round that follows this one, with nothing changed in between. */
export function nextRound(input: AllocationInput, result: AllocationResult): AllocationInput {
  return { ...input, previous: result.assignments }
}
