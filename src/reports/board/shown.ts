/** The numbers that the board wants to see, by how much they say; what it does not see it does not miss. */
export const forBoard = [
  'volume',
  'net-sentiment',
  'share-of-voice',
  'reach',
  'promises-kept',
  'answered-share',
  'followers',
  'time-to-answer',
  'members',
]
/** The same of the team. */
export const forTeam = [
  'volume',
  'net-sentiment',
  'time-to-answer',
  'promises-kept',
  'answered-share',
  'share-of-voice',
  'reach',
  'time-to-take',
]
