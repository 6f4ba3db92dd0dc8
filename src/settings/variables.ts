/** Every variable that Vigie reads from the environment; `.env.example` explains them. */
export const variables = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_API_URL',
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'DATABASE_URL',
  'VIGIE_CONFIG',
  'VIGIE_DATA',
  'PORT',
  'VIGIE_PUBLIC_PORT',
  'VIGIE_PUBLIC_URL',
  'VIGIE_SECRET',
  'LOG_LEVEL',
  'VIGIE_ALLOW_PRIVATE',
  'VIGIE_DRAND',
  'VIGIE_MODEL_URL',
  'VIGIE_MODEL',
  'VIGIE_MODEL_KEY',
] as const
export type Variable = (typeof variables)[number]
