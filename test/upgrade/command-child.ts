/*
 * The command line of a release, called again and again in one process: a process for each call costs fifty times as
 * much. Usage: command-child.js MAIN, by fork(); each message is a `Call`, each answer a `Printed`.
 */

export interface Call {
  readonly cwd: string
  readonly args: readonly string[]
}

/** What a command printed, and its exit status. */
export interface Printed {
  readonly out: string
  readonly status: number
  readonly messages: string
}

interface Main {
  readonly runProcess: () => Promise<void>
}

const [node = '', , main = ''] = process.argv
const { runProcess } = (await import(main)) as Main

/** Takes what is written until the function that is returned gives it. */
function capture(stream: NodeJS.WriteStream): () => string {
  const write = stream.write.bind(stream)
  let text = ''
  stream.write = (data: string | Uint8Array) => {
    text += String(data)
    return true
  }
  return () => {
    stream.write = write
    return text
  }
}

async function call({ cwd, args }: Call): Promise<Printed> {
  process.chdir(cwd)
  process.argv = [node, main, ...args]
  process.exitCode = undefined
  const [out, messages] = [capture(process.stdout), capture(process.stderr)]
  await runProcess()
  return { out: out(), messages: messages(), status: Number(process.exitCode ?? 0) }
}

// Each call leaves its listeners behind.
process.setMaxListeners(0)
for (const stream of [process.stdout, process.stderr]) stream.setMaxListeners(0)
process.on('message', (message) => {
  void call(message as Call).then((printed) => process.send?.(printed))
})
process.on('disconnect', () => process.exit(0))
