import {
  Agent as HttpAgent,
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from 'node:https'
import type { Socket } from 'node:net'
import type { ApiFailure } from '../client/api-failure.ts'
import type { Credentials, TlsMaterial } from './credentials.ts'

export interface Wanted {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With its query. */
  readonly path: string
  readonly contentType?: string
  readonly body?: string
}

const UNAUTHORIZED = 401

/**
 * Exchanges with one API server over one pool of connections that are kept. A connection that died while it
 * was idle costs nothing, and neither does a token that has just expired.
 */
export class Transport {
  readonly #server: URL
  readonly #credentials: Credentials
  #agent: HttpAgent | undefined
  #tls: TlsMaterial | undefined
  /** All that are under way, watches included. */
  readonly #requests = new Set<ClientRequest>()
  #closed = false

  constructor(server: string, credentials: Credentials) {
    this.#server = new URL(server)
    this.#credentials = credentials
  }

  /** Resolves when the head of an answer has come, whatever it says. */
  async open(wanted: Wanted, signal: AbortSignal): Promise<IncomingMessage | ApiFailure> {
    const first = await this.#attempt(wanted, signal)
    if ('failure' in first || first.statusCode !== UNAUTHORIZED) return first
    if (!this.#credentials.refresh()) return first
    first.resume()
    return this.#attempt(wanted, signal)
  }

  /** What is under way fails, and so does all that is asked later. */
  close(): void {
    this.#closed = true
    for (const request of this.#requests) request.destroy()
    this.#agent?.destroy()
  }

  async #attempt(wanted: Wanted, signal: AbortSignal): Promise<IncomingMessage | ApiFailure> {
    const applied = await unlessAborted(this.#credentials.current(), signal)
    if (applied === undefined) return this.unreachable(signal.reason, signal)
    if ('failure' in applied) return applied
    if (this.#closed) return this.unreachable(undefined, signal)
    const agent = this.#agentFor(applied.tls, applied.agent)
    const options = this.#optionsFor(wanted, { ...applied.headers }, agent)
    const exchange = () => this.#exchange(wanted, options, signal)
    try {
      return await exchange().catch((error: unknown) => {
        if (isStale(error) && wanted.method !== 'POST' && !signal.aborted && !this.#closed)
          return exchange()
        throw error
      })
    } catch (error) {
      return this.unreachable(error, signal)
    }
  }

  unreachable(error: unknown, signal: AbortSignal): ApiFailure {
    if (this.#closed) return { failure: 'unreachable', message: 'the client is closed' }
    const reason: unknown = signal.aborted ? signal.reason : error
    const { message, code } = reason as Error & { code?: string }
    const text = message === '' ? (code ?? 'no reason') : message
    const place = this.#server.origin
    return { failure: 'unreachable', message: `no answer from ${place}: ${text}` }
  }

  #optionsFor(
    { method, path, contentType, body }: Wanted,
    headers: Record<string, string>,
    agent: HttpAgent,
  ): RequestOptions {
    headers['accept'] = 'application/json'
    headers['user-agent'] = 'bellwether'
    if (body !== undefined) {
      headers['content-type'] = contentType ?? 'application/json'
      headers['content-length'] = String(Buffer.byteLength(body))
    }
    const { hostname, port, pathname } = this.#server
    return {
      method,
      // As a URL has it, IPv6 stands in brackets: a socket wants it without.
      hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
      port,
      path: (pathname === '/' ? '' : pathname.replace(/\/$/, '')) + path,
      headers,
      agent,
    }
  }

  #exchange(
    { body }: Wanted,
    options: RequestOptions,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const send = this.#server.protocol === 'http:' ? httpRequest : httpsRequest
    return new Promise((resolve, reject) => {
      const request = send(options, (response) => {
        // Whoever reads it hears of it; an answer that has been read, and is dropped then, has no reader.
        response.on('error', () => {})
        resolve(response)
      })
      request.on('error', (error: Error & { stale?: boolean }) => {
        error.stale = request.reusedSocket
        reject(error)
      })
      this.#requests.add(request)
      request.on('close', () => this.#requests.delete(request))
      endWith(request, signal)
      // Only an idle socket gets this from the pool, and it is the watches that must notice.
      request.on('socket', (socket) => socket.setKeepAlive(true, KEEP_ALIVE_MILLISECONDS))
      request.end(body)
    })
  }

  /** One pool; another one only when certificates change, or for a proxy, which brings its own. */
  #agentFor(tls: TlsMaterial, proxy: HttpAgent | undefined): HttpAgent {
    if (this.#agent !== undefined && this.#tls === tls) return this.#agent
    const same = JSON.stringify(this.#tls) === JSON.stringify(tls)
    this.#tls = tls
    if (this.#agent !== undefined && same) return this.#agent
    const old = this.#agent
    this.#agent = proxy ?? newAgent(this.#server.protocol, tls)
    // Whoever still uses the old one may finish.
    if (old !== undefined) for (const sockets of Object.values(old.freeSockets)) end(sockets)
    return this.#agent
  }
}

/** A server that is gone without a word is noticed after this and ten probes a second apart. */
const KEEP_ALIVE_MILLISECONDS = 5_000
/** Well below the 90 s after which an API server closes an idle connection. */
const IDLE_MILLISECONDS = 30_000
/** Watches keep theirs; many writes go side by side. */
const MOST_CONNECTIONS = 64

const POOL = {
  keepAlive: true,
  keepAliveMsecs: KEEP_ALIVE_MILLISECONDS,
  maxSockets: MOST_CONNECTIONS,
  maxFreeSockets: MOST_CONNECTIONS,
}

function newAgent(protocol: string, tls: TlsMaterial): HttpAgent {
  const agent = protocol === 'http:' ? new HttpAgent(POOL) : new HttpsAgent({ ...POOL, ...tls })
  agent.on('free', (socket: Socket) => socket.setTimeout(IDLE_MILLISECONDS))
  return agent
}

/** Undefined if the signal was first: a plugin that hangs must not hold up who has a deadline. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve) => {
    const stop = () => resolve(undefined)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    void promise.then((value) => {
      signal.removeEventListener('abort', stop)
      resolve(value)
    })
  })
}

/**
 * Not by the request's own option: it destroys the socket with an error, which nobody handles if the answer has
 * just been read to its end.
 */
function endWith(request: ClientRequest, signal: AbortSignal): void {
  const stop = () => void request.destroy()
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)
  request.on('close', () => signal.removeEventListener('abort', stop))
}

function end(sockets: readonly { destroy(): void }[] = []): void {
  for (const socket of sockets) socket.destroy()
}

function isStale(error: unknown): boolean {
  const { code, stale } = error as { code?: string; stale?: boolean }
  return stale === true && (code === 'ECONNRESET' || code === 'EPIPE')
}
