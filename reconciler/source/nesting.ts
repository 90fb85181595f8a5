import { CST } from 'yaml'

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection

/**
 * Where a document first has lists and objects within each other, deeper than so many levels: an offset in the text, or
 * undefined. Level by level, not by recursion, for which a text can be too deep.
 */
export function offsetBelow(document: CST.Document, levels: number): number | undefined {
  let tokens: readonly (CST.Document | Collection)[] = [document]
  for (let level = 0; tokens.length > 0; level++) {
    if (level > levels) return tokens[0]?.offset
    tokens = tokens.flatMap(collectionsIn)
  }
  return undefined
}

function collectionsIn(token: CST.Document | Collection): readonly Collection[] {
  const parts: readonly (CST.Token | null | undefined)[] =
    token.type === 'document'
      ? [token.value]
      : token.items.flatMap(({ key, value }) => [key, value])
  return parts.filter(CST.isCollection)
}
