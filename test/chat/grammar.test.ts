import { describe, expect, test } from 'vitest'
import mentions from '../../commands/mentions.ts'
import { readOptions } from '../../src/chat/grammar.ts'
import { Oops } from '../../src/model/oops.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { nimbus, saturday } from '../world.ts'

const by = { team: nimbus, now: saturday, say: sayIn('fr') }
const day = 86_400_000

describe('one line of text is a command’s options', () => {
  test.each([
    ['nimbus depuis:24h tonalité:négatif', { words: 'nimbus', since: saturday - day, mood: 'negative' }],
    ['tonalite:negatif', { mood: 'negative' }],
    ['TONALITÉ : Négatif', { mood: 'negative' }],
    ['tonalité\u00a0:\u00a0positif', { mood: 'positive' }],
    ['mood:neg since:2d', { mood: 'negative', since: saturday - 2 * day }],
    ['depuis:3j', { since: saturday - 3 * day }],
    ['depuis:hier', { since: Date.parse('2026-11-19T23:00Z') }],
    ['since:2026-11-01', { since: Date.parse('2026-10-31T23:00Z') }],
    ['depuis:01/11/2026', { since: Date.parse('2026-10-31T23:00Z') }],
    ['"en panne" l’été', { words: 'en panne l’été' }],
    ['source:“Le Monde” « trop cher »', { source: 'Le Monde', words: 'trop cher' }],
    ['nimbus source:Le Monde depuis:24h', { words: 'nimbus', source: 'Le Monde', since: saturday - day }],
    ['source:Le Monde', { source: 'Le', words: 'Monde' }],
    ['sujet:"hélène vasseur"', { topic: 'Hélène Vasseur' }],
    ['sujet:helene', { topic: 'Hélène Vasseur' }],
    ['mots:en panne depuis:24h', { words: 'en panne', since: saturday - day }],
    ['https://exemple.example/a:b', { words: 'https://exemple.example/a:b' }],
    ['', {}],
    ['   ', {}],
  ])('%s', (line, options) => {
    expect(readOptions(mentions, line, by)).toEqual(options)
  })
})

describe('a mistake is shown in its place, with the cure', () => {
  test.each([
    ['nimbus depuis:24x', 'option.since', 'depuis:24x'],
    ['depuis:2030-01-01', 'option.since-future', 'depuis:2030-01-01'],
    ['depuis:31/02/2026', 'option.since', 'depuis:31/02/2026'],
    ['nimbus tonalite:moyen', 'option.mood', 'tonalite:moyen'],
    ['nimbus depui:24h', 'option.unknown-near', 'depui'],
    ['nimbus zzz:24h', 'option.unknown', 'zzz'],
    ['depuis:24h since:2h', 'option.twice', 'since:2h'],
    ['lampe mots:panne', 'option.left-over', 'lampe'],
    ['nimbus source:', 'option.empty', 'source:'],
    ['source: tonalité:négatif', 'option.empty', 'source:'],
    ['nimbus "en panne', 'option.quote', '"en panne'],
    ['sujet:inconnu', 'option.topic', 'sujet:inconnu'],
  ])('%s', (line, key, wrong) => {
    const mistake = (() => {
      try {
        return readOptions(mentions, line, by)
      } catch (error) {
        return error as Oops
      }
    })()
    expect(mistake).toBeInstanceOf(Oops)
    const { at } = mistake as Oops
    expect([mistake.key, line.slice(at?.from, at?.to)]).toEqual([key, wrong])
  })
})
