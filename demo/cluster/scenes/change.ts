import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../../../test/support/root.ts'
import { rolledOut } from '../install.ts'
import { allAnswered, backWithin, nothingLost, watch, type Scene, type Stage } from './scene.ts'

/*
 * What people do to it on purpose.
 */

/** No datagram is lost beyond one fail-over. */
const ONE_FAIL_OVER = 1_000

export const CHANGE_SCENES: readonly Scene[] = [
  {
    name: 'rolling-restart',
    fault:
      'our Pods are restarted one after the other, then kube-proxies, controllers, etcd and the API server',
    mustHold: 'no datagram lost beyond one fail-over',
    async play(stage) {
      const { cluster } = stage
      const seen = await watch(stage, 1_000, async () => {
        cluster.kubectl(['rollout', 'restart', 'deployment', '-n', 'bellwether-system'])
        await rolledOut(cluster)
        for (const node of cluster.nodes) await node.restartKubeProxy()
        await cluster.restartControllers()
        await cluster.controlPlane.restore(cluster.controlPlane.snapshot())
        await sleep(3_000)
      })
      await allAnswered(stage)
      return { ...backWithin(stage, seen, ONE_FAIL_OVER), figure: nothingLost(stage, seen).figure }
    },
  },
  {
    name: 'upgrade',
    fault: 'the manifests before their last change are replaced by the present ones',
    mustHold: 'no datagram lost beyond one fail-over',
    refusal: () => (formerManifests() === undefined ? 'there is no history of config/' : undefined),
    play: upgrade,
  },
]

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()
}

/** The commit before the last one that changed what `config/default` renders. */
function formerManifests(): string | undefined {
  try {
    const [, former] = git('log', '--format=%h', '-n', '2', '--', 'config').split('\n')
    return former !== undefined && git('ls-tree', former, 'config/default/') ? former : undefined
  } catch {
    return undefined
  }
}

async function upgrade(stage: Stage) {
  const { cluster, say } = stage
  const former = formerManifests() ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-former-'))
  try {
    const archive = execFileSync('git', ['archive', former, 'config'], { cwd: root })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    const applyFrom = async (overlay: string) => {
      const words = ['apply', '--server-side', '--force-conflicts', '-k', overlay]
      cluster.kubectl(words)
      cluster.kubectl(['rollout', 'restart', 'deployment', '-n', 'bellwether-system'])
      await rolledOut(cluster)
    }
    await applyFrom(join(folder, 'config/default'))
    await allAnswered(stage)
    say(`   from the manifests of ${former}`)
    const seen = await watch(stage, 1_000, () => applyFrom(join(root, 'config/default')))
    return { ...backWithin(stage, seen, ONE_FAIL_OVER), figure: nothingLost(stage, seen).figure }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
