import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import watchAdd from '../../commands/watch-add.ts'
import watchTry from '../../commands/watch-try.ts'
import { readOptions } from '../../src/chat/grammar.ts'
import { Oops } from '../../src/model/oops.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus, saturday } from '../world.ts'

const by = { team: nimbus, now: saturday, say: sayIn('fr') }
const given = (command: typeof watchTry, line: string) =>
  Object.fromEntries(
    Object.entries(readOptions(command, line, by)).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'text' in value ? value.text : value,
    ]),
  )

describe('a query is taken as it stands, up to the next key of the command', () => {
  test.each([
    [watchTry, 'lumeo OR "en panne" title:lampe', { query: 'lumeo OR "en panne" title:lampe' }],
    [watchTry, 'requête: lumeo OU « en panne »', { query: 'lumeo OU « en panne »' }],
    [watchTry, '"Hélène Vasseur"', { query: '"Hélène Vasseur"' }],
    [watchTry, '"lumeo OR clairval"', { query: 'lumeo OR clairval' }],
    [watchTry, '« titre:lumeo »', { query: 'titre:lumeo' }],
    [watchTry, '', {}],
    [
      watchAdd,
      'Lueur type:marque query:lueur NOT "à midi"',
      { name: 'Lueur', kind: 'brand', query: 'lueur NOT "à midi"' },
    ],
    [
      watchAdd,
      'query:lueur OR site:a.fr KIND : thème nom:"Lueur du soir"',
      { name: 'Lueur du soir', kind: 'theme', query: 'lueur OR site:a.fr' },
    ],
    [watchAdd, 'requete\u00a0: lueur genre:personne', { kind: 'person', query: 'lueur' }],
    [watchAdd, '"Lueur kind:x" query:lueur', { name: 'Lueur kind:x', query: 'lueur' }],
  ] as const)('%# %s', (command, line, options) => {
    expect(given(command, line)).toEqual(options)
  })
})

describe('its mistakes are shown where they stand in the line', () => {
  test.each([
    [watchAdd, 'Lueur query:lueur OR (lampe kind:brand', 'query.bracket-close-missing', '('],
    [watchAdd, 'Lueur query:"lueur OR foo:x" kind:brand', 'query.field-unknown', 'foo:'],
    [watchTry, '  lamp*e', 'query.star-misplaced', 'lamp*e'],
    [watchAdd, 'Lueur query:', 'option.empty', 'query:'],
    [watchAdd, 'Lueur query:a query:b', 'option.twice', 'query:b'],
    [watchAdd, 'Lueur kind:brand kind:theme query:a', 'option.twice', 'kind:theme'],
  ] as const)('%# %s', (command, line, key, place) => {
    try {
      readOptions(command, line, by)
      expect.unreachable()
    } catch (error) {
      if (!(error instanceof Oops)) throw error
      expect(error.key).toBe(key)
      expect(line.slice(error.at?.from, error.at?.to)).toBe(place)
    }
  })
})

test('whatever is typed is read, or refused with a place in the line', () => {
  const piece = fc.constantFrom(
    'query:',
    'requête :',
    'kind:',
    'nom:',
    'brand',
    'title:',
    'lueur',
    '"',
    '« ',
    ' »',
    '(',
    ')',
    'OR',
    'NOT',
    '*',
    '\u200b',
    '\u00a0',
    ' ',
    '💡',
  )
  const line = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '))
  fc.assert(
    fc.property(line, fc.constantFrom(watchTry, watchAdd), (line, command) => {
      try {
        given(command, line)
      } catch (error) {
        if (!(error instanceof Oops)) throw error
        const { from, to } = error.at ?? { from: -1, to: -1 }
        expect(from >= 0 && from <= to && to <= line.length, `${error.key} ${from}-${to}`).toBe(true)
      }
    }),
  )
})
