import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHook } from '../../src/sources/hooks/index.ts'
import { acmeWith, settingsOf } from './world.ts'

// What docs/webhooks.md shows works as it stands there.

const whsec = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const env = {
  ...{ ACME_META: 'app-secret', ACME_META_VERIFY: 'the word', ACME_FORUM_HOOK: 'secret of the forum' },
  ...{ ACME_BLOG_HOOK: whsec, ACME_X_CONSUMER_SECRET: 'consumer secret', ACME_CRM_HOOK: whsec },
  ...{ ACME_TRUSTPILOT: 't'.repeat(24), ACME_MAIL_TOKEN: 't'.repeat(24) },
  ...{ VIGIE_PUBLIC_PORT: '8443', VIGIE_PUBLIC_URL: 'https://vigie.acme.example' },
}

test.each(['docs/webhooks.md', 'docs/webhooks.fr.md'])(
  '%s: its settings are right, its payloads are read',
  async (file) => {
    const blocks = [...readFileSync(file, 'utf8').matchAll(/^```(yaml|json)\n([\s\S]*?)^```/gm)]
    const textOf = (kind: string) => blocks.filter(([, one]) => one === kind).map(([, , text = '']) => text)
    const hooks = textOf('yaml')
      .map((text) => text.replace(/^(?:#.*|webhooks:)\n/gm, ''))
      .join('')
    const payloads = textOf('json').map((text): unknown => JSON.parse(text))
    const trustpilot = payloads.find((one) => Object.hasOwn(one as object, 'events'))
    const { teams, problems } = await settingsOf(
      {
        'teams/acme/team.yaml': `${acmeWith()}webhooks:\n${hooks}`,
        'teams/acme/trustpilot.json': JSON.stringify({
          // The page shortens it.
          ...(trustpilot as { events: { eventData: object }[] }),
          events: (trustpilot as { events: { eventData: object }[] }).events.map((one) => ({
            ...one,
            eventData: { ...one.eventData, link: 'https://www.trustpilot.com/reviews/53bf' },
          })),
        }),
      },
      env,
    )
    expect(problems).toEqual([])
    const all = teams[0]!.webhooks!
    expect(all.map(({ kind }) => kind)).toEqual([
      'meta',
      'discourse',
      'wordpress',
      'x',
      'reviews',
      'mail',
      'standard',
    ])
    const kinds = ['meta', 'discourse', 'github', 'x', 'reviews', 'standard'] as const
    expect(payloads).toHaveLength(kinds.length)
    for (const [at, kind] of kinds.entries()) {
      const hook = { ...(all.find((one) => one.kind === kind) ?? all[0]!), kind }
      const told = { event: 'post_created', type: 'application/json' }
      const read = readHook(hook, Buffer.from(JSON.stringify(payloads[at])), told)
      expect([kind, 'events' in read && read.events.length]).toEqual([kind, 1])
    }
  },
)
