/**
 * Discord's markdown as a person reads it: marks gone, mentions by name, addresses behind their words in brackets. Names
 * come from `name`, which knows users (`@`), roles (`@&`) and channels (`#`) by id.
 */
export function plainWords(text: string, name: (kind: '@' | '@&' | '#', id: string) => string): string {
  const kept: string[] = []
  // What is final already is put aside, so that no mark is looked for in it.
  const keep = (words: string) => `\uE000${kept.push(words) - 1}\uE001`
  const aside = text
    .replace(/```(?:\w+\n)?([\s\S]*?)```|`([^`\n]+)`/g, (_, block, span) => keep(block ?? span))
    .replace(/\\([^A-Za-z0-9\s])/g, (_, character) => keep(character))
    .replace(/<(@&|@!?|#)(\d{17,19})>/g, (_, kind, id) => keep(name(kind.replace('!', ''), id)))
    .replace(/<t:(-?\d+)(?::[tTdDfFR])?>/g, (_, seconds) => keep(new Date(seconds * 1000).toISOString()))
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(
      /\[([^\]\n]+)\]\(<?(https?:\/\/[^\s<>)]+)>?(?: "[^"]*")?\)/g,
      (_, words, url) => `${words} (${keep(url)})`,
    )
    .replace(/<(https?:\/\/[^\s<>]+)>|(https?:\/\/[^\s<>]+)/g, (_, quiet, loud) => keep(quiet ?? loud))
  const bare = aside
    .replace(/^(?:#{1,3}|-#) +/gm, '')
    .replace(/^(?:>>> |> )/gm, '')
    .replace(/\*\*([\s\S]+?)\*\*/g, '$1')
    .replace(/__([\s\S]+?)__/g, '$1')
    .replace(/~~([\s\S]+?)~~/g, '$1')
    .replace(/\|\|([\s\S]+?)\|\|/g, '$1')
    .replace(/\*(\S(?:[^*]*\S)?)\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '$1')
  return restored(bare, kept)
}

const restored = (text: string, kept: string[]): string =>
  text.replace(/\uE000(\d+)\uE001/g, (_, n) => restored(kept[Number(n)]!, kept))
