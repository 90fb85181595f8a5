import type { KubeConfig } from '@kubernetes/client-node'
import { homedir } from 'node:os'
import type { WatchClient } from '../watch/client.ts'
import { HttpApiClient } from './http-client.ts'
import { Credentials, oneLine } from './credentials.ts'
import type { ConnectOptions, ConnectRefusal, Surroundings } from './kubeconfig.ts'
import { Transport } from './transport.ts'

export type { ConnectOptions, ConnectRefusal } from './kubeconfig.ts'

export function isConnectRefusal(outcome: WatchClient | ConnectRefusal): outcome is ConnectRefusal {
  return 'hint' in outcome
}

/**
 * A client for the cluster that is configured. Nobody is asked yet but who gives credentials: a plugin, a token file.
 * The library behind it is loaded here and nowhere else.
 */
export async function connect(
  options: ConnectOptions = {},
  around: Surroundings = surroundings(),
): Promise<WatchClient | ConnectRefusal> {
  const [{ KubeConfig }, { readConfiguration }] = await Promise.all([
    import('@kubernetes/client-node/dist/config.js'),
    import('./kubeconfig.ts'),
  ])
  const config = readConfiguration(KubeConfig, options, around)
  if ('hint' in config) return config
  const credentials = new Credentials(config, () => {
    const again = readConfiguration(KubeConfig, options, around)
    // A file that has just become unreadable is no reason to forget who we are.
    return 'hint' in again ? config : again
  })
  const applied = await credentials.current()
  if ('failure' in applied) return refused(applied.message, config)
  return clientOf(config, credentials, options.namespace)
}

function surroundings(): Surroundings {
  return { env: process.env, home: homedir(), podRoot: '' }
}

function clientOf(
  config: KubeConfig,
  credentials: Credentials,
  namespace: string | undefined,
): WatchClient | ConnectRefusal {
  const server = config.getCurrentCluster()?.server ?? ''
  try {
    return new HttpApiClient(
      new Transport(server, credentials),
      namespace ?? namespaceOf(config) ?? 'default',
    )
  } catch (error) {
    return refused(`"${server}" is no server: ${oneLine(error)}`, config)
  }
}

function namespaceOf(config: KubeConfig): string | undefined {
  const name = config.getCurrentContext()
  return config.contexts.find((context) => context.name === name)?.namespace || undefined
}

function refused(message: string, config: KubeConfig): ConnectRefusal {
  const context = config.getCurrentContext()
  return { message, hint: `it is context "${context}" of the kubeconfig: try it with kubectl` }
}
