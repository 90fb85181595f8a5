import t from 'tap'
import type { Family } from '../../../api/address.ts'
import { freeAddresses } from '../../../reconciler/allocation/free.ts'
import { give, originOf } from '../../../reconciler/allocation/ledger.ts'
import { startRound } from '../../../reconciler/allocation/round.ts'
import type { NodeFact, Pool } from '../../../reconciler/model/model.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { facts, node, pool, poolSet, service } from '../../support/planning/facts.ts'

function scene(pools: readonly Pool[], nodes: readonly NodeFact[] = []) {
  const services = [service('x/a'), service('x/b'), service('x/c'), service('x/d')]
  const round = startRound({
    pools: poolSet(...pools),
    facts: facts(services, { nodes }),
    previous: [],
    now: '',
  })
  const free = freeAddresses(round)
  let next = 0
  return {
    lowest: (pool: Pool, family: Family = 'IPv4') => free.lowest(pool, family)?.text,
    /** Gives the address to the next Service, or to the one with that number. */
    take: (text: string, holder = next++) => {
      const grant = {
        address: addressFrom(text),
        origin: originOf(pools[0]!),
        rule: 'held' as const,
      }
      give(round.ledger, round.holders[holder]!, grant)
    },
  }
}

t.test('the lowest address of all ranges, until there is none', async (t) => {
  const web = pool('web', { addresses: ['10.0.0.9', '10.0.0.1-10.0.0.2', 'fd00::5-fd00::6'] })
  const { lowest, take } = scene([web])
  for (const text of ['10.0.0.1', '10.0.0.2', '10.0.0.9']) {
    t.equal(lowest(web), text)
    t.equal(lowest(web), text, 'asking takes nothing')
    take(text)
  }
  t.equal(lowest(web), undefined)
  t.equal(lowest(web, 'IPv6'), 'fd00::5')
})

t.test('a pool without addresses of the family has none', async (t) => {
  const web = pool('web', { addresses: ['10.0.0.1'] })
  t.equal(scene([web]).lowest(web, 'IPv6'), undefined)
})

t.test("what is excluded, reserved or a node's own is passed over", async (t) => {
  const web = pool('web', {
    addresses: ['10.0.0.0/24', 'fd00::/64'],
    exclude: ['10.0.0.0-10.0.0.2'],
    reserve: { '10.0.0.3': 'x/later', 'fd00::': 'x/later' },
  })
  const worker = {
    ...node('n1', '10.0.0.4'),
    segmentAddresses: { lan: [addressFrom('10.0.0.5'), addressFrom('fd00::1')] },
  }
  const { lowest } = scene([web], [worker])
  t.equal(lowest(web), '10.0.0.6')
  t.equal(lowest(web, 'IPv6'), 'fd00::2')
})

t.test('.0 and .255 are passed over where the pool avoids them', async (t) => {
  const web = pool('web', {
    addresses: ['10.0.0.255-10.0.1.1', 'fd00::-fd00::ff'],
    avoidBuggyIPs: true,
  })
  const { lowest } = scene([web])
  t.equal(lowest(web), '10.0.1.1')
  t.equal(lowest(web, 'IPv6'), 'fd00::')
})

t.test('an address that becomes free is found again', async (t) => {
  const web = pool('web', { addresses: ['10.0.0.1-10.0.0.9'] })
  const { lowest, take } = scene([web])
  for (const text of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) take(text)
  t.equal(lowest(web), '10.0.0.4')
  take('10.0.0.8', 1)
  t.equal(lowest(web), '10.0.0.2')
  take('10.0.0.2', 3)
  take('10.0.0.9', 1)
  t.equal(lowest(web), '10.0.0.4', 'higher addresses that become free do not matter')
})

t.test('what one pool gives is taken in the others that have it', async (t) => {
  const web = pool('web', { addresses: ['10.0.0.1-10.0.0.9'] })
  const low = pool('low', { addresses: ['10.0.0.1-10.0.0.2'] })
  const { lowest, take } = scene([web, low])
  t.equal(lowest(low), '10.0.0.1')
  t.equal(lowest(web), '10.0.0.1')
  take('10.0.0.1')
  t.equal(lowest(low), '10.0.0.2')
  t.equal(lowest(web), '10.0.0.2')
})

t.test('the largest IPv6 pool costs nothing', async (t) => {
  const web = pool('web', { addresses: ['::/0'] })
  t.equal(scene([web]).lowest(web, 'IPv6'), '::')
})
