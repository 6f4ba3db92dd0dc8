import { texts } from './text.ts'

export default texts({
  'feed.empty': {
    en: 'There is nothing in it. Give the address of an RSS, Atom or JSON feed.',
    fr: 'Il n’y a rien dedans. Donnez l’adresse d’un flux RSS, Atom ou JSON.',
  },
  'feed.none': {
    en: 'This is not a feed: it begins with “{start}”. Give the address of an RSS, Atom or JSON feed.',
    fr: 'Ce n’est pas un flux : cela commence par « {start} ». Donnez l’adresse d’un flux RSS, Atom ou JSON.',
  },
  'feed.page': {
    en: 'This is a web page, and it links to no feed. Look for an RSS link on the site, and give its address.',
    fr: 'C’est une page web, et elle ne mène à aucun flux. Cherchez un lien RSS sur le site et donnez son adresse.',
  },
  'feed.page-with-link': {
    en: 'This is a web page, not a feed. It links to this feed, use that: {feed}',
    fr: 'C’est une page web, pas un flux. Elle mène à ce flux, prenez celui-ci : {feed}',
  },
  'feed.json': {
    en: 'This is JSON, but not a JSON Feed. Give the address of an RSS, Atom or JSON feed.',
    fr: 'C’est du JSON, mais pas un flux JSON Feed. Donnez l’adresse d’un flux RSS, Atom ou JSON.',
  },
  'feed.json-broken': {
    en: 'This begins like JSON but cannot be read as such: it is cut short or malformed. Try its address again later, or give another one.',
    fr: 'Cela commence comme du JSON mais ne se lit pas : le texte est coupé ou mal formé. Réessayez plus tard, ou donnez une autre adresse.',
  },
  'feed.unreadable': {
    en: '{file} cannot be opened ({why}). Check its name and that you may read it.',
    fr: 'Impossible d’ouvrir {file} ({why}). Vérifiez son nom et vos droits de lecture.',
  },
})
