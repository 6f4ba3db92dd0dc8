import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceWords, pollWords } from '../../src/chat/poll-words.ts'

test.each([
  ['"Quel logo ?" bleu | vert | rouge', 'Quel logo ?', ['bleu', 'vert', 'rouge']],
  ['«\u00a0Quel logo ?\u00a0» bleu | vert', 'Quel logo ?', ['bleu', 'vert']],
  ['“Which logo?” blue | green |', 'Which logo?', ['blue', 'green']],
  ['Which logo? blue | green', 'Which logo?', ['blue', 'green']],
  ['Which logo? | blue | green', 'Which logo?', ['blue', 'green']],
  ['Le prochain thème | lampes | bougies', 'Le prochain thème', ['lampes', 'bougies']],
  ['"On y va ?" oui non', 'On y va ?', ['oui', 'non']],
  ['"On y va ?" "oui, ce soir" "non"', 'On y va ?', ['oui, ce soir', 'non']],
  ['"Quand ?" lundi, mardi, mercredi', 'Quand ?', ['lundi', 'mardi', 'mercredi']],
  ['"Quand ?" lundi, 9h ; mardi, 10h', 'Quand ?', ['lundi, 9h', 'mardi, 10h']],
  ['Quel logo ?\n- bleu\n- vert\n3. rouge', 'Quel logo ?', ['bleu', 'vert', 'rouge']],
  ['"Quel logo ?"', 'Quel logo ?', []],
  ['Quel logo', 'Quel logo', []],
  ['', '', []],
  ['"Q" a || b | ', 'Q', ['a', 'b']],
  ['"Combien ?" 3.5 | 4', 'Combien ?', ['3.5', '4']],
])('%j asks “%s”', (raw, question, choices) => expect(pollWords(raw)).toEqual({ question, choices }))

test('choices in a field of their own', () => {
  expect(choiceWords('bleu\nvert ; pâle\n\n')).toEqual(['bleu', 'vert ; pâle'])
  expect(choiceWords('  ')).toEqual([])
})

test('whatever is typed, what comes out is in one line each, and nothing is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
      const { question, choices } = pollWords(raw)
      for (const text of [question, ...choices]) expect(text).not.toMatch(/[\n\r\u202e\0]/)
      for (const choice of choices) expect(choice).not.toBe('')
    }),
  )
})
