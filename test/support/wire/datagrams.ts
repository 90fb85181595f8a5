import { once } from 'node:events'
import type { Host } from '../../../demo/lan.ts'

/** Echoes datagrams to `address`, with the name of the host in front. */
const SERVER = `
const [name, family, address] = process.argv.slice(1)
const socket = require('node:dgram').createSocket(family)
socket.on('message', (data, { port, address }) => socket.send(name + ' ' + data, port, address))
socket.bind(7000, address, () => console.log('ready'))
`

/** Sends a datagram each 100 ms until one comes back; prints it. */
const CLIENT = `
const [family, address] = process.argv.slice(1)
const socket = require('node:dgram').createSocket(family)
const send = () => socket.send('hello', 7000, address, () => {})
const timer = setInterval(send, 100)
socket.on('message', (data) => { console.log(String(data)); clearInterval(timer); socket.close() })
send()
`

function familyOf(address: string): string {
  return address.includes(':') ? 'udp6' : 'udp4'
}

/** Resolves when the host takes datagrams for the address. */
export async function serve(host: Host, address: string): Promise<void> {
  const argv = [process.execPath, '-e', SERVER, host.name, familyOf(address), address]
  const child = host.spawn(argv)
  if (child.stdout !== null) await once(child.stdout, 'data')
}

/** Who answers a datagram to the address: `owner hello`. Throws an error after ten seconds of silence. */
export function ask(host: Host, address: string): string {
  const argv = [process.execPath, '-e', CLIENT, familyOf(address), address]
  return host.exec(['timeout', '10', ...argv]).trim()
}

/** The MAC that the kernel of the host has learned for an address. */
export function neighbor(host: Host, address: string): string | undefined {
  const text = host.exec(['ip', 'neigh', 'show', address])
  return / lladdr ([0-9a-f:]+)/.exec(text)?.[1]
}
