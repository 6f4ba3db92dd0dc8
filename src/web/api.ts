import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Oops } from '../model/oops.ts'
import texts from '../texts/workspace.ts'
import { answers, carried, channelOf, personOf, shape, word, writing, yesOrNo } from './asked.ts'
import type { Pressed, Workspace } from './workspace.ts'

/** What the page asks for and does, as JSON; `as` in the query says who one is. */
export function addApi(app: FastifyInstance, workspace: Workspace) {
  addReads(app, workspace)
  addFiles(app, workspace)
  app.register(async (writes) => {
    writes.addHook('preParsing', jsonOnly)
    addWrites(writes, workspace)
  })
}

function addReads(app: FastifyInstance, workspace: Workspace) {
  app.get<Asked>('/api/start', { schema: { querystring: shape({}, { as: word }) } }, async ({ query }) => {
    const cast = workspace.cast()
    const me = query.as === undefined ? cast[0] : personOf(workspace, query.as)
    if (!me) throw new Oops('workspace.no-person', { user: '' })
    return { me, cast, channels: workspace.channels(me.user), texts: pageTexts(me.locale) }
  })

  type Reading = { Querystring: { as: string; channel: string; before?: string } }
  const reading = { schema: { querystring: shape({ as: word, channel: word }, { before: word }) } }
  app.get<Reading>('/api/history', reading, async ({ query }) => {
    const { user, channel } = where(workspace, query.as, query.channel)
    return { messages: await workspace.history(user, channel, { before: query.before, most: pageful }) }
  })
  app.get<Reading>('/api/offers', reading, async ({ query }) => {
    const { user, channel } = where(workspace, query.as, query.channel)
    return { offers: workspace.offers(user, channel), actions: workspace.messageActions(user, channel) }
  })
}

type FileAsked = { Querystring: { as: string; channel: string; message: string; nth: number } }

/** Pictures are shown, all else is handed over to be kept: no file of a message is ever opened as a page. */
function addFiles(app: FastifyInstance, workspace: Workspace) {
  const nth = { type: 'string', pattern: '^[0-9]$' }
  const asking = { schema: { querystring: shape({ as: word, channel: word, message: word, nth }) } }
  app.get<FileAsked>('/api/file', asking, async ({ query }, reply) => {
    const { user, channel } = where(workspace, query.as, query.channel)
    const { name, type, base64 } = await workspace.file(user, channel, query.message, Number(query.nth))
    const shown = pictures.includes(type)
    return reply
      .type(shown ? type : 'application/octet-stream')
      .header(
        'content-disposition',
        `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .send(Buffer.from(base64, 'base64'))
  })
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

function addWrites(app: FastifyInstance, workspace: Workspace) {
  const taking = (body: object) => ({ schema: { querystring: shape({ as: word }), body } })

  type Typed = Asked & { Body: { channel: string; text: string; thread?: string } }
  const typed = taking(shape({ channel: word, text: writing }, { thread: word }))
  app.post<Typed>('/api/type', typed, async ({ query, body }) => {
    const { user, channel } = where(workspace, query.as!, body.channel)
    return workspace.type(user, channel, body.text, body.thread)
  })

  type Press = Asked & { Body: { channel: string; message: string } & Pressed }
  const press = taking(
    shape({ channel: word, message: word, action: word }, { value: carried, about: carried }),
  )
  app.post<Press>('/api/press', press, async ({ query, body: { channel, message, ...button } }) => {
    const { user } = where(workspace, query.as!, channel)
    return workspace.press(user, channel, message, button)
  })

  type OnMessage = Asked & { Body: { channel: string; message: string; action: string } }
  const onMessage = taking(shape({ channel: word, message: word, action: word }))
  app.post<OnMessage>('/api/act', onMessage, async ({ query, body }) => {
    const { user, channel } = where(workspace, query.as!, body.channel)
    return workspace.actOn(user, channel, body.message, body.action)
  })

  type Submitted = Asked & { Body: { token: string; values: Record<string, string> } }
  const token = { type: 'string', minLength: 1, maxLength: 20_000 }
  app.post<Submitted>('/api/submit', taking(shape({ token, values: answers })), async ({ query, body }) => {
    await workspace.submit(personOf(workspace, query.as!).user, body.token, body.values)
    return {}
  })

  type Reacted = Asked & { Body: { channel: string; message: string; emoji: string; on: boolean } }
  const emoji = { type: 'string', minLength: 1, maxLength: 32 }
  const reacted = taking(shape({ channel: word, message: word, emoji, on: yesOrNo }))
  app.post<Reacted>('/api/react', reacted, async ({ query, body }) => {
    const { user, channel } = where(workspace, query.as!, body.channel)
    await workspace.react(user, channel, body.message, body.emoji, body.on)
    return {}
  })
}

type Asked = { Querystring: { as?: string } }

/** Messages that the page shows at first, and adds each time more are wanted. */
const pageful = 50

const where = (workspace: Workspace, as: string, channel: string) => {
  const { user } = personOf(workspace, as)
  return { user, channel: channelOf(workspace, user, channel) }
}

/** A form that another page sends can be text or fields, never JSON without the browser asking first. */
async function jsonOnly({ headers }: FastifyRequest) {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new Oops('workspace.json-only')
}

const pageTexts = (locale: 'fr' | 'en') =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([key]) => key.startsWith('page.'))
      .map(([key, text]) => [key, text[locale]]),
  )
