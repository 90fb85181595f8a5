import { get } from 'node:http'
import { connect } from 'node:net'
import type { Container, Probe } from './pod-types.ts'

export interface ProbeTarget {
  readonly address: string
  readonly container: Container
  /** Runs a command in the container; true if it ended with 0. */
  execute(command: readonly string[]): Promise<boolean>
}

/** Asks a container once, as its probe says. */
export function probeOnce(probe: Probe, target: ProbeTarget): Promise<boolean> {
  const timeout = (probe.timeoutSeconds ?? 1) * 1_000
  const port = (named: number | string) => portOf(target.container, named)
  if (probe.httpGet !== undefined) {
    const { path = '/', host } = probe.httpGet
    const options = { host: host ?? target.address, port: port(probe.httpGet.port), path, timeout }
    return answersHttp(options)
  }
  if (probe.tcpSocket !== undefined)
    return accepts(target.address, port(probe.tcpSocket.port), timeout)
  return probe.exec === undefined ? Promise.resolve(true) : target.execute(probe.exec.command)
}

function portOf({ ports }: Container, port: number | string): number {
  if (typeof port === 'number') return port
  return ports?.find(({ name }) => name === port)?.containerPort ?? Number(port)
}

interface HttpOptions {
  readonly host: string
  readonly port: number
  readonly path: string
  readonly timeout: number
}

function answersHttp(options: HttpOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ ...options, agent: false }, (response) => {
      response.resume()
      const status = response.statusCode ?? 0
      resolve(status >= 200 && status < 400)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(false))
  })
}

function accepts(host: string, port: number, timeout: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true))
    socket.on('timeout', () => end(false))
    socket.on('error', () => end(false))
  })
}
