import { expect, test } from 'vitest'
import { plainWords } from './words.ts'

const names: Record<string, string> = {
  '@90384788765712401': '@Mia',
  '#481384788765712422': '#veille',
  '@&381384788765712411': '@Équipe',
}

test.each([
  ['**gras** et *penché* ou _penché_', 'gras et penché ou penché'],
  ['__souligné__ ~~barré~~ ||caché||', 'souligné barré caché'],
  ['***les deux***', 'les deux'],
  ['\\*\\*y\\*\\* \\[z\\](javascript:alert(1))', '**y** [z](javascript:alert(1))'],
  ['[z](javascript:alert(1))', '[z](javascript:alert(1))'],
  ['[la lampe](https://a.test/b_c_d)', 'la lampe (https://a.test/b_c_d)'],
  ['<https://a.test/*x*>', 'https://a.test/*x*'],
  ['`**x**` et ```js\n*y*\n```', '**x** et *y*\n'],
  [
    '<@90384788765712401> dans <#481384788765712422> pour <@&381384788765712411>',
    '@Mia dans #veille pour @Équipe',
  ],
  ['# Titre\n-# petit\n> cité', 'Titre\npetit\ncité'],
  ['snake_case_name 2 * 3 * 4', 'snake_case_name 2 * 3 * 4'],
  ['<t:0:F>', '1970-01-01T00:00:00.000Z'],
  ['C:\\dossier \\\\ fin', 'C:\\dossier \\ fin'],
])('%s is read as %s', (text, words) => {
  expect(plainWords(text, (kind, id) => names[`${kind}${id}`]!)).toBe(words)
})
