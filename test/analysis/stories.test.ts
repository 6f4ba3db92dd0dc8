import fc from 'fast-check'
import { expect, test } from 'vitest'
import { madeStories } from '../../bench/stories-made.ts'
import { pairs } from '../../bench/stories-pairs.ts'
import { bytesOf, newStories, signatureOf, similar, traceFrom, traceOf } from '../../src/analysis/stories.ts'
import { read } from '../../src/analysis/stories-reading.ts'
import { hashOf } from '../../src/analysis/stories-signature.ts'
import { isNumber } from '../../src/analysis/stories-telling.ts'
import { wholeText } from '../../src/model/post.ts'
import { foldedWords } from '../../src/model/words.ts'

const post = (id: string, title: string, text: string, url: string | null = null) => ({
  id,
  title,
  text,
  url,
})

const recall =
  'Nimbus rappelle 12 000 lampes de bureau après un incendie dans un appartement de Lyon. La directrice, Mia Morvan, invite les clients à débrancher le modèle Aurore et à le rapporter en magasin. Le transformateur chauffe lorsque la lampe reste allumée plus de six heures, selon le laboratoire qui l’a examinée.'

test('the same news, retitled, shortened and signed by another outlet, is one story', () => {
  const stories = newStories()
  const first = stories.place(post('a', 'Nimbus rappelle 12 000 lampes', recall), 1)
  const short = `Courrier du Nord — ${recall.slice(0, 170)}… Abonnez-vous pour lire la suite.`

  expect(first).toBe('a')
  expect(stories.place(post('b', 'Incendie à Lyon : des lampes rappelées', short), 2)).toBe('a')
  expect(stories.size).toBe(1)
})

test('two weather notes that differ by the town and the figures are two stories', () => {
  const stories = newStories()
  const note = (town: string, low: number, high: number, wind: number) =>
    `À ${town}, le temps sera nuageux mardi avec ${low} degrés le matin et ${high} degrés l’après-midi. Le vent soufflera jusqu’à ${wind} km/h en rafales.`

  expect(stories.place(post('lyon', 'Météo', note('Lyon', 11, 23, 40)))).toBe('lyon')
  expect(stories.place(post('lille', 'Météo', note('Lille', 8, 17, 65)))).toBe('lille')
  expect(stories.place(post('tomorrow', 'Météo', note('Lyon', 9, 19, 25)))).toBe('tomorrow')
})

test('a short post joins only its equal, with or without the outlet that an aggregator hangs on it', () => {
  const stories = newStories()
  stories.place(post('a', 'Nimbus : encore une panne', ''))

  expect(stories.place(post('b', 'NIMBUS : encore une panne - Le Courrier', ''))).toBe('a')
  expect(stories.place(post('c', 'Nimbus : encore une lampe', ''))).toBe('c')
})

test('an article without words is known by its address, whatever counts the clicks; a front page is nobody’s', () => {
  const stories = newStories()
  stories.place(post('a', '', '', 'https://www.outlet.example/lamps/?utm_source=feed&id=7#top'))
  stories.place(post('front', '', '', 'https://outlet.example/'))

  expect(stories.place(post('b', '', '', 'https://m.outlet.example/lamps?id=7&fbclid=x1'))).toBe('a')
  expect(stories.place(post('c', '', '', 'https://outlet.example/lamps?id=8'))).toBe('c')
  expect(stories.place(post('d', '', '', 'https://outlet.example/'))).toBe('d')
})

test('a story of which nothing was heard since is forgotten; one that goes on is not', () => {
  const stories = newStories()
  stories.place(post('old', 'Lampes', recall), 1)
  stories.place(post('short', 'Merci Nimbus', ''), 1)
  stories.place(post('again', 'Lampes', recall), 5)
  stories.forget(3)

  expect(stories.size).toBe(1)
  expect(stories.place(post('later', 'Lampes', recall), 6)).toBe('old')
  stories.forget(9)
  expect(stories.size).toBe(0)
  expect(stories.place(post('new', 'Lampes', recall), 9)).toBe('new')
})

test('a story that was kept as bytes goes on after a restart', () => {
  const trace = traceOf(post('a', 'Lampes', recall))
  expect(traceFrom(bytesOf(trace))).toEqual(trace)

  const stories = newStories()
  stories.recall({ story: 'a', at: 1, trace: traceFrom(bytesOf(trace)) })
  expect(stories.place(post('b', 'Des lampes rappelées', recall.slice(0, 200)))).toBe('a')
})

// What an earlier version kept of `recall` under the title « Lampes ».
const keptBefore =
  'NQAAAP/YpTIAAAAAke8AAFpRAAAjswAALOYAAOV6AACu3AAA/KUAAI0BAABWYwAAQXIAAJ6FAABn5wAAMEkAAEIoAAAlRgAAnTcAAIKwAABLEgAANU8AAP6wAABxNAAAfRwAAKHNAABqLwAAiTIAAIfuAABQUAAAeLsAAEEdAAAKfwAA0+AAAJxCAABlpAAALgYAAOdoAADQ5QAAmUcAAGKpAAArCwAAJdYAAO43AAD7EgAABnsAAM/cAACi4wAAa0UAAI3oAABWSgAAH6wAAPmuAABJGQAAWxYAAD82AABaXQAAGxMAAOR0AACt1gAAdjgAAD+aAADkoAAArQIAADbKAAD/KwAAyI0AAG1+quAFNI++obHpEs1tm02oR6B5fJllX1hUl/k+RVAvxEgM1xDCFQDERpYUQB+p7oA6NQ1QXxEYEAGGE5Q/zHC8oQzFLPVxKgR7ZasoNIrmmLQfC8Dy6k3si4ub+NBISvSD6HlIKwPvdMatxPztEDGEMSrzUEpfZbSkGMo='

test('a trace that an earlier version kept is read, and is what this one would make', () => {
  const trace = traceFrom(Buffer.from(keptBefore, 'base64'))
  expect(trace).toEqual(traceOf(post('a', 'Lampes', recall)))
})

test('the words of a trace are those of the matcher, whatever a text is made of', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'É',
      'œ',
      'ﬁ',
      'ß',
      'İ',
      'п',
      'а',
      'Ω',
      '漢',
      'ー',
      '7',
      '²',
      '½',
      '𝐀',
      '🙂',
      '\ud83d',
      '’',
      '-',
      '\u00ad',
    ],
    ...['\u0301', '\u200d', '\u0000', '\n', '…', ' ', '@', 'ar'],
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(texts, texts, (title, text) => {
      const { count, hashes } = read(title, text)
      const words = foldedWords(wholeText({ title, text }))
      expect([...hashes.subarray(0, count)]).toEqual(words.map((word) => hashOf(word)))
    }),
    { numRuns: 1_000 },
  )
})

test('a number is one whatever parts its thousands, and a small one goes with what it counts', () => {
  const numbers = (text: string) => [...traceOf(post('a', '', text)).words].filter(isNumber)

  expect(numbers('12 000 lampes')).toEqual(numbers('Les 12.000 lampes'))
  expect(numbers('12 lampes')).toEqual(numbers('les 12 lampes'))
  expect(numbers('12 lampes')).not.toEqual(numbers('12 clients'))
  expect(numbers('12 lampes et 5 clie…')).toEqual(numbers('12 lampes'))
})

test('of a very long text its beginning is read, and dots without end take no time', () => {
  const dots = post('dots', 'Nimbus', `${recall} ${'.'.repeat(200_000)}a`)
  const long = post('long', 'Nimbus', `${recall} ${'Et encore une chose. '.repeat(10_000)}`)

  expect(traceOf(dots).length).toBeLessThan(60)
  expect(traceOf(long).length).toBe(400)
  expect(traceOf(long).words.length).toBeLessThan(60)
})

test('a signature is 64 small numbers, alike for texts that are alike', () => {
  const words = foldedWords(recall)
  const signature = signatureOf(words)
  const most = signatureOf(words.slice(0, -8))
  const other = signatureOf(
    foldedWords('Une tout autre histoire, celle d’un phare que la mairie repeint en bleu.'),
  )

  expect(signature).toHaveLength(64)
  expect(Math.max(...signature)).toBeLessThan(65_536)
  expect(similar(signature, signature)).toBe(1)
  expect(similar(signature, most)).toBeGreaterThan(0.6)
  expect(similar(signature, other)).toBeLessThan(0.1)
  expect(signatureOf([])).toEqual(new Uint32Array(64))
})

test('among 2,000 posts of known stories, those put together belong together, and nearly all are found', () => {
  for (const seed of [3, 4]) {
    const posts = madeStories({ stories: 50, copies: 30, lone: 500, seed })
    const stories = newStories()
    const found = posts.map((one, at) => stories.place(one, at))
    const { precision, recall } = pairs(posts, found)

    expect(precision, `precision of seed ${seed}`).toBeGreaterThanOrEqual(0.98)
    expect(recall, `recall of seed ${seed}`).toBeGreaterThanOrEqual(0.9)
  }
})

test('two customers who complain alike in their own words are two stories; who passes on the same words is not', () => {
  const stories = newStories()
  const said = (id: string, text: string) => stories.place(post(id, '', text))
  said('ravi', 'Ma lampe Nimbus est en panne au bout de deux mois, je suis très déçu')
  expect(said('lea', 'Très déçue par ma lampe Nimbus, en panne au bout de deux mois')).toBe('lea')
  expect(said('eve', 'So disappointed, my Nimbus lamp broke after two months')).toBe('eve')
  expect(said('bob', 'My Nimbus lamp is broken after two months, so disappointed')).toBe('bob')
  const passed =
    'RT @ravi: Ma lampe Nimbus est en panne au bout de deux mois, je suis très déçu https://t.example/1'
  expect(said('theo', passed)).toBe('ravi')
  expect(said('one', 'https://t.example/1')).not.toBe(said('two', 'https://t.example/2'))
})

test('a headline that people pass on belongs to its article, a customer who tells their own case does not', () => {
  const stories = newStories()
  stories.place(post('article', 'Nimbus rappelle 12 000 lampes après un départ de feu', recall))
  const toot = 'Nimbus rappelle 12 000 lampes après un départ de feu https://t.example/1'
  expect(stories.place(post('toot', '', toot))).toBe('article')
  const mine = 'Ma lampe Nimbus a pris feu elle aussi, je suis très déçu et je veux un remboursement'
  expect(stories.place(post('mine', '', mine))).toBe('mine')
})
