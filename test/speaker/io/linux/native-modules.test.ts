import t from 'tap'
import { loadKoffi, loadNative } from '../../../../speaker/io/linux/native-modules.ts'

/** As Node throws them. */
function failing(code: string, message: string): () => never {
  return () => {
    throw Object.assign(new Error(message), { code })
  }
}

const OTHER_NODE = `The module '/x/raw.node'
was compiled against a different Node.js version using
NODE_MODULE_VERSION 115. This version of Node.js requires
NODE_MODULE_VERSION 137. Please try re-compiling or re-installing
the module (for instance, using \`npm rebuild\` or \`npm install\`).`

const CASES = [
  {
    load: failing(
      'MODULE_NOT_FOUND',
      `Cannot find module './build/Release/raw.node'\nRequire stack:`,
    ),
    failure: 'notInstalled',
    message: 'the module raw-socket is not installed',
  },
  {
    load: failing('ERR_DLOPEN_FAILED', OTHER_NODE),
    failure: 'otherNode',
    message: 'the module raw-socket was compiled for another version of Node',
  },
  {
    load: failing('ERR_DLOPEN_FAILED', 'libc.musl.so.1: cannot open shared object file\nmore'),
    failure: 'notLoadable',
    message:
      'the module raw-socket cannot be loaded on this machine: libc.musl.so.1: cannot open shared object file',
  },
] as const

for (const { load, failure, message } of CASES)
  t.test(`a module that cannot be used: ${failure}`, (t) => {
    t.throws(() => loadNative('raw-socket', load), { code: 'MISSING_MODULE', failure, message })
    t.end()
  })

t.test('a module that can be used is handed on', (t) => {
  const module = {}
  t.equal(
    loadNative('raw-socket', () => module),
    module,
  )
  t.end()
})

t.test('koffi needs no compiler', { skip: process.platform !== 'linux' }, (t) => {
  t.type(loadKoffi().load, 'function')
  t.end()
})
