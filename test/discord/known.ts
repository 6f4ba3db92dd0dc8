/** Ids of what is there from the start, by name. */
export type Ids = typeof ids

/** Of 17, 18 and 19 digits, as they are out there. */
export const ids = {
  application: '1186000000000000001',
  bot: '1186000000000000002',
  guild: '81384788765712384',
  acme: '912384788765712385',
  acmeApplication: '1186000000000000003',
  acmeBot: '1186000000000000004',
  users: {
    mia: '90384788765712401',
    noor: '290384788765712402',
    theo: '790384788765712403',
    ravi: '1090384788765712404',
    /** Another bot, which is nobody. */
    robot: '1090384788765712405',
  },
  /** That of everyone has the id of its guild. */
  roles: {
    everyone: '81384788765712384',
    equipe: '381384788765712411',
    admin: '381384788765712412',
    vigie: '381384788765712413',
  },
  channels: {
    'e-reputation': '481384788765712421',
    veille: '481384788765712422',
    communaute: '481384788765712423',
    entraide: '481384788765712424',
    secret: '481384788765712425',
    annonces: '481384788765712426',
    presse: '481384788765712427',
    general: '481384788765712428',
  },
  /** “Lampe qui clignote”, under #communaute. */
  thread: '581384788765712431',
  /** #veille of the second guild. */
  acmeVeille: '981384788765712441',
}

export const tokens = { vigie: 'MTE4NjAw.vigie.stand-in', acme: 'MTE4NjAw.acme.stand-in' }
