import { Oops } from '../model/oops.ts'
import { shown } from './problem.ts'

export type Variables = Record<string, string | undefined>

/** The secret that `env:NAME` names. Throws Oops; the text itself is never quoted, it may be the secret. */
export function readSecret(text: string, env: Variables): string {
  const name = /^env:([A-Za-z_]\w*)$/u.exec(text.trim())?.[1]
  if (name === undefined) throw new Oops('settings.secret-pasted')
  const secret = env[name]?.trim()
  if (!secret) throw new Oops('settings.secret-missing', { name: shown(name) })
  return secret
}

/**
 * What Slack needs from one workspace: the bot's token, and either the app's token (Socket Mode) or the
 * signing secret (HTTP).
 */
export type SlackTokens = { token: string; appToken: string | null; signingSecret: string | null }

/** Secrets of a team's own, for a workspace or server of its own; null where Vigie's serve. */
export type TeamTokens = { slack: SlackTokens | null; discord: { token: string } | null }
