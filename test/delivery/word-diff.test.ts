import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordDiff } from '../../src/delivery/word-diff.ts'
import { nodesOf, textOf } from '../../src/texts/marked.ts'

const shown = async (before: string, after: string) => textOf(nodesOf(await wordDiff(before, after)))

test.each([
  ['Une lampe part demain.', 'Une lampe neuve part demain.', 'Une lampe +neuve part demain.'],
  ['Une lampe neuve part.', 'Une lampe part.', 'Une lampe −neuve part.'],
  ['Elle arrive mardi.', 'Elle arrive mercredi.', 'Elle arrive −mardi +mercredi.'],
  ['Merci !', 'Merci !\nÀ bientôt.', 'Merci ! +À bientôt.'],
  ['un deux', 'un deux', 'un deux'],
  ['', 'Bonjour', '+Bonjour'],
])('from “%s” to “%s”', async (before, after, words) => {
  expect((await shown(before, after)).replace(/\s+/g, ' ').trim()).toBe(words.trim())
})

test('of what stayed only the words around a change are shown', async () => {
  const long = Array.from({ length: 60 }, (_, at) => `mot${at}`).join(' ')
  const said = await shown(long, long.replace('mot30', 'autre'))
  expect(said).toMatch(/^… mot25 mot26 mot27 mot28 mot29 −mot30 \+autre mot31 mot32 mot33 mot34 … $/)
})

test('whatever stands in the texts, it is words and never markup, and no new word is left out', async () => {
  const text = fc.array(
    fc.constantFrom(
      '**gras**',
      '[ici](https://x.example)',
      '_a_',
      '`b`',
      '> c',
      '\\',
      '\n',
      '~d~',
      'mot',
      '!',
    ),
    { maxLength: 12 },
  )
  await fc.assert(
    fc.asyncProperty(text, text, async (one, other) => {
      const [before, after] = [one.join(' '), other.join(' ')]
      const diff = await wordDiff(before, after)
      const kinds = JSON.stringify(nodesOf(diff))
      expect(kinds).not.toMatch(/"kind":"(link|code|quote)"/)
      const said = textOf(nodesOf(diff))
      for (const word of other.filter((word) => word.trim() !== '' && !one.includes(word)))
        for (const part of word.match(/[\p{L}\d]+/gu) ?? []) expect(said).toContain(part)
    }),
  )
})
