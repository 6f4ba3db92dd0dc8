import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Document } from 'yaml'
import { sheetOf } from '../../src/settings/sheet.ts'

const at = (yaml: string, word: string) => {
  const sheet = sheetOf('team.yaml', yaml)
  const from = (sheet.value as { query: string }).query.indexOf(word)
  return sheet.place(['query'], 'value', { from, to: from + word.length })
}

test.each([
  ['plain', 'query: lampe OR (', { line: 1, column: 17 }],
  ['in single quotes', "query: 'l''ampoule OR ('", { line: 1, column: 23 }],
  ['in double quotes', 'query: "\\"lampe\\" \\u00e9 OR ("', { line: 1, column: 29 }],
  ['plain, over several lines', 'query: lampe\n  OR lampes\n  OR (', { line: 3, column: 6 }],
  ['quoted, over several lines', "query: 'lampe\n\n  OR ('", { line: 3, column: 6 }],
  ['quoted, with an escaped line break', 'query: "lampe \\\n  OR ("', { line: 2, column: 6 }],
  ['folded', 'query: >-\n  lampe\n  OR lampes\n\n  OR (\n', { line: 5, column: 6 }],
  ['as it stands', 'query: |\n  lampe 💡\n  OR (\n', { line: 3, column: 6 }],
])('a place in a text %s is found in the file', (_, yaml, place) => {
  expect(at(yaml, '(')).toEqual(place)
})

test('a place behind the end of a text is where the text ends', () => {
  const sheet = sheetOf('team.yaml', "query: 'lampe OR '")
  expect(sheet.place(['query'], 'value', { from: 9, to: 9 })).toEqual({ line: 1, column: 17 })
})

test('however a text is quoted and folded, each of its words is found where it stands', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé"'\\:#💡-]{1,8}$/u), { minLength: 1, maxLength: 30 })
  const styles = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL')
  fc.assert(
    fc.property(words, styles, fc.nat(), (words, type, pick) => {
      const text = [...words, '(('].join(' ')
      const document = new Document({ query: text })
      Object.assign(document.get('query', true)!, { type })
      const yaml = document.toString({ lineWidth: 30 })
      const place = at(yaml, '((')
      expect(yaml.split('\n')[place.line - 1]!.slice(place.column - 1)).toMatch(/^\(\(/)
      const one = words[pick % words.length]!
      if (words.filter((word) => word.includes(one)).length > 1 || /["'\\]/u.test(one)) return
      const found = at(yaml, one)
      expect(
        yaml
          .split('\n')
          [found.line - 1]!.slice(found.column - 1)
          .startsWith(one),
      ).toBe(true)
    }),
  )
})
