import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PageServerReport } from '../api/page-server-report.ts'

/** Where to listen; port 0 takes any that is free. */
export interface HttpAddress {
  readonly host: string
  readonly port: number
}

export interface PageServer {
  close(): void
}

/** Pages are small, and asked for by a handful of programs: a slow connection is closed, and so is one too many. */
const LIMITS = { connections: 32, requestMilliseconds: 5000, idleMilliseconds: 15_000 } as const
const LONGEST_HEADER_OCTETS = 8192

export interface Page {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** By path. What a page throws is a 503. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>

/** Serves pages. Where it cannot listen it logs that, and the process goes on without. */
export async function servePages(
  address: HttpAddress,
  pages: Pages,
  log: (report: PageServerReport) => void,
): Promise<PageServer> {
  const server = createServer(
    {
      maxHeaderSize: LONGEST_HEADER_OCTETS,
      requestTimeout: LIMITS.requestMilliseconds,
      headersTimeout: LIMITS.requestMilliseconds,
      keepAliveTimeout: LIMITS.idleMilliseconds,
      connectionsCheckingInterval: LIMITS.requestMilliseconds,
    },
    (request, response) => void answer(pages, request, response),
  )
  server.maxConnections = LIMITS.connections
  server.timeout = LIMITS.idleMilliseconds
  const refusal = await listen(server, address)
  if (refusal === undefined) log({ level: 'info', event: 'HttpServing', address: boundTo(server) })
  else log(httpNotServed(address, refusal))
  return {
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function listen(
  server: Server,
  { host, port }: HttpAddress,
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    // An error later on (too many open files) ends one connection, not the process.
    server.on('error', resolve)
    server.listen({ host, port }, () => resolve(undefined))
  })
}

function boundTo(server: Server): string {
  const { address, port } = server.address() as AddressInfo
  return formatHttpAddress({ host: address, port })
}

/** As it stands in a URL: an IPv6 address in brackets (RFC 3986 §3.2.2). */
export function formatHttpAddress({ host, port }: HttpAddress): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`
}

const CURES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there; name another address with --http',
  EADDRNOTAVAIL: 'this host has no such address; name one of its own with --http',
  EACCES: 'ports below 1024 need a privilege; name a higher one with --http',
}

function httpNotServed(address: HttpAddress, { code, message }: NodeJS.ErrnoException) {
  const where = formatHttpAddress(address)
  return {
    level: 'error',
    event: 'HttpNotServed',
    address: where,
    message: `nothing is served: cannot listen on ${where}: ${code ?? message}`,
    hint: CURES[code ?? ''] ?? 'name another address with --http, or --http off',
  } as const
}

async function answer(
  pages: Pages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, type, body } = await pageFor(pages, request)
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  })
  response.end(body)
}

async function pageFor(pages: Pages, { method, url = '' }: IncomingMessage): Promise<Page> {
  if (method !== 'GET' && method !== 'HEAD')
    return textPage(405, ['only GET and HEAD are served: nothing can be changed here'])
  const path = url.split('?', 1)[0] ?? ''
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined
  if (page === undefined) return textPage(404, [`there is: ${Object.keys(pages).join(' ')}`])
  try {
    return await page()
  } catch (error) {
    return textPage(503, [(error as Error).message])
  }
}

/** A page of lines for people. */
export function textPage(status: number, lines: readonly string[]): Page {
  return { status, type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` }
}
