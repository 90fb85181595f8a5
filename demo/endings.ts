const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How to end everything that is open, should this process end or a signal end it. */
const open = new Set<() => void>()

/** `close` is called when this process ends, however it does, unless the function that is returned was called. */
export function remember(close: () => void): () => void {
  if (open.size === 0) {
    process.on('exit', closeAll)
    for (const signal of SIGNALS) process.on(signal, dieOf)
  }
  open.add(close)
  return () => forget(close)
}

function forget(close: () => void): void {
  open.delete(close)
  if (open.size > 0) return
  process.off('exit', closeAll)
  for (const signal of SIGNALS) process.off(signal, dieOf)
}

function closeAll(): void {
  for (const close of [...open]) {
    close()
    forget(close)
  }
}

/** Once the handlers are gone, the signal does what it does by itself. */
function dieOf(signal: NodeJS.Signals): void {
  closeAll()
  process.kill(process.pid, signal)
}
