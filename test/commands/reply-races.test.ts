import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { endReply } from '../../src/delivery/reply-life.ts'
import type { Team } from '../../src/model/team.ts'
import { minute } from '../../src/model/time.ts'
import { sameStore } from '../databases/open.ts'
import { newWorld } from '../world.ts'
import { broken, newReplyWorld, nimbusOnMastodon, sorry, withPolicy, words } from './reply-world.ts'

const people = [
  ...nimbusOnMastodon.people,
  ...['lea', 'jo', 'sam'].map((id) => ({
    ...{ id, name: id, role: 'approver' as const, locale: 'fr' as const },
    accounts: [{ chat: 'local' as const, workspace: 'local', user: id }],
  })),
]

/** A reply of Mia's that waits, seen by two processes on one store. */
async function newRace(number = 1) {
  const approvals = { number, by: 'approver' as const, rules: [] }
  const team: Team = { ...withPolicy({ approvals }), people: people.map((one) => ({ ...one })) }
  const world = await newReplyWorld({ teams: [team] })
  const mention = await world.heard(...broken)
  await world.mia.types(`/reply mention:${mention} saying:"${sorry}"`)
  const other = await newWorld({ teams: [team], store: await sameStore(world.store) })
  return { ...world, team, other, message: await world.asked() }
}

test('two people approve in the same second: both count where two are asked for, one is late where one is', async () => {
  const two = await newRace(2)
  const both = await Promise.all([
    two.noor.reacts('✅', two.message),
    two.other.somebody('lea', 'lea').reacts('✅', two.message),
  ])
  expect(both.map(words).sort()).toEqual([
    expect.stringMatching(/^(Approved|Validée)/),
    expect.stringMatching(/^(Votre validation compte ; il en faut encore 1|Your approval counts; 1 more)/),
  ])
  expect((await two.reply()).approvals.length).toBe(2)

  const one = await newRace()
  const answers = await Promise.all([
    one.noor.presses('Valider', one.message),
    one.other.somebody('lea', 'lea').presses('Valider', one.message),
  ])
  const late = answers.map(words).filter((said) => /^(La réponse 1 est déjà|Reply 1 is approved)/.test(said))
  expect(late.length).toBe(1)
  expect((await one.reply()).approvals.length).toBe(1)
})

test('the same person presses twice at once, in two processes: one approval', async () => {
  const { noor, other, message, reply } = await newRace(2)
  await Promise.all([noor.reacts('✅', message), other.noor.presses('Valider', message)])
  expect((await reply()).approvals.map(({ name }) => name)).toEqual(['Noor'])
  expect((await reply()).state).toBe('waiting')
})

test('two drafts for one mention at once: one of them waits, the other is told', async () => {
  const { heard, mia, other, store } = await newRace()
  const mention = await heard('Nimbus, toujours rien ?', { url: 'https://mamot.fr/@ravi/222222222222' })
  const said = await Promise.all([
    mia.types(`/reply mention:${mention} saying:"Un"`),
    other.noor.types(`/reply mention:${mention} saying:"Deux"`),
  ])
  expect(said.map(words).filter((one) => /encore ouverte|still open/.test(one)).length).toBe(1)
  expect((await store.replies.ofMention('nimbus', mention)).length).toBe(1)
})

test('whatever happens at once, nothing goes out that was not approved as it stands', async () => {
  // Often enough it goes out indeed.
  const deeds = [
    'approve',
    'approve',
    'approve',
    'approve',
    'publish',
    'edit',
    'stop',
    'take-back',
    'refuse',
    'publish',
    'expire',
  ] as const
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ deed: fc.constantFrom(...deeds), who: fc.constantFrom('noor', 'lea', 'jo', 'sam') }),
        {
          minLength: 2,
          maxLength: 9,
        },
      ),
      async (all) => {
        const { somebody, asked, reply, store, time, team, other } = await newRace(2)
        const shown = await asked()
        const went: string[] = []
        const act = async ({ deed, who }: (typeof all)[number], nth: number) => {
          const by = (nth % 2 === 0 ? { somebody } : other).somebody(who, who)
          if (deed === 'approve') return by.reacts('✅', shown)
          if (deed === 'take-back') return by.takesBack('✅', shown)
          const press = (action: string, values?: Record<string, string>) =>
            by.presses(
              'x',
              { ...shown, buttons: [{ action: `reply.${action}`, label: 'x', value: '1' }] },
              values,
            )
          if (deed === 'edit') return press('edit', { text: `Version de ${who}` })
          if (deed === 'stop') return press('stop')
          if (deed === 'refuse') return press('refuse', { why: 'non' })
          const begun = await store.replies.begin('nimbus', 1, time.now + minute)
          if (!begun) return
          went.push(begun.versions.at(-1)!.text)
          expect(begun.approvals.length).toBeGreaterThanOrEqual(2)
          expect(new Set(begun.approvals.map(({ person }) => person)).size).toBe(begun.approvals.length)
          const outcome = { is: 'published' as const, id: null, url: null }
          await store.together((store) => endReply(store, team, 1, outcome, time.now))
        }
        await Promise.all(all.map(act))
        expect(went.length).toBeLessThanOrEqual(1)
        // What has two approvals is version 1: nobody could have read another one.
        expect(went.filter((text) => text !== sorry)).toEqual([])
        expect(await store.trail.check('nimbus')).toMatchObject({ is: 'whole' })
        if (went.length === 1) expect((await reply()).state).toBe('published')
      },
    ),
    { numRuns: inject('postgres') ? 4 : 12 },
  )
}, 60_000)

test('a policy that asks for a higher role meanwhile counts no approval of a lower one', async () => {
  const { team, noor, somebody, message, reply } = await newRace(2)
  const [lea, jo] = ['lea', 'jo'].map((id) => somebody(id, id))
  await noor.reacts('✅', message)
  expect((await reply()).approvals.map(({ name }) => name)).toEqual(['Noor'])
  team.policy!.approvals.by = 'admin'
  for (const one of team.people) if (one.id === 'lea' || one.id === 'jo') one.role = 'admin'
  await lea!.reacts('✅', message)
  expect(await reply()).toMatchObject({ state: 'waiting', role: 'admin', approvals: [{ person: 'lea' }] })
  await jo!.reacts('✅', message)
  expect((await reply()).state).toBe('approved')
})
