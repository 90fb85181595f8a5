/** What a text should have been, and how to write it. */
export interface Form {
  readonly what: string
  readonly hint: string
}

const LABEL_SYNTAX = 'lower-case letters, digits and hyphens, with no hyphen at the start or end'

/** By the patterns of the schema. A test checks that the table has all of them. */
export const TEXT_FORMS: Readonly<Record<string, Form>> = {
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$': {
    what: 'a DNS label (RFC 1123)',
    hint: `use ${LABEL_SYNTAX}`,
  },
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$': {
    what: 'a name that Kubernetes allows (RFC 1123)',
    hint: `use ${LABEL_SYNTAX}; separate several such parts with dots`,
  },
  '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$': {
    what: 'the name of a node',
    hint: 'use lower-case letters, digits, hyphens and dots',
  },
  '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$': {
    what: 'a Service as `namespace/name`',
    hint: 'write the namespace, a slash and the name of the Service, e.g. `web/shop`',
  },
  '^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$': {
    what: 'a value that a label can have',
    hint: 'use letters, digits, `-`, `_` and `.`, and begin and end with a letter or digit',
  },
  '^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$':
    {
      what: 'the name of a label',
      hint: 'write `name` or `domain/name`, e.g. `topology.kubernetes.io/zone`',
    },
  '^[^\\s/:]+$': {
    what: 'the name of a network interface',
    hint: 'write it as `ip link` shows it, e.g. `eth0`',
  },
  '^sha256:[0-9a-f]{64}$': {
    what: 'a digest',
    hint: 'use the plan as `bellwether plan` wrote it',
  },
  '^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]*)$': {
    what: 'an address',
    hint: 'use the plan as `bellwether plan` wrote it',
  },
}

/**
 * What a string with this pattern is. If only case, spaces or underscores are wrong, the hint is the corrected string.
 * Throws if it knows no words for the pattern.
 */
export function describeForm(pattern: string, text: string): Form {
  const form = TEXT_FORMS[pattern]
  if (form === undefined) throw new Error(`no words for the pattern ${pattern}`)
  const repaired = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  return repaired !== text && new RegExp(pattern, 'u').test(repaired)
    ? { what: form.what, hint: `write \`${repaired}\`, or another value: ${form.hint}` }
    : form
}
