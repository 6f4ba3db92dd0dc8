import { texts } from './text.ts'

/** Moments ahead and lengths, as people type them. */
export default texts({
  'option.until': {
    en: '“{given}” is no moment I can read. Write for example `tomorrow 18:00`, `in 3 days`, `friday 9am` or `2026-12-01 18:00`.',
    fr: '« {given} » n’est pas un moment que je sais lire. Écrivez par exemple `demain 18h`, `dans 3 jours`, `vendredi 9h` ou `01/12/2026 18:00`.',
  },
  'option.until-past': {
    en: '“{given}” is already over. Give a moment that lies ahead.',
    fr: '« {given} » est déjà passé. Donnez un moment à venir.',
  },
  'option.until-far': {
    en: '“{given}” is more than a year ahead. Give a nearer moment.',
    fr: '« {given} » est dans plus d’un an. Donnez un moment plus proche.',
  },
  'option.until-which': {
    en: '“{given}”: in {hours} h, or at {time}? Write `in {hours}h`, or `{time}`.',
    fr: '« {given} » : dans {hours} h, ou à {time} ? Écrivez `dans {hours}h`, ou `{time}`.',
  },
  'option.length': {
    en: '“{given}” is no length I can read (a year at most). Write for example `2h`, `45 min` or `3 days`.',
    fr: '« {given} » n’est pas une durée que je sais lire (un an au plus). Écrivez par exemple `2h`, `45 min` ou `3 jours`.',
  },
})
