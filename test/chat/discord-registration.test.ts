import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { command } from '../../src/chat/command.ts'
import { declared } from '../../src/chat/declared.ts'
import { hashOf, registrationOf } from '../../src/chat/discord/registration.ts'
import { mood, number, since, text, topic } from '../../src/chat/options.ts'
import { sayIn } from '../../src/texts/texts.ts'
import type { Command as Registered } from '../discord/bodies.ts'
import { checkCommands } from '../discord/checks/commands.ts'
import { nimbus } from '../world.ts'

const all = declared(commands)
const registered = registrationOf(all) as Registered[]
const named = (name: string, type = 1) => registered.find((one) => one.name === name && one.type === type)!

describe('our commands, declared for everybody who wants to know them beforehand', () => {
  test('are those that people type, in both languages', () => {
    expect(all.map(({ name }) => name)).toEqual(
      commands.filter(({ hidden }) => !hidden).map(({ name }) => name),
    )
    expect(all.find(({ name }) => name === 'mention add')).toMatchObject({
      names: { en: 'mention add', fr: 'mention ajouter' },
      for: 'staff',
      form: true,
      onMessage: [{ action: 'mention add.report', on: 'people' }],
    })
    for (const { names, about, options } of all)
      for (const both of [names, about, ...options.flatMap(({ names, about }) => [names, about])])
        for (const words of [both.en, both.fr]) expect(words.trim()).not.toBe('')
  })

  test('say which choices are fixed, in both languages, and which depend on the team', () => {
    const { options } = all.find(({ name }) => name === 'mentions')!
    expect(options.find(({ name }) => name === 'mood')).toMatchObject({
      completes: false,
      choices: [
        { value: 'negative', labels: { en: 'negative', fr: 'négative' } },
        { value: 'neutral' },
        { value: 'positive' },
      ],
    })
    expect(options.find(({ name }) => name === 'topic')).toMatchObject({ completes: true, choices: [] })
  })

  test('are read back by the values that are offered', () => {
    for (const { name, options } of all)
      for (const { name: option, choices } of options)
        for (const { value } of choices) {
          const declaredBy = commands.find((one) => one.name === name)!.options[option]!
          expect(() => declaredBy.read(value, { team: nimbus, now: 0, say: sayIn('fr') })).not.toThrow()
        }
  })
})

describe('what is registered with Discord', () => {
  test('is within every limit of Discord', () => {
    expect(() => checkCommands(registered)).not.toThrow()
    for (const { name, name_localizations } of registered)
      expect(Object.keys(name_localizations!), name).toEqual(['en-US', 'en-GB', 'fr'])
  })

  test('a command whose name has verbs beside it is shown by one of its own', () => {
    const { options, name_localizations } = named('watch')
    expect(name_localizations).toMatchObject({ fr: 'veille' })
    expect(options!.map(({ type, name, name_localizations: names }) => [type, name, names!.fr])).toEqual([
      [1, 'show', 'voir'],
      [1, 'try', 'essayer'],
      [1, 'add', 'ajouter'],
      [1, 'change', 'modifier'],
      [1, 'remove', 'retirer'],
      [1, 'sector', 'secteur'],
    ])
    expect(named('why').options!.map(({ name, type }) => [name, type])).toEqual([['what', 3]])
  })

  test('options are typed, in the language of who types', () => {
    const [show, add] = named('mention').options!
    expect(show!.options).toMatchObject([
      { type: 4, name: 'number', name_localizations: { fr: 'numéro' }, required: true, min_value: 1 },
      { type: 3, name: 'to', name_localizations: { fr: 'à' } },
      { type: 3, name: 'later', name_localizations: { fr: 'rappel' } },
    ])
    expect(add!.options!.find(({ name }) => name === 'topic')).toMatchObject({ type: 3, autocomplete: true })
    expect(named('mentions').options!.find(({ name }) => name === 'mood')!.choices).toMatchObject([
      { value: 'negative', name: 'negative', name_localizations: { fr: 'négative' } },
      {},
      {},
    ])
  })

  test('what a window asks for need not be typed', () => {
    const add = named('watch').options!.find(({ name }) => name === 'add')!
    expect(add.options!.filter(({ required }) => required)).toEqual([])
    expect(named('why').options![0]!.required).toBe(true)
  })

  test('/vigie takes every command as text, and is for everybody', () => {
    expect(named('vigie')).toMatchObject({
      default_member_permissions: null,
      options: [{ name: 'line', type: 3 }],
    })
    expect(named('vigie').options![0]!.name_localizations).toMatchObject({ fr: 'ligne' })
  })

  test('members of the community do not see what is for the team; everything stands in servers alone', () => {
    expect(named('help').default_member_permissions).toBeNull()
    expect(named('watch').default_member_permissions).toBe(String(1 << 13))
    expect(named('setup').default_member_permissions).toBe(String(1 << 5))
    for (const one of registered) expect(one).toMatchObject({ contexts: [0], integration_types: [0] })
  })

  test('right-clicks are message commands, by their names', () => {
    expect(named('Report to Vigie', 3)).toMatchObject({ name_localizations: { fr: 'Signaler à Vigie' } })
    expect(named('Not about us', 3).options).toBeUndefined()
    expect(named('Draft a reply', 3)).toMatchObject({ name_localizations: { fr: 'Proposer une réponse' } })
    // Discord takes five of them; what reports a message comes first.
    const names = registered.filter(({ type }) => type === 3).map(({ name }) => name)
    expect(names.length).toBeLessThanOrEqual(5)
    expect(names[0]).toBe('Report to Vigie')
  })

  test('the same commands have the same hash, others another', () => {
    expect(hashOf(registrationOf(declared(commands)))).toBe(hashOf(registrationOf(all)))
    expect(hashOf(registrationOf(all.slice(1)))).not.toBe(hashOf(registrationOf(all)))
  })
})

test('commands that share their first word in one language share it in the other', () => {
  const one = (name: string, fr: string) =>
    command({ name, names: { fr }, about: 'help.about', for: 'member', options: {}, run: async () => ({}) })
  expect(() => registrationOf(declared([one('watch', 'veille'), one('watch try', 'guet essayer')]))).toThrow(
    'watch try and watch do not share',
  )
})

test('whatever commands come to be, they are registered within the limits', () => {
  const word = fc.stringMatching(/^[a-z]{2,12}$/)
  const kinds = [text, number, since, topic, mood]
  const options = fc
    .uniqueArray(fc.tuple(word, fc.constantFrom(...kinds), fc.boolean()), {
      maxLength: 8,
      selector: ([name]) => name,
    })
    .map((all) =>
      Object.fromEntries(
        all.map(([name, make, required]) => [
          name,
          { ...make({ en: [name], fr: [`${name}é`] }, 'mentions.words'), ...(required ? { required } : {}) },
        ]),
      ),
    )
  const made = fc
    .uniqueArray(fc.tuple(word, fc.option(word), options), {
      maxLength: 12,
      selector: ([noun, verb]) => `${noun} ${verb}`,
    })
    .map((all) =>
      all.map(([noun, verb, options]) =>
        command({
          name: verb === null ? noun : `${noun} ${verb}`,
          about: 'deliveries.about',
          for: 'staff',
          options,
          run: async () => ({}),
        }),
      ),
    )
  fc.assert(
    fc.property(made, (commands) => {
      fc.pre(!commands.some(({ name }) => name.endsWith(' show') || name === 'vigie'))
      expect(() => checkCommands(registrationOf(declared(commands)) as Registered[])).not.toThrow()
    }),
  )
})
