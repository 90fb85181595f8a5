import { createSocket } from 'node:dgram'

// Sends a datagram to an address until somebody answers, and prints the answer.
// Usage: ask.js ADDRESS PORT MILLISECONDS; exit status 1 if nobody did.
const [address = '', port = '', milliseconds = ''] = process.argv.slice(2)
const INTERVAL = 50

const socket = createSocket(address.includes(':') ? 'udp6' : 'udp4')
const ask = () => socket.send('who answers?', Number(port), address)
const asking = setInterval(ask, INTERVAL)
const patience = setTimeout(() => end(1), Number(milliseconds))

function end(status: number): void {
  clearInterval(asking)
  clearTimeout(patience)
  socket.close()
  process.exitCode = status
}

socket.once('message', (answer) => {
  process.stdout.write(answer.toString())
  end(0)
})
ask()
