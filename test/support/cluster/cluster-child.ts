import { createCluster } from '../../../demo/cluster/cluster.ts'
import { install, rolledOut } from '../../../demo/cluster/install.ts'

// A cluster with Pods whose process is killed: prints the prefix of its namespaces and its folders, and waits.
const cluster = await createCluster()
await install(cluster)
await rolledOut(cluster)
const { lan, folder, controlPlane } = cluster
console.log(JSON.stringify({ prefix: lan.prefix, folders: [folder, controlPlane.folder] }))
setInterval(() => undefined, 1 << 30)
