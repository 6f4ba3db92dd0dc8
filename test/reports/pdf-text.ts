/**
 * The words of a PDF whose streams are not compressed, in the order they were written: its fonts say which of their
 * glyphs is which letter.
 */
export function pdfText(pdf: Buffer): string {
  const source = pdf.toString('latin1')
  const objects = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)].map(([, id, body]) => [id!, body!]),
  )
  const fonts = new Map<string, Map<string, string>>()
  for (const [, name, id] of source.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!) ?? '')?.[1]
    if (cmap) fonts.set(name!, letters(objects.get(cmap) ?? ''))
  }
  const said: string[] = []
  for (const body of objects.values()) {
    let font: Map<string, string> | undefined
    for (const [, name, shown] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[\da-f]*>|[\s\d.-])*)\] TJ/gi)) {
      if (name) font = fonts.get(name)
      else if (shown && font) said.push(wordsOf(shown, font))
    }
  }
  return said.join('\n').replace(/\u00a0|\u202f/g, ' ')
}

/** `<0001> <0041>` and ranges `<0001> <0003> [<0041> <0042> <0043>]`. */
function letters(cmap: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, first, , list] of cmap.matchAll(/<([\da-f]{4})> <([\da-f]{4})> \[([^\]]*)\]/gi))
    for (const [at, [, code]] of [...list!.matchAll(/<([\da-f]*)>/gi)].entries())
      found.set((Number.parseInt(first!, 16) + at).toString(16).padStart(4, '0'), textOf(code!))
  return found
}

const textOf = (code: string) =>
  (code.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')

const wordsOf = (shown: string, font: Map<string, string>) =>
  [...shown.matchAll(/<([\da-f]*)>/gi)]
    .flatMap(([, glyphs]) => glyphs!.match(/.{4}/g) ?? [])
    .map((glyph) => font.get(glyph.toLowerCase()) ?? '?')
    .join('')
