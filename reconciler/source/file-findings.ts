import type { Finding, Position } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'

/** What the errors of the file system mean to the user (errno(3)). */
const REFUSALS: Readonly<Record<string, { readonly message: string; readonly hint: string }>> = {
  EACCES: {
    message: 'there is no permission to read it',
    hint: 'give read permission to the user that runs this command',
  },
  ENOENT: {
    message: 'it is a link to something that does not exist',
    hint: 'correct or remove the link; while a ConfigMap or git-sync publishes a change, try again',
  },
  ELOOP: { message: 'it is a link that leads back to itself', hint: 'correct or remove the link' },
}

/** A file or folder that could not be read; `code` is that of the system error. */
export function unreadableSource(at: Position, code: string | undefined): Finding {
  const { message, hint } = REFUSALS[code ?? ''] ?? {
    message: `the operating system gives ${code === undefined ? 'no reason' : `the error ${code}`}`,
    hint: 'correct the path, or its permissions',
  }
  return makeFinding('BW1010', { message: `cannot be read: ${message}`, hint, at })
}

/** No pool at all is probably a mistake in the call. */
export function noPools(paths: readonly string[]): Finding {
  return makeFinding('BW1011', {
    message: `no AddressPool in ${paths.join(', ')}`,
    hint: 'name the file or folder with the pools; files that end in .yaml, .yml or .json are read, hidden files are not',
  })
}
