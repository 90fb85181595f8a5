import type { KubeConfig } from '@kubernetes/client-node'
import type { Agent } from 'node:http'
import type { RequestOptions } from 'node:https'
import type { ApiFailure } from '../client/api-failure.ts'

/** What makes a request ours. */
export interface Applied {
  readonly headers: Readonly<Record<string, string>>
  readonly tls: TlsMaterial
  /** Only where a proxy is configured. */
  readonly agent: Agent | undefined
}

/** Long enough that a burst of requests asks once; short against the life of any token. */
const KEPT_MILLISECONDS = 10_000
/** A plugin is a program to be run, and need not say until when its token is good. */
const KEPT_FROM_PLUGIN_MILLISECONDS = 60_000
/** A token that is refused although it is new is asked for again only after this. */
const REFRESH_MILLISECONDS = 1_000

/**
 * Who we are, as the configuration says: token files are read again, plugins asked again, OIDC tokens
 * refreshed. `reload` reads the configuration anew, with whatever it caches.
 */
export class Credentials {
  readonly #reload: () => KubeConfig
  #config: KubeConfig
  #applied: Promise<Applied | ApiFailure> | undefined
  #appliedAt = 0
  /** What has worked once is used until the server itself refuses it. */
  #last: Applied | undefined
  #refused = false

  constructor(config: KubeConfig, reload: () => KubeConfig) {
    this.#config = config
    this.#reload = reload
  }

  current(): Promise<Applied | ApiFailure> {
    const now = performance.now()
    if (this.#applied === undefined || now - this.#appliedAt > this.#kept) {
      this.#appliedAt = now
      this.#applied = this.#apply()
    }
    return this.#applied
  }

  /** After a refusal: false if there is no use in asking again, since all is new. */
  refresh(): boolean {
    if (performance.now() - this.#appliedAt < REFRESH_MILLISECONDS) return false
    this.#applied = undefined
    this.#last = undefined
    this.#refused = true
    return true
  }

  get #kept(): number {
    const plugin = Boolean(this.#config.getCurrentUser()?.exec)
    return plugin ? KEPT_FROM_PLUGIN_MILLISECONDS : KEPT_MILLISECONDS
  }

  async #apply(): Promise<Applied | ApiFailure> {
    try {
      // A configuration that is read anew has nothing cached.
      if (this.#refused) this.#config = this.#reload()
      this.#refused = false
      const options: RequestOptions = {}
      await this.#config.applyToHTTPSOptions(options)
      this.#last = appliedOf(options, Boolean(this.#config.getCurrentCluster()?.proxyUrl))
      return this.#last
    } catch (error) {
      return this.#last ?? { failure: 'unauthorized', message: `no credentials: ${oneLine(error)}` }
    }
  }
}

function appliedOf(options: RequestOptions, proxied: boolean): Applied {
  const { rejectUnauthorized, servername, agent, auth } = options
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(options.headers ?? {}))
    // A token file may end with a line feed, which a header may not.
    if (value !== undefined) headers[name.toLowerCase()] = String(value).trim()
  if (auth) headers['authorization'] = `Basic ${Buffer.from(auth).toString('base64')}`
  const tls: TlsMaterial = {
    ...pem('ca', options.ca),
    ...pem('cert', options.cert),
    ...pem('key', options.key),
    ...(servername === undefined ? {} : { servername }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  }
  return { headers, tls, agent: proxied && typeof agent === 'object' ? agent : undefined }
}

function pem(name: 'ca' | 'cert' | 'key', value: unknown): TlsMaterial {
  return typeof value === 'string' || Buffer.isBuffer(value) ? { [name]: value.toString() } : {}
}

/** The message of an error, without line breaks. */
export function oneLine(error: unknown): string {
  const { message, code } = error as Error & { code?: string }
  const text = (message || code || String(error)).replaceAll(/\s+/g, ' ').trim()
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

export interface TlsMaterial {
  readonly ca?: string
  readonly cert?: string
  readonly key?: string
  readonly servername?: string
  readonly rejectUnauthorized?: boolean
}
