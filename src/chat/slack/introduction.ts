import type { Slack } from './client.ts'

/** Who Vigie is in this workspace, and what she may do there. */
export type Introduced = {
  /** The workspace: `T…`. */
  team: string
  /** The organisation it belongs to, where it does: `E…`. */
  enterprise: string | null
  /** `https://nimbus.slack.com/` */
  url: string
  bot: { user: string; id: string; name: string }
  scopes: string[]
}

export type Introduction = ReturnType<typeof newIntroduction>

/** Who we are where the token is from. `known` is what was heard last. */
export function newIntroduction(slack: Slack) {
  let known: Introduced | null = null
  let asking: Promise<Introduced> | null = null

  async function ask(): Promise<Introduced> {
    const said = await slack.ask((client) => client.auth.test())
    const { scopes = [] } = (said.response_metadata ?? {}) as { scopes?: string[] }
    known = {
      team: said.team_id ?? '',
      enterprise: said.enterprise_id ?? null,
      url: said.url ?? '',
      bot: { user: said.user_id ?? '', id: said.bot_id ?? '', name: said.user ?? 'vigie' },
      scopes,
    }
    return known
  }

  return {
    known: () => known,
    ask,
    /** What is known; asked for where nothing is. */
    get: async () => {
      if (known) return known
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
  }
}
