/** What Vigie may do in a workspace, each for something that she does. */
export const scopes = [
  // Whoever names her is heard, and so is what is said to her alone.
  'app_mentions:read',
  'im:history',
  // Where a message may have arrived it is looked for; so is what somebody reacted to.
  'channels:history',
  'groups:history',
  // Channels go by their names, and are joined in the set-up.
  'channels:join',
  'channels:read',
  'groups:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:write',
  // Answers for one alone, where there is no other way.
  'im:write',
  'reactions:read',
  'reactions:write',
  // Who may do what.
  'usergroups:read',
  'users:read',
] as const

/** What it takes besides where a team listens to channels: their topics tell so. They may be read all the same. */
export const listeningScopes = ['channels:write.topic', 'groups:write.topic'] as const
