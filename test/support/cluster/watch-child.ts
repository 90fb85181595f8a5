// Follows the ConfigMaps of a namespace, and prints a line of JSON for each change and each report:
// node watch-child.js KUBECONFIG. Run in a network namespace, with the settings that everybody gets.
import { connect, isConnectRefusal } from '../../../kubernetes/io/connect.ts'
import { watchResource } from '../../../kubernetes/io/watch-resource.ts'

const kubeconfig = process.argv[2] ?? ''
const client = await connect({ kubeconfig })
if (isConnectRefusal(client)) throw new Error(client.message)
const CONFIG_MAPS = {
  group: '',
  version: 'v1',
  plural: 'configmaps',
  kind: 'ConfigMap',
  namespaced: true,
}
const watch = watchResource(client, CONFIG_MAPS, {
  selection: { namespace: 'default' },
  changed: () =>
    print({
      names: watch.view.objects?.map(({ metadata }) => metadata.name),
      failure: watch.view.failure?.failure,
    }),
  log: (report) => print(report),
})

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
