import { createCluster } from '../../demo/cluster/cluster.ts'

// A cluster whose process is killed: prints the prefix of its namespaces and its folders, and waits.
const cluster = await createCluster()
const { lan, folder, controlPlane } = cluster
console.log(JSON.stringify({ prefix: lan.prefix, folders: [folder, controlPlane.folder] }))
setInterval(() => undefined, 1 << 30)
