import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ControlPlane } from '../../../demo/control-plane.ts'
import { remember } from '../../../demo/endings.ts'

/** The API server of a control plane, killed and started again on the same port over the same etcd. */
export class RestartableApiServer {
  readonly #plane: ControlPlane
  #process: ChildProcess
  #forget: () => void = () => {}

  constructor(plane: ControlPlane) {
    this.#plane = plane
    this.#process = plane.apiServer
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const ended = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await ended
    this.#forget()
  }

  async start(): Promise<void> {
    const { spawnfile, spawnargs } = this.#plane.apiServer
    const child = spawn(spawnfile, spawnargs.slice(1), { stdio: 'ignore' })
    this.#process = child
    this.#forget = remember(() => child.kill('SIGKILL'))
    for (let left = 600; left > 0; left--) {
      if (await this.#isReady()) return
      await sleep(100)
    }
    throw new Error('the API server has not come back')
  }

  #isReady(): Promise<boolean> {
    const { url, token } = this.#plane
    const headers = { authorization: `Bearer ${token}` }
    return new Promise((resolve) => {
      const asked = get(`${url}/readyz`, { rejectUnauthorized: false, headers }, (response) => {
        response.resume()
        resolve(response.statusCode === 200)
      })
      asked.on('error', () => resolve(false))
    })
  }
}
