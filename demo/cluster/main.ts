import { assetsFolder } from '../control-plane.ts'
import { addressAnswers, serviceAddresses } from './answers.ts'
import { prepareStage } from './scenes/scene.ts'
import { playScenes, SCENES } from './scenes/scenes.ts'
import { clusterRefusal, createCluster, type Cluster } from './cluster.ts'
import { apply, install } from './install.ts'
import { echoDeployment, loadBalancerService } from './workload.ts'

/*
 * `npm run cluster`: a cluster to play with. `-- --chaos` shows faults and ends; `-- --control-plane-on-node` has
 * no host apart for etcd and the API server.
 */

const USAGE = 'usage: npm run cluster [-- [--chaos] [--control-plane-on-node]]'
const OPTIONS = ['--chaos', '--control-plane-on-node']
const words = process.argv.slice(2)
const say = (line: string) => console.log(line)

async function main(): Promise<void> {
  const from = performance.now()
  const chaos = words.includes('--chaos')
  say('A LAN of network namespaces: control plane, nodes and clients')
  const cluster = await createCluster({
    controlPlaneOnNode: words.includes('--control-plane-on-node'),
    // As real clusters have it.
    proxySyncMilliseconds: 1_000,
    // Faults are to be seen soon.
    ...(chaos ? { nodeGraceSeconds: 8, clients: 2, nodes: 4 } : {}),
    log: (line) => say(`   ${line}`),
  })
  say('   Bellwether: kubectl apply -k config/default')
  await install(cluster)
  if (chaos) {
    await playScenes(await prepareStage(cluster, { say, isQuick: true, patience: 1 }), SCENES)
    await cluster.stop()
    return
  }
  apply(cluster, [
    echoDeployment({ name: 'web', replicas: 3 }),
    loadBalancerService({ name: 'web', families: ['IPv4', 'IPv6'] }),
    loadBalancerService({ name: 'kept', app: 'web', policy: 'Local' }),
  ])
  await addressAnswers(cluster, 'default/web', 2)
  await addressAnswers(cluster, 'default/kept')
  say(`   up after ${((performance.now() - from) / 1_000).toFixed(1)} s`)
  say(toTry(cluster, await serviceAddresses(cluster, 'default/web')))
  await new Promise(() => setInterval(() => undefined, 1 << 30))
}

function toTry({ kubeconfig, clients, nodes, folder }: Cluster, addresses: string[]): string {
  const [client, node] = [clients[0]?.namespace ?? '', nodes[1]?.name ?? '']
  const [ipv4 = '', ipv6 = ''] = addresses
  return `
Try, in another shell as root:

    export KUBECONFIG=${kubeconfig} PATH=$PATH:${assetsFolder()}
    kubectl get nodes,pods,services -A -o wide
    kubectl get addresspools,announcementplans
    kubectl describe service web

    ip netns exec ${client} curl http://${ipv4}/
    ip netns exec ${client} curl -g 'http://[${ipv6}]/'
    ip netns exec ${client} ip neigh

    kubectl create deployment more --image=echo --port=7100 --replicas=2
    kubectl expose deployment more --type=LoadBalancer --port=80 --target-port=7100 \\
      --overrides='{"spec":{"loadBalancerClass":"bellwether.dev/layer2"}}'
    kubectl scale deployment more --replicas=5
    kubectl cordon ${node}

Images: "echo" answers with its Pod's name, "pause" waits. Logs of every part: ${folder}
Ctrl-C ends it and takes everything away.
`
}

const refusal = clusterRefusal()
const unknown = words.find((word) => !OPTIONS.includes(word))
if (unknown !== undefined) {
  console.error(`cluster: unknown option ${unknown}; ${USAGE}`)
  process.exitCode = 2
} else if (refusal !== undefined) {
  console.error(`cluster: ${refusal}`)
  process.exitCode = 2
} else await main()
