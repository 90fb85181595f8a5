import { machine } from '../../bench/harness.ts'
import type { Played } from './scenes/scenes.ts'

/** docs/reliability.md. */
export function reliabilityPage(played: readonly Played[]): string {
  const rows = played.map(
    ({ scene: { name, fault, mustHold }, figure, holds }) =>
      `| ${name} | ${fault} | ${mustHold} | ${figure} | ${holds ? 'yes' : '**no**'} |`,
  )
  return `${HEAD}\n${machine()}.\n\n${TABLE_HEAD}\n${rows.join('\n')}\n\n${FOOT}`
}

const HEAD = `# Reliability

Written by \`npm run reliability -- --write\`, which plays every fault of this table on a real control plane in network
namespaces: etcd, kube-apiserver, kube-controller-manager, and on each of three or four nodes a kube-proxy, Pods and ours as
\`kubectl apply -k config/default\` installs them. It takes about twenty minutes; \`-- --only NAME\` plays one of them, \`--
--quick\` all of them with short outages, \`-- --list\` names them. \`npm run cluster -- --chaos\` shows them before one's eyes.

Clients outside the cluster send 200 UDP datagrams a second to each of six addresses, three of each family, and the
Pods behind them answer. *Back* is the longest time in which any of the addresses was not answered; *lost* counts
datagrams that were not. Everything, the load generator too, shares one machine:
`

const TABLE_HEAD = `| name | fault | must hold | measured | holds |
|---|---|---|---|---|`

const FOOT = `## What it does not show

- A datagram or two of thousands may be lost to the machine itself; more than two, or 200 ms in a row, counts as a failure.
- Memory counts as flat while it stays within one and a half times what it was after twenty seconds of load.
- \`many-services\` and \`changes\` measure from the moment at which the API server has answered the creation to the first
  announcement on the wire. There kube-proxies gather changes for a second, as Kubernetes has it by default; with the 10 ms of
  the other scenes three of them on two cores leave the API server no time for 100 changes a second.
- An API server that is away for an hour, and every order of lost messages, deaths and returns, is simulated:
  \`test/simulation\` and \`test/model\`, see [Election](election.md).
- Rights that are revoked and objects that cannot be read are tests: \`test/cluster/run-faults.test.ts\`.
- Switches, VLANs and other machines' ARP caches are not here. What kernels accept is in [On the wire](wire.md).
`
