import { texts } from './text.ts'

export default texts({
  'curve.below': {
    en: 'Mentions every {length}, {span} ({zone})',
    fr: 'Mentions par tranche de {length}, {span} ({zone})',
  },
  'curve.negative': { en: 'Negative', fr: 'Négatives' },
  'curve.others': { en: 'Others', fr: 'Autres' },
  'curve.usual': { en: 'Usual level', fr: 'Niveau habituel' },
  'curve.most': { en: 'Peak: {count}', fr: 'Pic : {count}' },
  'curve.noticed': { en: 'Noticed by Vigie {time}', fr: 'Repéré par Vigie {time}' },
  'curve.opened': { en: 'Declared by {name} {time}', fr: 'Déclaré par {name} {time}' },
  'curve.taken': { en: 'Taken by {name} {time}', fr: 'Pris en main par {name} {time}' },
  'curve.controlled': { en: 'Under control {time}', fr: 'Sous contrôle {time}' },
  'curve.over': { en: 'Over {time}', fr: 'Terminé {time}' },
  'curve.file': { en: 'crisis', fr: 'crise' },
  'curve.says': {
    en: {
      one: '{n} mention from {from} to {to}, {negative} of it negative.',
      other: '{n} mentions from {from} to {to}, {negative} of them negative.',
    },
    fr: {
      one: '{n} mention de {from} à {to}, dont {negative} négative.',
      other: '{n} mentions de {from} à {to}, dont {negative} négatives.',
    },
  },
  'curve.peak': {
    en: 'Peak: {count} in {length} from {from} on',
    fr: 'Pic : {count} en {length} à partir de {from}',
  },
  'curve.peak-usual': { en: '(usually {usual}).', fr: '({usual} d’habitude).' },
  'curve.days': { en: { one: '{n} day', other: '{n} days' }, fr: { one: '{n} jour', other: '{n} jours' } },
})
