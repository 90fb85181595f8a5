import { request } from 'node:http'

export interface HttpAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

/** One request on a connection of its own. */
export function ask(address: string, path: string, method = 'GET'): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(`http://${address}${path}`, { method, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (data) => (body += String(data)))
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, type: headers['content-type'] ?? '', body })
      })
    })
    call.on('error', reject)
    call.end()
  })
}
