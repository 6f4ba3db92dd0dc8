import { expect, test } from 'vitest'
import { endReply } from '../../src/delivery/reply-life.ts'
import { newest, type PublishOutcome } from '../../src/model/reply.ts'
import { minute } from '../../src/model/time.ts'
import { nimbus, read } from '../world.ts'
import { broken, newReplyWorld, nimbusOnMastodon, sorry, withPolicy, words } from './reply-world.ts'

/** Mia drafted a reply to Ravi; `goesOut` is what its network then says. */
async function drafted(team = nimbusOnMastodon, text = sorry) {
  const world = await newReplyWorld({ teams: [team] })
  const mention = await world.heard(...broken)
  const said = await world.mia.types(`/reply mention:${mention} saying:"${text}"`)
  const goesOut = async (outcome: PublishOutcome) => {
    world.time.now += minute
    expect(await world.store.replies.begin('nimbus', 1, world.time.now)).toMatchObject({
      state: 'publishing',
    })
    return world.store.together((store) => endReply(store, team, 1, outcome, world.time.now))
  }
  return { ...world, mention, said, goesOut }
}

test('a reply goes out once a second person approves it', async () => {
  const { mia, noor, said, mention, asked, alert, rang, reply, time, store, goesOut } = await drafted()
  expect(words(said)).toBe('La réponse 1 attend une validation dans #e-reputation.')
  const message = await asked()
  expect(words(message)).toMatch(/^Réponse 1 à valider\nravi · Mastodon a écrit :\n/)
  expect(words(message)).toContain(`Réponse, version 1, par Mia :\n${sorry.replace(' !', ' !')}`)
  expect(words(message)).toContain('Attend 1 validation du rôle « valideur » ou au-dessus')
  expect(words(await alert(mention))).toContain('Réponse: La réponse 1 attend une validation')
  expect(words(await alert(mention))).toContain('Suivi: Prise en charge par Mia à 14:30')

  expect(words(await mia.reacts('✅', message))).toBe(
    'Quelqu’un d’autre doit valider une réponse que vous avez écrite.',
  )
  expect(words(await noor.reacts('✅', message))).toBe(
    'Approved. It goes out at 14:31; until then “Stop it” stops it.',
  )
  expect((await rang())[0]).toMatch(/Validée par Noor : elle part à 14:31/)
  expect(words(await asked())).toContain('Part à 14:31 depuis nimbus@mamot.fr.')
  expect(await store.replies.due(time.now, ['nimbus'])).toEqual([])

  time.now += 13 * minute
  expect(await store.replies.due(time.now, ['nimbus'])).toEqual([{ team: 'nimbus', reply: 1 }])
  await goesOut({ is: 'published', id: '1', url: 'https://mamot.fr/@nimbus/1' })
  expect((await rang())[0]).toMatch(
    /^📣 Publiée : https:\/\/mamot.fr\/@nimbus\/1\nRegistre : \d+:[0-9a-f]{12}$/,
  )
  expect(words(await asked())).toMatch(/Publiée à 14:44, 14 minutes après avoir été entendue/)
  expect((await reply()).published).toMatchObject({ url: 'https://mamot.fr/@nimbus/1' })
  const told = words(await alert(mention))
  expect(told).toContain('Réponse: Répondu en 14 minutes par Mia, validé par Noor · La voir en ligne')
  expect(told).toContain('Suivi: Réponse faite par Mia à 14:44')
  expect((await asked()).buttons).toEqual([])
})

test('an edit makes the approvals of the version before void, and shows word by word what changed', async () => {
  const { mia, noor, asked, rang, reply, time } = await drafted()
  const first = await asked()
  await noor.presses('Valider', first)
  expect((await reply()).state).toBe('approved')
  time.now += 10_000
  const form = await mia.presses('Modifier', await asked(), { text: sorry.replace('neuve', 'toute neuve') })
  expect(words(form)).toMatch(/La version 2 attend une validation/)
  expect(await reply()).toMatchObject({ state: 'waiting', approvals: [], goesAt: null, key: null })
  expect((await rang())[0]).toMatch(/Mia a modifié la réponse : c’est la version 2[\s\S]*\+toute/)
  const second = await asked()
  expect(words(second)).toMatch(
    /Ce qui change depuis la version 1: Toutes nos excuses ! Une lampe \+toute neuve part/,
  )
  expect(words(second)).toMatch(/Versions: 2. par Mia à 14:30\n1. par Mia à 14:30/)

  const all = words(await noor.presses('Versions', second))
  expect(all).toMatch(
    /^Every version of reply 1\nVersion 2, by Mia\n[\s\S]*\+toute[\s\S]*Version 1, by Mia\n/,
  )
  expect(all).toContain(sorry.replace('neuve', 'toute neuve'))

  // The button of the message as it stood before counts for nothing, nor does a reaction before anybody could read it.
  expect(words(await noor.presses('Valider', first))).toMatch(/Mia has changed the text since/)
  expect(words(await noor.reacts('✅', second))).toMatch(/changed the text a moment ago/)
  expect((await reply()).approvals).toEqual([])
  time.now += 5_000
  expect(words(await noor.reacts('✅', second))).toMatch(/^Approved/)
  expect((await reply()).approvals.map(({ name }) => name)).toEqual(['Noor'])
})

test('a reaction counts for a new text only once the chat shows it, however long that takes', async () => {
  const { mia, noor, asked, reply, time, living } = await drafted()
  const message = await asked()
  await mia.presses('Modifier', message, { text: 'Un autre texte.' })
  time.now += minute
  expect(words(await noor.reacts('✅', message))).toMatch(/changed the text a moment ago/)
  await living.look()
  expect(words(await noor.reacts('✅', message))).toMatch(/changed the text a moment ago/)
  await asked()
  expect(words(await noor.reacts('✅', message))).toMatch(/changed the text a moment ago/)
  time.now += 2_000
  expect(words(await noor.reacts('✅', message))).toMatch(/^Approved/)
  expect((await reply()).approvals.length).toBe(1)
})

test('the window opens with the text that the message shows', async () => {
  const { bot, mia, noor, asked, time } = await drafted()
  const message = await asked()
  const { action, value } = message.buttons!.find(({ label }) => label === 'Modifier')!
  const account = { chat: 'local' as const, workspace: 'local', user: 'noor' }
  const by = { chat: 'local' as const, account, name: 'Noor', channel: 'e-reputation', at: time.now }
  const heard = { ...by, kind: 'button' as const, action, value: value!, about: message.about! }
  const { form } = bot.before(heard)
  expect((await bot.fill!(heard, form!)).inputs[0]).toMatchObject({ name: 'text', value: sorry })
  // A reaction cannot open a window: its answer brings the button that does.
  const answer = await noor.reacts('✏️', message)
  expect(answer.quiet).toBe(true)
  const [button] = answer.buttons!
  const pressed = { ...heard, action: button!.action, value: button!.value!, about: answer.about! }
  expect((await bot.fill!(pressed, bot.before(pressed).form!)).inputs[0]!.value).toBe(sorry)
  await noor.presses('Edit', answer, { text: 'Nous vous écrivons tout de suite.' })
  expect(words(await asked())).toContain('Réponse, version 2, par Noor')
  expect(words(await mia.presses('Valider', message))).toMatch(/Noor a modifié le texte/)
})

test('who edits what somebody else has changed meanwhile loses no word', async () => {
  const { mia, noor, asked, reply } = await drafted()
  const message = await asked()
  await noor.presses('Modifier', message, { text: 'La version de Noor.' })
  const answer = await mia.presses('Modifier', message, { text: 'La version de Mia, longuement pesée.' })
  expect(words(answer)).toMatch(/Noor a modifié le texte pendant[\s\S]*La version de Mia, longuement pesée\./)
  expect(newest(await reply()).text).toBe('La version de Noor.')
  // Whoever wrote the newest version is its author: Mia may approve Noor's.
  expect(words(await mia.presses('Valider', await asked()))).toMatch(/^Validée/)
})

test('a refusal says why, where its author reads it; the reply can be taken up again', async () => {
  const { mia, noor, asked, alert, mention, rang, reply } = await drafted()
  const asks = await noor.reacts('❌', await asked())
  expect(words(asks)).toMatch(/window|form|button/i)
  await noor.presses('Refuse', asks, { why: 'Trop sec : dites-lui quand elle arrive.' })
  expect((await rang())[0]).toBe('❌ Noor a refusé la réponse : « Trop sec : dites-lui quand elle arrive. »')
  expect(words(await asked())).toMatch(/Refusée par Noor à 14:30 : « Trop sec/)
  expect(words(await alert(mention))).toContain('La réponse 1 a été refusée')
  expect(
    words(
      await noor.presses(
        'Edit',
        { ...asks, buttons: (await asked()).buttons!.map((one) => ({ ...one, label: 'Edit' })) },
        { text: sorry },
      ),
    ),
  ).toMatch(/same text/)
  await mia.presses('Modifier', await asked(), { text: `${sorry} Elle arrive mardi.` })
  expect((await reply()).state).toBe('waiting')
  expect(words(await asked())).toContain('Réponse 1 à valider')
})

test('an approval taken back before it goes out counts as taken back; afterwards it is too late', async () => {
  const { noor, ravi, asked, rang, reply, goesOut } = await drafted()
  const message = await asked()
  await noor.reacts('✅', message)
  expect(words(await noor.takesBack('✅', message))).toBe('Your approval is taken back; it does not go out.')
  expect(await reply()).toMatchObject({ state: 'waiting', approvals: [], goesAt: null })
  expect((await rang())[0]).toMatch(/Noor a repris sa validation avant le départ/)
  // Somebody else's reaction taken away is nothing to us.
  await noor.reacts('✅', message)
  await ravi.takesBack('✅', message)
  expect((await reply()).state).toBe('approved')
  // Twice the same reaction is one approval.
  expect(words(await noor.reacts('✅', message))).toBe('You have approved this version already.')
  await goesOut({ is: 'published', id: null, url: null })
  expect(words(await noor.takesBack('✅', message))).toMatch(/^$|too late|published already/)
  expect((await reply()).state).toBe('published')
  expect(words(await noor.reacts('✅', message))).toMatch(/published already/)
})

test('in its grace time anybody of the team stops it, and it has to be approved anew', async () => {
  const { mia, noor, asked, rang, reply, store, time } = await drafted()
  await noor.presses('Valider', await asked())
  const { key } = await reply()
  await mia.presses('Arrêter', await asked())
  expect((await rang())[0]).toMatch(/Mia a arrêté la réponse avant son départ/)
  time.now += 10 * minute
  expect(await store.replies.due(time.now, ['nimbus'])).toEqual([])
  expect(await store.replies.begin('nimbus', 1, time.now)).toBeNull()
  await noor.presses('Valider', await asked())
  // The same version goes by the same name, so that a network could tell a repeat.
  expect((await reply()).key).toBe(key)
  expect(
    words(
      await mia.presses('Valider', {
        ...(await asked()),
        buttons: [{ action: 'reply.approve', label: 'Valider', value: '1' }],
      }),
    ),
  ).toMatch(/déjà validée/)
})

test('as many different people approve as the policy asks, each once, with whichever account', async () => {
  const two = withPolicy({ approvals: { number: 2, by: 'staff', rules: [] } })
  const lea = {
    ...{ id: 'lea', name: 'Léa', role: 'staff' as const, locale: 'fr' as const },
    accounts: [{ chat: 'local' as const, workspace: 'local', user: 'lea' }],
  }
  const { noor, somebody, store, asked, reply, time } = await drafted({
    ...two,
    people: [...two.people, lea],
  })
  // Noor has a second account, which she joined by herself.
  const other = { chat: 'local' as const, workspace: 'local', user: 'noor-at-home' }
  await store.people.meet({ chat: 'local', workspace: 'local', user: 'noor' }, 'Noor', 'en', time.now)
  await store.people.meet(other, 'Noor', 'en', time.now)
  await store.people.join({ chat: 'local', workspace: 'local', user: 'noor' }, other)
  await store.setUp.putRole('nimbus', { who: 'local:local/noor-at-home', name: 'Noor' }, 'staff', {
    by: 'Mia',
    at: time.now,
  })
  const message = await asked()
  expect(words(await noor.reacts('✅', message))).toBe('Your approval counts; 1 more is needed.')
  expect(words(await somebody('noor-at-home', 'Noor').reacts('✅', message))).toBe(
    'You have approved this version already.',
  )
  expect(words(await asked())).toMatch(/Validations: Noor à 14:30 · 1 sur 2/)
  expect(words(await somebody('lea', 'Léa').reacts('✅', message))).toMatch(/^Validée. Elle part à 14:31/)
  expect((await reply()).approvals.map(({ name }) => name)).toEqual(['Noor', 'Léa'])
})

test('a lone community manager may allow themselves, as long as nobody else could', async () => {
  const alone = withPolicy({ alone: true })
  const only = await drafted({ ...alone, people: [nimbus.people[0]!] })
  expect(words(await only.asked())).toMatch(/son auteur peut la donner/)
  expect(words(await only.mia.reacts('✅', await only.asked()))).toMatch(/^Validée/)

  const withNoor = await drafted(alone)
  expect(words(await withNoor.mia.reacts('✅', await withNoor.asked()))).toMatch(/Quelqu’un d’autre/)
})

test('the role counts that somebody has at that moment', async () => {
  const { noor, theo, asked, reply } = await drafted({
    ...nimbusOnMastodon,
    people: nimbus.people.map((one) => (one.id === 'noor' ? { ...one, role: 'staff' as const } : one)),
  })
  const message = await asked()
  expect(words(await noor.reacts('✅', message))).toMatch(/takes an approval by the role “approver”/)
  expect(words(await theo.reacts('✅', message))).toMatch(/role “staff”/)
  expect((await reply()).approvals).toEqual([])
})

test('who lost the role since can take their approval back, and give none again', async () => {
  const people = nimbus.people.map((one) => ({ ...one }))
  const { noor, asked, reply } = await drafted({ ...nimbusOnMastodon, people })
  await noor.reacts('✅', await asked())
  people.find(({ id }) => id === 'noor')!.role = 'member'
  await noor.takesBack('✅', await asked())
  expect((await reply()).state).toBe('waiting')
  expect(words(await noor.reacts('✅', await asked()))).toMatch(/This takes the role/)
})

test('nobody approves what breaks a rule that lets nothing pass', async () => {
  const { said, noor, mia, asked, reply } = await drafted(
    nimbusOnMastodon,
    'Écrivez à paul.martin@gmail.com, il vous répond.',
  )
  expect(words(said)).toMatch(/Elle enfreint une règle qui ne laisse rien passer/)
  expect(words(await asked())).toMatch(/Charte: [\s\S]*données personnelles/)
  expect(words(await noor.reacts('✅', await asked()))).toMatch(
    /breaks a rule that lets nothing pass: personal data/,
  )
  await mia.presses('Modifier', await asked(), { text: 'Écrivez-nous, on vous répond.' })
  expect(words(await noor.presses('Valider', await asked()))).toMatch(/^Approved/)
  expect((await reply()).state).toBe('approved')
})

test('a draft of 20,000 characters is refused, with what to do; so is an empty one', async () => {
  const { said, mia, mention, store } = await drafted(nimbusOnMastodon, 'a'.repeat(20_000))
  expect(words(said)).toMatch(/compte 20 000 caractères ; \d+ tiennent là-bas\. Raccourcissez-la de/)
  expect(words(await mia.types(`/reply mention:${mention} saying:"   "`))).toMatch(/Réponses possibles/)
  expect(await store.replies.ofMention('nimbus', mention)).toEqual([])
})

test('where no account of the brand answers, a person publishes it and says where', async () => {
  const { mia, noor, asked, alert, mention, rang, reply, time } = await drafted(nimbus)
  expect(words(await noor.presses('Valider', await asked()))).toMatch(/somebody publishes it by hand/)
  expect((await rang())[0]).toMatch(/Validée par Noor : à publier à la main/)
  const message = await asked()
  expect(words(message)).toMatch(
    /Réponse 1 à publier à la main[\s\S]*1\. Copiez le texte[\s\S]*Une répétition/,
  )
  expect(words(await mia.presses('C’est fait', message, { where: 'sur Mastodon' }))).toMatch(
    /« sur Mastodon » n’est pas une adresse/,
  )
  time.now += 14 * minute
  await mia.presses('C’est fait', message, { where: 'https://mamot.fr/@nimbus/7' })
  expect(await reply()).toMatchObject({
    state: 'published',
    published: { url: 'https://mamot.fr/@nimbus/7' },
  })
  expect(words(await alert(mention))).toContain('Répondu en 14 minutes par Mia, validé par Noor')
})

test('what nobody knows is left to a person: it went out, or it did not', async () => {
  const { mia, noor, theo, asked, rang, reply, store, time, goesOut } = await drafted()
  await noor.presses('Valider', await asked())
  await goesOut({ is: 'unsure', why: 'no answer after 30 s' })
  expect((await rang())[0]).toMatch(/Personne ne sait si elle est partie : no answer after 30 s/)
  const message = await asked()
  expect(words(message)).toMatch(/elle n’est jamais renvoyée toute seule/)
  expect(await store.replies.due(time.now, ['nimbus'])).toEqual([])
  expect(words(await theo.presses('Non\u00a0: la renvoyer', message))).toMatch(/role/)
  await noor.presses('Non\u00a0: la renvoyer', message)
  expect(await reply()).toMatchObject({ state: 'approved', goesAt: time.now })
  await goesOut({ is: 'unsure', why: 'no answer after 30 s' })
  await mia.presses('Elle est partie', await asked(), { where: '' })
  expect(await reply()).toMatchObject({ state: 'published', published: { url: null } })
})

test('what the network refuses is tried again, or changed, or published by hand', async () => {
  const { mia, noor, asked, rang, reply, goesOut, time } = await drafted()
  await noor.presses('Valider', await asked())
  await goesOut({ is: 'later', at: time.now + 10 * minute, why: 'asked to wait' })
  expect(words(await asked())).toMatch(/Part à 14:40 depuis nimbus@mamot.fr : asked to wait/)
  time.now += 10 * minute
  await goesOut({ is: 'stuck', why: 'the post is gone' })
  expect((await rang())[0]).toMatch(/La publication n’a pas pu se faire : the post is gone/)
  await noor.presses('Réessayer', await asked())
  expect((await reply()).state).toBe('approved')
  await goesOut({ is: 'stuck', why: 'the post is gone' })
  await mia.presses('Je la publie à la main', await asked())
  expect(words(await asked())).toMatch(/1\. Copiez le texte/)
})

test('one answer at a time: a second one waits for the first, and what its author wants no more is withdrawn', async () => {
  const { mia, noor, mention, asked, alert, reply } = await drafted()
  expect(words(await noor.types(`/reply mention:${mention} saying:"Another"`))).toMatch(
    /Reply 1 to this mention is still open/,
  )
  expect((await alert(mention)).buttons!.map(({ label }) => label)).not.toContain('Proposer une réponse')
  expect(words(await noor.presses('Retirer', await asked()))).toMatch(/Mia wrote it: only they withdraw it/)
  await mia.presses('Retirer', await asked())
  expect((await reply()).state).toBe('withdrawn')
  expect(words(await asked())).toMatch(/Retirée par Mia à 14:30/)
  expect(words(await noor.types(`/reply mention:${mention} saying:"Another"`))).toMatch(/^Reply 2 waits/)
})

test('half of its time over, Vigie asks again; at the end it expires, and can be taken up again', async () => {
  const { mia, asked, rang, replies, reply, time, mention, alert } = await drafted(
    withPolicy({ expires: 60 * minute }),
  )
  time.now += 29 * minute
  await replies.look()
  expect(await rang()).toEqual([])
  time.now += minute
  await replies.look()
  await replies.look()
  expect(await rang()).toEqual(['⏳ Cette réponse attend toujours une validation. Elle expire à 15:30.'])
  time.now += 30 * minute
  await replies.look()
  expect((await rang())[0]).toMatch(/Personne n’a validé cette réponse à temps/)
  expect((await reply()).state).toBe('expired')
  expect(words(await alert(mention))).toContain('La réponse 1 a expiré')
  await mia.presses('Modifier', await asked(), { text: `${sorry} Encore pardon.` })
  expect(await reply()).toMatchObject({
    state: 'waiting',
    remindedAt: null,
    expiresAt: time.now + 60 * minute,
  })
})

test('/why tells the whole story of what was answered', async () => {
  const { mia, noor, mention, asked, goesOut, time } = await drafted()
  time.now += 10_000
  await mia.presses('Modifier', await asked(), { text: `${sorry} Pardon.` })
  time.now += 10_000
  await noor.presses('Valider', await asked())
  await goesOut({ is: 'published', id: '1', url: 'https://mamot.fr/@nimbus/1' })
  const why = words(await mia.types(`/pourquoi ${mention}`))
  expect(why).toMatch(
    /Réponse 1: 14:30 Mia l’a proposée\n14:30 Mia a écrit la version 2\n14:30 Noor a validé la version 2\n14:31 Vigie a demandé au réseau de la publier\n14:31 publiée https:\/\/mamot.fr\/@nimbus\/1\nRegistre : \d+:/,
  )
})

test('the mention may be gone meanwhile: nobody approves an answer to what is no longer kept', async () => {
  const { noor, mia, asked, store, time, reply, living } = await drafted()
  const message = await asked()
  await store.posts.forget(time.now + 4000 * 24 * 60 * minute)
  expect(words(await noor.reacts('✅', message))).toMatch(/There is no mention/)
  await store.living.touch('nimbus', 'reply:1', { soon: true })
  await living.look()
  expect(words(await asked())).toContain('Ce à quoi elle répond n’est plus conservé.')
  await mia.presses('Retirer', message)
  expect((await reply()).state).toBe('withdrawn')
})

test('what somebody sends who means no good is answered, and changes nothing', async () => {
  const { mia, noor, theo, asked, reply, mention, time } = await drafted()
  const message = await asked()
  for (const about of ['reply:', 'reply:x', 'reply:999', 'reply:1.1', 'reply:1e0', 'reply:-1'])
    expect(read(await noor.reacts('✅', { ...message, about }))).not.toBe('')
  for (const value of ['2', '-1', 'NaN', '1e9'])
    expect(
      read(
        await noor.presses('Valider', {
          ...message,
          buttons: [{ action: 'reply.approve', label: 'Valider', value }],
        }),
      ),
    ).not.toMatch(/^Approved/)
  expect((await reply()).approvals).toEqual([])
  time.now += 11_000
  expect(words(await theo.presses('Refuser', message, { why: 'x' }))).toMatch(/role/)
  expect(words(await noor.presses('Refuser', message, { why: '  ' }))).toMatch(/Why/)
  expect(words(await mia.types('/reply mention:99999 saying:x'))).toMatch(/pas de mention 99999/)
  expect(words(await mia.types(`/reply mention:${mention}`))).toMatch(/Réponses possibles/)
  expect(mia.before('/reply').form?.inputs.map(({ name }) => name)).toEqual(['mention', 'saying'])
  expect(words(await noor.types('/répondre'))).toMatch(/Name the mention/)
})

test('a crisis holds back what was approved, says so, and lets it go on', async () => {
  const { noor, asked, replies, reply, store, time } = await drafted()
  const incident = await store.incidents.open(
    'nimbus',
    {
      ...{ cause: 'hand', topic: null, title: 'Rappel de lampes', severity: 'grave', drill: false },
      ...{ places: [], seen: [], from: time.now, openedBy: 'Mia', plan: [] },
    },
    time.now,
  )
  await noor.presses('Valider', await asked())
  time.now += 2 * minute
  await replies.look()
  await replies.look()
  expect(words(await asked())).toContain(`Validée et retenue : la crise ${incident} est ouverte.`)
  expect((await reply()).state).toBe('approved')
  await store.incidents.resume(incident, 'Mia', time.now)
  await replies.look()
  expect(words(await asked())).toContain('Part à 14:31 depuis nimbus@mamot.fr')

  const byHand = await drafted(nimbus)
  await byHand.noor.presses('Valider', await byHand.asked())
  await byHand.store.incidents.open(
    'nimbus',
    {
      ...{ cause: 'hand', topic: null, title: 'Rappel de lampes', severity: 'grave', drill: false },
      ...{ places: [], seen: [], from: time.now, openedBy: 'Mia', plan: [] },
    },
    time.now,
  )
  await byHand.replies.look()
  expect(words(await byHand.asked())).toContain('ne publiez rien avant qu’elle laisse reprendre')
})

test('an agency’s client approves in a workspace of their own', async () => {
  const account = { chat: 'slack' as const, workspace: 'T0ACME', user: 'U0LOU' }
  const lou = {
    id: 'lou',
    name: 'Lou',
    role: 'approver' as const,
    locale: 'fr' as const,
    accounts: [account],
  }
  const elsewhere = { chat: 'slack/acme' as const, channel: 'validations' }
  const agency = { ...withPolicy({ approvalsAlso: [elsewhere] }), people: [...nimbus.people, lou] }
  const { somebody, store, asked, said, reply } = await drafted(agency)
  expect(words(said)).toContain('#e-reputation, #validations')
  const message = await asked()
  expect((await store.living.places('nimbus', 'reply:1')).map(({ place }) => place)).toContainEqual(elsewhere)
  const inAcme = somebody('U0LOU', 'Lou', { chat: 'slack/acme', account, channel: 'validations' })
  expect(words(await inAcme.reacts('✅', message))).toMatch(/^Validée/)
  expect((await reply()).approvals).toMatchObject([{ name: 'Lou', account }])
  // Elsewhere in that workspace the agency's team is nobody's.
  const general = somebody('U0LOU', 'Lou', { chat: 'slack/acme', account, channel: 'general' })
  expect(words(await general.types('/mentions'))).not.toMatch(/Dernières mentions|Mentions/)
})

test('a reaction is the same in any skin and with or without its colours', async () => {
  const { noor, asked, reply } = await drafted()
  expect((await noor.reacts('✏', await asked())).buttons).toMatchObject([
    { action: 'reply.edit', value: '1' },
  ])
  expect(await noor.reacts('👍🏽', await asked())).toEqual({ text: undefined })
  await noor.reacts('✅🏿', await asked())
  expect((await reply()).state).toBe('approved')
  await noor.takesBack('✅🏿', await asked())
  expect((await reply()).state).toBe('waiting')
})
