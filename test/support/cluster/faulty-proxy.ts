import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Agent, request } from 'node:https'
import type { AddressInfo } from 'node:net'

/** What the proxy does with a request, instead of passing it on. */
export type Fault =
  | { readonly answer: number; readonly body?: string; readonly headers?: Record<string, string> }
  /** The connection is closed without an answer. */
  | 'drop'
  /** It never answers. */
  | 'ignore'
  /** It passes it on when `release` is called. */
  | 'hold'
  | { readonly delayMilliseconds: number }

export interface Asked {
  readonly method: string
  readonly path: string
  readonly kind: 'watch' | 'list' | 'other'
}

/** A watch that goes through the proxy. */
export interface PassedWatch {
  readonly path: string
  /** Breaks the connection. */
  readonly cut: () => void
  /** Closes it in good order, as a server does whose time is up. */
  readonly end: () => void
  /** Of the next line, only one half is passed on; then the connection breaks, or ends in good order. */
  readonly halve: (then: 'cut' | 'end' | 'newline') => void
  /** Puts a line in. */
  readonly insert: (line: string) => void
  /** Nothing is passed on any more, and the connection stays. */
  readonly silence: () => void
}

/**
 * Stands between a client, which it speaks plain HTTP to, and a real API server. Faults are decided for each
 * request by `decide`, which tests replace.
 */
export class FaultyProxy {
  decide: (asked: Asked) => Fault | undefined = () => undefined
  readonly watches = new Set<PassedWatch>()
  readonly asked: Asked[] = []
  connections = 0
  /** Bodies of the lists that were passed on, by path: to be served again when they are stale. */
  readonly lists = new Map<string, string>()
  readonly #target: string
  readonly #server: Server
  readonly #agent = new Agent({ rejectUnauthorized: false })
  readonly #held: (() => void)[] = []

  private constructor(target: string) {
    this.#target = target
    this.#server = createServer((from, to) => this.#handle(from, to))
    this.#server.keepAliveTimeout = 0
    this.#server.on('connection', () => this.connections++)
  }

  static async start(target: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target)
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  release(): void {
    for (const go of this.#held.splice(0)) go()
  }

  get held(): number {
    return this.#held.length
  }

  closeIdle(): void {
    this.#server.closeIdleConnections()
  }

  heal(): void {
    this.decide = () => undefined
    this.release()
  }

  count(kind: Asked['kind']): number {
    return this.asked.filter((asked) => asked.kind === kind).length
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
    this.#agent.destroy()
  }

  #handle(from: IncomingMessage, to: ServerResponse): void {
    const asked = askedOf(from)
    this.asked.push(asked)
    const fault = this.decide(asked)
    const pass = () => this.#pass(asked, from, to)
    if (fault === undefined) return pass()
    if (fault === 'ignore') return
    if (fault === 'drop') return void to.destroy()
    if (fault === 'hold') return void this.#held.push(pass)
    if ('delayMilliseconds' in fault) return void setTimeout(pass, fault.delayMilliseconds)
    from.resume()
    to.writeHead(fault.answer, fault.headers).end(fault.body)
  }

  #pass(asked: Asked, from: IncomingMessage, to: ServerResponse): void {
    const { method, headers } = from
    const options = { method, headers, agent: this.#agent }
    const upstream = request(`${this.#target}${asked.path}`, options, (answer) => {
      to.writeHead(answer.statusCode ?? 500, answer.headers)
      if (asked.kind === 'watch') this.#passWatch(asked, answer, to)
      else void this.#passWhole(asked, answer, to)
    })
    upstream.on('error', () => to.destroy())
    to.on('close', () => upstream.destroy())
    from.pipe(upstream)
  }

  async #passWhole(asked: Asked, answer: IncomingMessage, to: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of answer) chunks.push(chunk as Buffer)
    } catch {
      return void to.destroy()
    }
    const body = Buffer.concat(chunks)
    if (asked.kind === 'list') this.lists.set(asked.path, body.toString())
    to.end(body)
  }

  #passWatch({ path }: Asked, answer: IncomingMessage, to: ServerResponse): void {
    let pass = (chunk: Buffer): void => void to.write(chunk)
    const watch: PassedWatch = {
      path,
      cut: () => void to.destroy(),
      end: () => void to.end(),
      halve: (then) => {
        pass = (chunk) => {
          const half = chunk.subarray(0, chunk.length >> 1)
          pass = () => {}
          if (then === 'newline') return void to.write(`${half.toString('latin1')}\n`)
          to.write(half, () => (then === 'cut' ? to.destroy() : to.end()))
        }
      },
      insert: (line) => void to.write(`${line}\n`),
      silence: () => (pass = () => {}),
    }
    this.watches.add(watch)
    to.on('close', () => this.watches.delete(watch))
    to.flushHeaders()
    answer.on('data', (chunk: Buffer) => pass(chunk))
    answer.on('end', () => to.end())
    answer.on('error', () => to.destroy())
  }
}

function askedOf({ method = 'GET', url = '/' }: IncomingMessage): Asked {
  const { pathname, searchParams } = new URL(url, 'http://proxy')
  const one = { method, path: url }
  if (method !== 'GET') return { ...one, kind: 'other' }
  if (searchParams.has('watch')) return { ...one, kind: 'watch' }
  // Only lists are asked for in pages.
  return { ...one, kind: searchParams.has('limit') && pathname !== '/' ? 'list' : 'other' }
}
