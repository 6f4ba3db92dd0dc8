import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuery } from '../../src/model/query.ts'
import {
  clearFrom,
  leastFound,
  leastSignal,
  likelihoodRatio,
} from '../../src/reports/landscape/likelihood.ts'
import { isOwn, ownSigns } from '../../src/reports/landscape/own.ts'
import { readTold } from '../../src/reports/landscape/read.ts'
import { bare, formOf, isOpen } from '../../src/reports/landscape/wordings.ts'
import { mentionsKey, mostCarried, readMentionsKey } from '../../src/reports/landscape/words.ts'
import type { Store } from '../../src/store/store.ts'

test('a share that grew tells more the more stand behind it, and one that did not tells nothing', () => {
  // By hand: 2 (10 ln(10 / 5.5) + 90 ln(90 / 94.5) + 1 ln(1 / 5.5) + 99 ln(99 / 94.5))
  expect(likelihoodRatio(10, 100, 1, 100)).toBeCloseTo(9, 0)
  expect(likelihoodRatio(100, 1000, 10, 1000)).toBeCloseTo(10 * likelihoodRatio(10, 100, 1, 100), 6)
  expect(likelihoodRatio(5, 100, 5, 100)).toBeCloseTo(0, 9)
  expect(likelihoodRatio(0, 10, 0, 10)).toBe(0)
  const least = leastFound(500, 400)
  expect(likelihoodRatio(least, 500, 0, 400)).toBeGreaterThanOrEqual(leastSignal)
  expect(likelihoodRatio(least - 1, 500, 0, 400)).toBeLessThan(leastSignal)
})

test('one that stands out is clear among few, and not among thousands', () => {
  expect(clearFrom([12], 10)).toBe(12)
  expect(clearFrom([12], 10_000)).toBe(Number.POSITIVE_INFINITY)
  expect(clearFrom([], 10)).toBe(Number.POSITIVE_INFINITY)
  expect(clearFrom([40, 39, 7], 1_000)).toBe(39)
})

const signs = ownSigns(readQuery('lumeo OR @lumeo OR lumeo.example OR author:"Lumeo France" NOT @lumeofan'))!

test.each([
  ['https://mastodon.social/@lumeo/113', null, true],
  ['https://mastodon.social/@Lumeo@other.example/113', null, true],
  ['https://x.com/lumeo/status/1', null, true],
  ['https://www.instagram.com/lumeo/p/1', null, true],
  ['https://bsky.app/profile/lumeo.bsky.social/post/1', null, true],
  ['https://www.reddit.com/user/lumeo/comments/1', null, true],
  ['https://lumeo.example/blog', null, true],
  ['https://blog.lumeo.example/', null, true],
  ['https://elsewhere.example/1', 'Lumeo France', true],
  [null, '@lumeo', true],
  ['https://elsewhere.example/lumeo', null, false],
  ['https://mastodon.social/@lumeofan/113', '@lumeofan', false],
  ['https://notlumeo.example/', 'Paul de Lumeo', false],
  ['https://lumeo.example.evil.example/', null, false],
  ['javascript:lumeo', null, false],
  [null, null, false],
])('%s by %s is its own: %s', (url, author, own) => expect(isOwn({ url, author }, signs)).toBe(own))

test('a query without accounts or sites tells nothing apart', () => {
  expect(ownSigns(readQuery('lumeo NOT @lumeofan NOT site:example.org'))).toBe(null)
})

test('what a button carries comes back, however many mentions there are, and garbage is none', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 40 }), { minLength: 1, maxLength: 40 }), (ids) => {
      const key = mentionsKey(ids.map((mention) => ({ mention })))
      expect(key.length).toBeLessThanOrEqual(mostCarried)
      const back = readMentionsKey(key)!
      expect(back.count).toBe(ids.length)
      expect(ids.slice(0, back.ids.length)).toEqual(back.ids)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (key) => {
      const read = readMentionsKey(key)
      if (read) expect([read.count, ...read.ids].every(Number.isSafeInteger)).toBe(true)
    }),
  )
})

test.each([
  ['Comment changer l’ampoule ?', 'how', true],
  ['Combien de temps tient la batterie ?', 'when', true],
  ['Combien coûte la Brume ?', 'price', true],
  ['Où trouver un abat-jour ?', 'where', true],
  ['Which lamp is best for reading?', 'which', true],
  ['La Brume est-elle réparable ?', 'whether', true],
  ['Deux produits pour le prix d’un, et on se plaint ?', 'price', false],
])('%s', (question, form, open) => expect([formOf(question), isOpen(question)]).toEqual([form, open]))

test('a wording names nobody', () => {
  const authors = { called: new Set(['lucie', 'gerard p']), maybe: new Set(['brutus']) }
  const said = (text: string) => bare(text, 'fr', authors)
  expect(said('Bonjour @lumeo, comment faire ? ')).toBe('Comment faire\u202f?')
  expect(said('écrivez à ravi@nimbus.example ou au 06 12 34 56 78, comment faire ?')).not.toMatch(
    /ravi|nimbus|12/,
  )
  expect(said('Lucie, comment faire ?')).toBe(null)
  expect(said('Et Gérard P. comment il fait ?')).toBe(null)
  expect(said('Alors Brutus, comment on fait ?')).toBe(null)
  expect(said('Comment on fait avec du champagne brutus ?')).not.toBe(null)
})

test('of a million mentions only the newest are read, a few at a time', async () => {
  const asked: number[] = []
  const told = async (
    _team: string,
    _span: object,
    { after, most }: { after?: { mention: number }; most: number },
  ) => {
    asked.push(most)
    const from = after?.mention ?? 1_000_000
    return Array.from({ length: most }, (_, at) => ({ mention: from - 1 - at, saidAt: from - 1 - at }))
  }
  const { all, cut } = await readTold(
    { landscape: { told } } as unknown as Store,
    'nimbus',
    { from: 0, to: 9 },
    1_050,
  )
  expect([all.length, cut, all.at(-1)!.mention]).toEqual([1_050, true, 1_000_000 - 1_050])
  expect(Math.max(...asked)).toBeLessThanOrEqual(100)
})
