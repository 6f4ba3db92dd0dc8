import pino from 'pino'
import { expect, test } from 'vitest'
import { moveMention } from '../../src/delivery/mention-life.ts'
import { usualPolicy } from '../../src/model/policy.ts'
import { readQuery } from '../../src/model/query.ts'
import type { Team } from '../../src/model/team.ts'
import { minute } from '../../src/model/time.ts'
import { newPublishing } from '../../src/schedule/publishing.ts'
import { broken, newReplyWorld, nimbusOnMastodon, sorry } from '../commands/reply-world.ts'
import { only } from '../publish/story.ts'

const day = 24 * 60 * minute

/** Mia's answer to Ravi, approved by Noor; `goes` says whether it went out by now. */
async function approved(more: Partial<Team> = {}) {
  const team: Team = {
    ...nimbusOnMastodon,
    people: nimbusOnMastodon.people.map((one) => ({ ...one })),
    policy: { ...usualPolicy },
    ...more,
  }
  const world = await newReplyWorld({ teams: [team] })
  const { store, clock } = world
  let went = 0
  const connectors = only({
    publish: async () => {
      went++
      return { id: '1', url: 'https://mamot.fr/@nimbus/1', answer: '' }
    },
    find: async () => 'unknown',
  })
  const publishing = newPublishing({
    ...{ store, teams: [team], connectors, clock, log: pino({ level: 'silent' }), done() {} },
    door: { get: never, post: never },
  })
  const mention = await world.heard(...broken)
  await world.mia.types(`/reply mention:${mention} saying:"${sorry}"`)
  await world.noor.reacts('✅', await world.asked())
  const later = async (ms: number) => {
    world.time.now += ms
    await publishing.look()
    return went
  }
  const setRole = (who: string, role: Team['people'][number]['role']) => {
    for (const one of team.people) if (one.id === who) one.role = role
  }
  return { ...world, team, mention, later, setRole }
}

const never = async (): Promise<never> => {
  throw new Error('nothing is asked of the network here')
}

test('somebody who may approve no more has let nothing out: it waits for approval again, and says why', async () => {
  const { later, setRole, reply, rang, noor, asked } = await approved()
  setRole('noor', 'staff')
  expect(await later(5 * minute)).toBe(0)
  expect(await reply()).toMatchObject({ state: 'waiting', approvals: [], goesAt: null })
  expect((await rang())[0]).toContain('une personne qui l’a validée n’en a plus le droit')
  setRole('noor', 'approver')
  await noor.presses('Valider', await asked())
  expect(await later(5 * minute)).toBe(1)
})

test('whoever the settings name no more has let nothing out; in doubt, as of a group, it goes', async () => {
  const gone = await approved()
  gone.team.people = gone.team.people.filter(({ id }) => id !== 'noor')
  expect(await gone.later(5 * minute)).toBe(0)

  const grouped = await approved({ groups: [{ group: 'slack:T012AB3CD/S061F7AUR', role: 'approver' }] })
  grouped.team.people = grouped.team.people.filter(({ id }) => id !== 'noor')
  expect(await grouped.later(5 * minute)).toBe(1)
})

test('somebody answered by hand, or ignored the mention: no second answer goes out by itself', async () => {
  for (const is of ['answered', 'ignored'] as const) {
    const { store, team, mention, time, later, reply, rang } = await approved()
    time.now += minute / 2
    await store.together(async (store) => {
      await store.turns.take()
      const found = (await store.mentions.get(team.name, mention))!
      const state = { is, by: 'Mia', id: 'mia', at: time.now }
      await moveMention(store, team, found, state, { by: { id: 'mia', name: 'Mia' }, now: time.now })
    })
    expect(await later(5 * minute)).toBe(0)
    expect((await reply()).state).toBe('waiting')
    expect((await rang())[0]).toContain(is === 'answered' ? 'a été traitée' : 'a été ignorée')
  }
})

test('what the policy forbids since it was approved does not go out', async () => {
  const { team, later, reply, rang } = await approved()
  const rule = { name: 'gift', words: readQuery('"lampe neuve"'), languages: null, why: { fr: 'x', en: 'x' } }
  team.policy = { ...usualPolicy, promises: [{ ...rule, do: 'refuse' }] }
  expect(await later(5 * minute)).toBe(0)
  expect((await reply()).state).toBe('waiting')
  expect((await rang())[0]).toContain('enfreint une règle')
})

test('after days without Vigie it goes out only when people could stop it once more', async () => {
  const { later, reply, rang, asked, clock } = await approved()
  expect(await later(3 * day)).toBe(0)
  const { state, goesAt } = await reply()
  expect(state).toBe('approved')
  expect(goesAt).toBeGreaterThanOrEqual(clock() + minute)
  expect((await rang())[0]).toContain('a pris du retard')
  expect((await asked()).buttons?.map(({ label }) => label)).toContain('Arrêter')
  expect(await later(goesAt! - clock())).toBe(1)

  const other = await approved()
  await other.later(3 * day)
  await other.mia.presses('Arrêter', await other.asked())
  expect(await other.later(day)).toBe(0)
})

test('a little late is not late', async () => {
  const { later } = await approved()
  expect(await later(12 * minute)).toBe(1)
})
