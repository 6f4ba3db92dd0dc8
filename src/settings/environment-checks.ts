import { Oops } from '../model/oops.ts'
import { nearest } from './nearest.ts'
import type { Variables } from './secrets.ts'
import { type Variable, variables } from './variables.ts'

/** What no single variable shows: halves of pairs, tokens the wrong way round, names with a slip in them. */
export const environmentChecks = (env: Variables, plain: Plain): Blame[] => [
  ...halves(plain),
  ...swapped(plain),
  ...mistyped(env),
]

type Plain = (name: Variable) => string | null
type Blame = [name: string, oops: Oops]

/** What only works together. */
function halves(plain: Plain): Blame[] {
  const missing = (name: Variable, given: Variable): Blame => [name, new Oops('settings.env-half', { given })]
  const [bot, app, signing] = [
    plain('SLACK_BOT_TOKEN'),
    plain('SLACK_APP_TOKEN'),
    plain('SLACK_SIGNING_SECRET'),
  ]
  const [port, url] = [plain('VIGIE_PUBLIC_PORT'), plain('VIGIE_PUBLIC_URL')]
  const found: Blame[] = []
  if (bot && !app && !signing) found.push(['SLACK_BOT_TOKEN', new Oops('settings.env-slack-half')])
  if (!bot && (app || signing))
    found.push(missing('SLACK_BOT_TOKEN', app ? 'SLACK_APP_TOKEN' : 'SLACK_SIGNING_SECRET'))
  if (port && !url) found.push(missing('VIGIE_PUBLIC_URL', 'VIGIE_PUBLIC_PORT'))
  if (url && !port) found.push(missing('VIGIE_PUBLIC_PORT', 'VIGIE_PUBLIC_URL'))
  const [address, model, key] = [plain('VIGIE_MODEL_URL'), plain('VIGIE_MODEL'), plain('VIGIE_MODEL_KEY')]
  if (address && !model) found.push(missing('VIGIE_MODEL', 'VIGIE_MODEL_URL'))
  if (!address && (model || key))
    found.push(missing('VIGIE_MODEL_URL', model ? 'VIGIE_MODEL' : 'VIGIE_MODEL_KEY'))
  if (port && port === (plain('PORT') ?? '3000') && port !== '0')
    found.push(['VIGIE_PUBLIC_PORT', new Oops('settings.env-same-port', { given: port })])
  return found
}

/** Slack says by its first letters which token is which, and they are often pasted the wrong way round. */
function swapped(plain: Plain): Blame[] {
  const bot = plain('SLACK_BOT_TOKEN')?.startsWith('xapp-')
  const app = plain('SLACK_APP_TOKEN')?.startsWith('xoxb-')
  return bot || app
    ? [[bot ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN', new Oops('settings.env-slack-swapped')]]
    : []
}

const mistyped = (env: Variables): Blame[] =>
  Object.keys(env)
    .filter((name) => name.startsWith(ours) && !variables.includes(name as Variable))
    .flatMap((given): Blame[] => {
      const near = nearest(given.slice(ours.length), ourNames)
      return near ? [[given, new Oops('settings.env-unknown', { given, near: ours + near })]] : []
    })

const ours = 'VIGIE_'
const ourNames = variables.filter((name) => name.startsWith(ours)).map((name) => name.slice(ours.length))
