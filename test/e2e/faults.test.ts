import t from 'tap'
import { clusterRefusal, createCluster } from '../../demo/cluster/cluster.ts'
import { install } from '../../demo/cluster/install.ts'
import { prepareStage } from '../../demo/cluster/scenes/scene.ts'
import { playScenes, SCENES } from '../../demo/cluster/scenes/scenes.ts'

/*
 * Faults of docs/reliability.md that take seconds, with bounds for a machine that runs other tests meanwhile.
 */

const skip = clusterRefusal() ?? false
const PLAYED = [
  'owner-dies',
  'leader-node-dies',
  'leader-cut-from-lan',
  'speakers-apart',
  'rolling-restart',
  'etcd-restored',
]

t.test('faults', { skip, timeout: 400_000 }, async (t) => {
  const cluster = await createCluster({ nodes: 4, clients: 2, nodeGraceSeconds: 8 })
  t.teardown(() => cluster.stop())
  await install(cluster)
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const stage = await prepareStage(cluster, { say, isQuick: true, patience: 4 })
  for (const name of PLAYED) {
    const [played] = await playScenes(
      stage,
      SCENES.filter((scene) => scene.name === name),
    )
    t.ok(played?.holds, `${name}: ${played?.figure}`, { said: said.splice(0) })
  }
})
