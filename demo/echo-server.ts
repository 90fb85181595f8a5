import { createSocket } from 'node:dgram'

// Stands for the Pods behind a node: answers every datagram with the node's name.
// Usage: echo-server.js NAME PORT ADDRESS...
const [name = '', port = '', ...addresses] = process.argv.slice(2)

for (const address of addresses) {
  const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
  socket.on('message', (_, client) => socket.send(name, client.port, client.address))
  socket.bind(Number(port), address)
}
