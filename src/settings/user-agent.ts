import type { Environment } from './environment.ts'

/** How Vigie introduces itself where it fetches: by name, and with where its operator can be found, if anywhere. */
export const userAgentOf = ({ publicDoor }: Pick<Environment, 'publicDoor'>) =>
  `Vigie/0.1 (mention monitoring, self-hosted${publicDoor ? `; +${publicDoor.url}` : ''})`
