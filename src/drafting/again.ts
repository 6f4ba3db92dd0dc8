/**
 * An approved reply made ready for somebody else: greeted by their own name, or by none; `author` is whom it greeted,
 * where that is known. What else it says of them is judged by the policy, like any draft's words.
 */
export function saidAgain(text: string, name: string | null, author: string | null = null): string {
  const greet = (_: string, hello: string, mark: string) =>
    name ? `${hello} ${name}${mark}` : `${hello}${mark}`
  const bare = text.replace(handles, '').replace(signature, '')
  const greeted = bare.replace(greeting, greet).replace(thanks, greet)
  return (author ? greeted.replace(wordOf(author), () => name ?? '') : greeted)
    .replace(/ +(?=[,.])/gu, '')
    .replace(/,(?=[,.])|(?<![.])[.](?=[.](?![.]))/gu, '')
    .trim()
}

/** A name where it stands by itself: « Al » is not in « Allô ». */
const wordOf = (name: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'gu')

/** A reply on some networks begins with whom it answers. */
const handles = /^\s*(?:@[\p{L}\p{N}_.-]+(?:@[\w.-]+)?[ \u00a0]+)+/u
/** « Mia, pour l’équipe Nimbus », alone on the last line: whoever answers now signs for themselves. */
const signature = /\n+[^\n]{2,40}, (?:pour l[’']équipe|for the)[^\n]{1,60}$/u
const mark = '([ \\u00a0\\u202f]?[,!:]|[.](?=\\s|$)|(?=\\n))'
/** « Bonjour Gérard P., », “Hi @tom!”: the word, whom, and the mark behind. « Bonjour à tous » greets nobody in particular. */
const greeting = new RegExp(
  `^\\s*([Bb]onjour|[Bb]onsoir|[Hh]ello|[Hh]i|[Dd]ear|[Hh]ey)[ \\u00a0]+(?:[@\\p{Lu}][^,!:\\n.]{0,40}?(?: [\\p{Lu}][.])?|(?!(?:tous|toutes|there|all|everybody|everyone)\\b)[\\p{L}\\p{N}_.-]{2,30})${mark}`,
  'u',
)
const thanks = new RegExp(
  `^\\s*((?:[Uu]n grand )?[Mm]erci|[Tt]hank you|[Mm]any thanks|[Tt]hanks),?[ \\u00a0]+[@\\p{Lu}][^,!:\\n.]{0,40}?(?: [\\p{Lu}][.])?${mark}`,
  'u',
)
