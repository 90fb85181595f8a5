import type { YAMLError } from 'yaml'
import type { Finding, Position } from '../../api/finding.ts'
import type { Locate } from './position.ts'

interface Advice {
  readonly message: string
  readonly hint: string
}

/** `offending` is the text that is complained about, `rest` the line from there on. */
type Advise = (error: YAMLError, offending: string, rest: string) => Advice

const QUOTE = 'put the value in quotes'

/** By the codes of the yaml package; what is not here keeps the message of the package. */
const ADVICE: Readonly<Partial<Record<YAMLError['code'], Advise>>> = {
  BAD_ALIAS: () => ({ message: 'an alias or anchor needs a name', hint: `${QUOTE}: "*"` }),
  BAD_DQ_ESCAPE: () => ({
    message: 'a backslash in double quotes begins an escape sequence, and this is not one',
    hint: "double the backslash, or use single quotes: 'text'",
  }),
  BAD_INDENT: (error) =>
    error.message.startsWith('Flow')
      ? notClosed()
      : {
          message: 'this line is not indented like the lines around it',
          hint: 'begin all fields of one mapping, and all items of one list, in the same column',
        },
  BAD_SCALAR_START: (_, offending) => ({
    message: `a string without quotes cannot begin with ${offending}`,
    hint: QUOTE,
  }),
  BLOCK_AS_IMPLICIT_KEY: (_, __, rest) => valueWithColon(rest),
  BLOCK_IN_FLOW: () => ({
    message: 'an item of [...] or {...} is not separated from the one before it',
    hint: 'put a comma between the items',
  }),
  MISSING_CHAR: (error) => missingCharacter(error.message),
  MULTILINE_IMPLICIT_KEY: (_, offending) =>
    offending.startsWith('-')
      ? {
          message: 'this item begins a list where a field is expected',
          hint: 'indent this item like the other items of its list, under the field that the list belongs to',
        }
      : missingColon(),
  UNEXPECTED_TOKEN: (_, offending) => ({
    message: `${offending === '' ? 'the text' : `\`${offending}\``} does not belong here`,
    hint: 'put the whole value in quotes if it holds quotes, brackets or dashes; otherwise remove this',
  }),
}

function notClosed(): Advice {
  return {
    message: 'a list [...] or mapping {...} that begins above is not closed before this line',
    hint: 'close it with ] or }',
  }
}

/** `address: 2001:db8::`, `name: a: b`, or fields below a field that has a value. */
function valueWithColon(rest: string): Advice {
  const text = rest.replace(/\s+#.*$/, '').trim()
  if (text.includes(':'))
    return {
      message: 'a value without quotes cannot have a colon before a space or at its end',
      hint: `put it in quotes: "${text}"`,
    }
  return {
    message: 'this field has a value, so no fields or items can follow below it',
    hint: 'remove the value, or indent what follows like the field itself',
  }
}

function missingColon(): Advice {
  return {
    message:
      'a field needs a colon and a space after its name, a list item needs a dash and a space before it',
    hint: 'write `name: value`, or `- value` for an item of a list',
  }
}

function missingCharacter(message: string): Advice {
  if (message.includes('quote'))
    return { message: 'a string in quotes is not closed', hint: 'add the closing quote' }
  if (message.includes('map values')) return missingColon()
  if (message.includes('Missing ,'))
    return { message: 'a comma or colon is missing', hint: 'add it' }
  if (message.includes('directives-end marker'))
    return {
      message: 'fields cannot begin on the line of `---`',
      hint: 'begin a new line after it',
    }
  return { message: uncapitalize(message), hint: 'add what is missing' }
}

function uncapitalize(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1)
}

/** Turns an error of the yaml package into words for the person who edits the file. */
export function syntaxError(error: YAMLError, locate: Locate): Finding {
  const at = placeOfError(error.pos, locate)
  if (error.code === 'TAB_AS_INDENT') return tab(at)
  const offending = at.lineText.slice(at.column - 1, at.column - 1 + at.length)
  const rest = at.lineText.slice(at.column - 1)
  const advice = ADVICE[error.code]?.(error, offending, rest) ?? {
    message: uncapitalize(error.message),
    hint: 'correct it, or put the value in quotes',
  }
  const hint = at.lineText.includes('{{')
    ? 'this looks like a template: pass its output (`helm template`)'
    : advice.hint
  return { code: 'BW1001', severity: 'error', message: `not YAML: ${advice.message}`, hint, at }
}

/** An error at the end of the text is shown at the end of its last line. */
function placeOfError([start, end]: readonly [number, number], locate: Locate): Position {
  let offset = start
  let at = locate(start, end - start)
  while (offset > 0 && at.lineText === '') at = locate(--offset, 1)
  return at
}

function tab(at: Position): Finding {
  return {
    code: 'BW1002',
    severity: 'error',
    message: 'this line is indented with a tab; YAML allows only spaces',
    hint: 'replace the tab by spaces',
    at,
  }
}

/** `how` ends the sentence that begins with "the document". */
export function structureTooLarge(how: string, at: Position): Finding {
  return {
    code: 'BW1008',
    severity: 'error',
    message: `the document ${how}`,
    hint: 'write out the fields, without aliases',
    at,
  }
}

/** YAML 1.2.2 §7.1: an alias stands for an anchor that comes before it. */
export function unresolvedAlias(at: Position): Finding {
  return {
    code: 'BW1001',
    severity: 'error',
    message: 'not YAML: an alias (*name) has no anchor (&name) above it in the same document',
    hint: `${QUOTE} if the asterisk is part of the value; otherwise define the anchor first`,
    at,
  }
}

export function textTooLarge(at: Position): Finding {
  return {
    code: 'BW1007',
    severity: 'error',
    message: 'the text is larger than 4 MiB, so it is not read',
    hint: 'split it, or name a folder that holds only pools',
    at,
  }
}

/** The line is not shown: its bytes are no text. */
export function notText(at: Position): Finding {
  return {
    code: 'BW1009',
    severity: 'error',
    message: 'this is not UTF-8 text',
    hint: 'store the file as UTF-8 (not UTF-16), or do not pass it as a pool file',
    at: { ...at, lineText: '' },
  }
}

/** `what` is what stands there instead: `a list`, `a string`. */
export function notAnObject(what: string, at: Position): Finding {
  return {
    code: 'BW1006',
    severity: 'error',
    message: `a Kubernetes object is expected here, not ${what}`,
    hint: 'begin with `apiVersion: bellwether.dev/v1alpha1`, without a dash before it',
    at,
  }
}
