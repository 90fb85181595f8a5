import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../test/support/root.ts'

const PAGE = join(root, 'docs/performance.md')

/** A part of docs/performance.md, with its heading of the second level. */
export interface Section {
  readonly title: string
  readonly text: string
}

/** Replaces these sections, and leaves what another command has written. */
export function writeSections(sections: readonly Section[]): void {
  writeFileSync(PAGE, replaceSections(readFileSync(PAGE, 'utf8'), sections))
}

function replaceSections(page: string, sections: readonly Section[]): string {
  const [head = '', ...old] = page.split(/^## /m)
  const fresh = new Map(sections.map(({ title, text }) => [title, `${title}\n\n${text.trim()}\n`]))
  const titles = old.map((part) => part.slice(0, part.indexOf('\n')))
  const kept = old.map((part, at) => fresh.get(titles[at] ?? '') ?? part)
  const added = [...fresh].filter(([title]) => !titles.includes(title)).map(([, part]) => part)
  const all = [head, ...kept.map((part) => `## ${part}`), ...added.map((part) => `## ${part}`)]
  return `${all.map((part) => part.trim()).join('\n\n')}\n`
}
