import { texts } from './text.ts'

/** Messages that are kept up to date in place. */
export default texts({
  'living.moved': {
    en: 'This goes on in a newer message: {where}',
    fr: 'La suite est dans un message plus récent : {where}',
  },
})
