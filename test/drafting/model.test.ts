import { expect, test } from 'vitest'
import { modelOf, usualTimeout } from '../../src/drafting/model.ts'
import { Unavailable } from '../../src/model/oops.ts'
import { sayIn } from '../../src/texts/texts.ts'
import { type Answers, modelServer, refuses, says } from './model-server.ts'
import { characters, drafting } from './story.ts'

const ask = { rules: 'Be kind.', facts: '- Five years.', matter: 'DATA\n{}\nEND' }

async function modelAt(answer: Answers, { key = null as string | null, timeout = 8_000 } = {}) {
  const server = await modelServer(answer)
  const model = modelOf({ model: { url: server.url, name: 'small', key } }, { timeout })!
  return { ...server, model }
}

test('without an address there is no model', () => {
  expect(modelOf({ model: null })).toBeNull()
})

test('it is asked once, with its name and key, the rules apart from the matter, and no tools', async () => {
  const { model, calls } = await modelAt(says('Bonjour.'), { key: 'sk-secret' })
  expect(await model.write(ask)).toBe('Bonjour.')
  expect(calls).toMatchObject([
    {
      path: '/v1/chat/completions',
      key: 'Bearer sk-secret',
      body: {
        model: 'small',
        messages: [
          { role: 'system', content: 'Be kind.\nFacts that you may state:\n- Five years.' },
          { role: 'user', content: ask.matter },
        ],
      },
    },
  ])
  expect(calls[0]!.body.tools).toBeUndefined()
  expect(calls[0]!.body.max_tokens).toBeLessThanOrEqual(1000)
})

test('one that needs no key is asked without', async () => {
  const { model, calls } = await modelAt(says('Bonjour.'))
  await model.write(ask)
  expect(calls[0]!.key).toBeUndefined()
})

const never: Answers = () => {}
const endless: Answers = (_, response) => {
  response.setHeader('content-type', 'application/json')
  response.write('{"choices":[{"message":{"role":"assistant","content":"')
  const more = () => {
    while (!response.destroyed && response.write('a'.repeat(16_384))) {}
  }
  response.on('drain', more)
  more()
}
const dripping: Answers = (_, response) => {
  response.setHeader('content-type', 'application/json')
  response.write('{"choices":')
}
const html: Answers = (_, response) => {
  response.setHeader('content-type', 'text/html')
  response.end('<html><h1>Sign in to the hotel’s Wi-Fi</h1></html>')
}
const hangsUp: Answers = (_, response) => {
  response.destroy()
}
const odd =
  (body: string): Answers =>
  (_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(body)
  }

const mishaps: [what: string, answer: Answers, key: string, said: RegExp][] = [
  [
    'a wrong key',
    refuses(401, 'Incorrect API key provided: sk-secret'),
    'draft.model-key',
    /VIGIE_MODEL_KEY/,
  ],
  ['a key for something else', refuses(403), 'draft.model-key', /403/],
  [
    'a model that is not there',
    refuses(404, 'model "small" not found'),
    'draft.model-missing',
    /VIGIE_MODEL/,
  ],
  ['too many at once', refuses(429, 'slow down', { 'retry-after': '20' }), 'draft.model-busy', /busy/],
  ['an error of its own', refuses(500), 'draft.model-status', /500/],
  ['an overload', refuses(503), 'draft.model-status', /503/],
  ['a page for people', html, 'draft.model-unreadable', /VIGIE_MODEL_URL/],
  ['half an answer', odd('{"choices":[{"mess'), 'draft.model-unreadable', /expected/],
  ['another thing altogether', odd('{"choices":[]}'), 'draft.model-unreadable', /expected/],
  ['nothing', odd(''), 'draft.model-unreadable', /expected/],
  ['an answer without end', endless, 'draft.model-unreadable', /expected/],
  ['a line that is cut', hangsUp, 'draft.model-silent', /does not answer/],
]

test.each(mishaps)('%s is told in words, never in the far end’s', async (_, answer, key, said) => {
  const { model, calls } = await modelAt(answer, { key: 'sk-secret' })
  const error = await model.write(ask).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(Unavailable)
  expect(error).toMatchObject({ key })
  const { message, values } = error as Unavailable
  expect(message).not.toMatch(/sk-secret|Incorrect|hotel/)
  expect(sayIn('en').plain(key as never, values)).toMatch(said)
  expect(sayIn('fr').plain(key as never, values)).not.toMatch(/\{/)
  // Asked once: a person waits, and every question may cost.
  expect(calls).toHaveLength(1)
})

test('the key follows no redirect', async () => {
  const thief = await modelServer(says('Bonjour.'))
  const { model } = await modelAt(
    (_, response) => {
      response.writeHead(307, { location: `${thief.url}/chat/completions` })
      response.end()
    },
    { key: 'sk-secret' },
  )
  await expect(model.write(ask)).rejects.toMatchObject({ key: 'draft.model-silent' })
  expect(thief.calls).toEqual([])
})

test('nobody at the address', async () => {
  const model = modelOf({ model: { url: 'http://127.0.0.1:9/v1', name: 'small', key: null } })!
  await expect(model.write(ask)).rejects.toMatchObject({ key: 'draft.model-silent' })
})

test.each([
  ['that never answers', never],
  ['whose answer does not come to an end', dripping],
])('one %s is left after the time that a person waits', async (_, answer) => {
  const { model } = await modelAt(answer, { timeout: 150 })
  await expect(model.write(ask)).rejects.toMatchObject({ key: 'draft.model-slow' })
})

test('a person waits for eight seconds, no longer', async () => {
  expect(usualTimeout).toBe(8_000)
  expect(sayIn('fr').plain('draft.model-slow', { seconds: 8 })).toContain('8\u00a0s')
  const { model } = await modelAt(never, { timeout: 150 })
  const began = performance.now()
  await expect(model.write(ask)).rejects.toBeInstanceOf(Unavailable)
  expect(performance.now() - began).toBeGreaterThan(100)
})

test('whoever asked may give up sooner', async () => {
  const { model } = await modelAt(never)
  const leaving = new AbortController()
  const asked = model.write(ask, leaving.signal)
  leaving.abort()
  await expect(asked).rejects.toBeInstanceOf(Unavailable)
})

test('a slow model costs nobody the other drafts', async () => {
  const { model } = await modelAt(never, { timeout: 150 })
  const { drafts, note } = await drafting('Ma lampe Nimbus est en panne', { model })
  expect(note).toMatch(/^The language model proposed nothing: it did not answer within/)
  expect(drafts[0]!.how).toEqual({ is: 'canned', name: 'panne' })
})

test('an answer that was cut short ends with its last whole sentence', async () => {
  const long =
    'Bonjour Ravi, merci de votre message. Nous regardons ce qui s’est passé. Quel modèle avez-vous, et depuis combien de'
  const { model } = await modelAt(says(long, { finish: 'length' }))
  const { drafts } = await drafting('Ma lampe Nimbus est en panne', { model, limits: characters(80) })
  const written = drafts.find(({ how }) => how.is === 'model')!
  expect(written.text).toBe('Bonjour Ravi, merci de votre message. Nous regardons ce qui s’est passé.')
})
