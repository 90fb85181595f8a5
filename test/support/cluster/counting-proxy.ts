import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent, request } from 'node:https'
import type { Test } from 'tap'

export interface CountingProxy {
  readonly url: string
  /** Method and path of every write so far, those to Leases apart. */
  readonly writes: string[]
}

/** Stands between a client and the API server, and writes down what is written. */
export async function countingProxy(
  t: Pick<Test, 'teardown'>,
  target: string,
): Promise<CountingProxy> {
  const writes: string[] = []
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false })
  const server = createServer((asked, answer) => {
    const { method = '', url = '' } = asked
    if (method !== 'GET' && !url.includes('/leases')) writes.push(`${method} ${url.split('?')[0]}`)
    pass(asked, answer, { target, agent })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.close()
    server.closeAllConnections()
    agent.destroy()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, writes }
}

function pass(
  asked: IncomingMessage,
  answer: ServerResponse,
  { target, agent }: { readonly target: string; readonly agent: Agent },
): void {
  const { method, url, headers } = asked
  const forward = request(`${target}${url}`, { method, headers, agent }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    answer.flushHeaders()
    response.pipe(answer)
  })
  forward.on('error', () => answer.destroy())
  answer.on('close', () => forward.destroy())
  asked.pipe(forward)
}
