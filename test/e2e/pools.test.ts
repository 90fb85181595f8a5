import t, { type Test } from 'tap'
import { addressAnswers, gapOf } from '../../demo/cluster/answers.ts'
import { clusterRefusal, createCluster } from '../../demo/cluster/cluster.ts'
import { apply, install } from '../../demo/cluster/install.ts'
import {
  addressPool,
  echoDeployment,
  loadBalancerService,
  steadyService,
} from '../../demo/cluster/workload.ts'
import {
  addressesBecome,
  answersArp,
  assignedCondition,
  conditionBecomes,
  eventsOf,
  ownerOf,
} from '../support/cluster/e2e.ts'
import { eventually } from '../support/cluster/live-cluster.ts'

/*
 * The life of pools, as commits change them: no address in use is given up or taken twice, and none is silent.
 */

const skip = clusterRefusal() ?? false

t.test('pools', { skip, timeout: 200_000 }, async (t) => {
  const cluster = await createCluster()
  t.teardown(() => cluster.stop())
  await install(cluster)
  apply(cluster, [
    addressPool('lan', ['10.10.0.200-10.10.0.219', 'fd00:10::200-fd00:10::21f']),
    ...steadyService('steady', ['IPv4', 'IPv6']),
    echoDeployment({ name: 'web', replicas: 1 }),
  ])
  const STEADY = ['10.10.0.200', 'fd00:10::200']
  await addressAnswers(cluster, 'default/steady', 2)
  const remove = (...names: string[]) =>
    cluster.kubectl(['delete', 'addresspool', ...names, '--wait=true'])
  const readyOf = (name: string) => {
    const path = '{.status.conditions[?(@.type=="Ready")].reason}'
    return cluster.kubectl(['get', 'addresspool', name, '-o', `jsonpath=${path}`])
  }
  const countsOf = (name: string) => {
    const { assigned, available } = (
      JSON.parse(cluster.kubectl(['get', 'addresspool', name, '-o', 'json'])) as {
        status?: { ipv4?: { assigned: number; available: number } }
      }
    ).status?.ipv4 ?? { assigned: -1, available: -1 }
    return `${assigned} assigned, ${available} available`
  }
  /** What happens to pools happens under traffic, and costs the addresses in use nothing. */
  const unharmed = async (t: Test, change: () => Promise<void>) => {
    const owners = STEADY.map((address) => ownerOf(cluster, address))
    const result = await gapOf(cluster, { addresses: STEADY }, change)
    t.equal(result.lost, 0, `none of ${result.sent} datagrams lost`)
    await addressesBecome(cluster, 'default/steady', STEADY)
    t.strictSame(
      STEADY.map((address) => ownerOf(cluster, address)),
      owners,
      'no owner changed',
    )
  }

  await t.test('a pool is widened, and its counts say so', async (t) => {
    await unharmed(t, async () => {
      apply(cluster, [addressPool('lan', ['10.10.0.200-10.10.0.229', 'fd00:10::200-fd00:10::22f'])])
      await eventually(
        () => countsOf('lan'),
        (counts) => counts === '1 assigned, 29 available',
      )
    })
  })

  await t.test('a pool is renamed: the new one first', async (t) => {
    await unharmed(t, async () => {
      apply(cluster, [
        addressPool('office', ['10.10.0.200-10.10.0.229', 'fd00:10::200-fd00:10::22f']),
      ])
      await eventually(() => readyOf('office'), Boolean)
      remove('lan')
      await eventually(
        () => countsOf('office'),
        (counts) => counts === '1 assigned, 29 available',
      )
    })
  })

  await t.test('a pool is renamed: the old one goes first', async (t) => {
    await unharmed(t, async () => {
      remove('office')
      // Somebody looks at it in between: what is in use is kept, and nothing new is given out.
      apply(cluster, [loadBalancerService({ name: 'late', app: 'web' })])
      await conditionBecomes(cluster, 'default/late', 'False NotDecided')
      apply(cluster, [addressPool('lan', ['10.10.0.200-10.10.0.229', 'fd00:10::200-fd00:10::22f'])])
      await addressesBecome(cluster, 'default/late', ['10.10.0.201'])
    })
    cluster.kubectl(['delete', 'service', 'late'])
  })

  await t.test('a pool is split in two: the parts first, and the whole first', async (t) => {
    const low = addressPool('low', ['10.10.0.200-10.10.0.209', 'fd00:10::200-fd00:10::20f'])
    const high = addressPool('high', ['10.10.0.210-10.10.0.229'])
    await unharmed(t, async () => {
      apply(cluster, [high, low])
      remove('lan')
      await eventually(
        () => countsOf('low'),
        (counts) => counts === '1 assigned, 9 available',
      )
    })
    await unharmed(t, async () => {
      remove('low', 'high')
      apply(cluster, [low])
      apply(cluster, [high])
      await eventually(
        () => countsOf('low'),
        (counts) => counts === '1 assigned, 9 available',
      )
    })
  })

  await t.test('every pool is removed: nothing is released until it is allowed', async (t) => {
    await unharmed(t, async () => {
      remove('low', 'high')
      apply(cluster, [loadBalancerService({ name: 'late', app: 'web' })])
      await conditionBecomes(cluster, 'default/late', 'False NotDecided')
    })
    cluster.kubectl(['delete', 'service', 'late'])
  })

  await t.test(
    'a narrowed pool keeps what is in use; by its annotation it takes it back',
    async (t) => {
      const narrow = addressPool('lan', ['10.10.0.220-10.10.0.229', 'fd00:10::220-fd00:10::22f'])
      await unharmed(t, async () => {
        apply(cluster, [narrow])
        await eventually(() => readyOf('lan'), Boolean)
      })
      const metadata = {
        name: 'lan',
        annotations: { 'bellwether.dev/allow-release': '10.10.0.200, fd00:10::200' },
      }
      apply(cluster, [{ ...narrow, metadata }])
      await addressesBecome(cluster, 'default/steady', ['10.10.0.220', 'fd00:10::220'])
      await addressAnswers(cluster, 'default/steady', 2)
      await eventually(
        () => answersArp(cluster, '10.10.0.200'),
        (answers) => !answers,
      )
      t.equal(assignedCondition(cluster, 'default/steady'), 'True Assigned')
      t.ok(eventsOf(cluster, 'steady').length > 1)
    },
  )
})
