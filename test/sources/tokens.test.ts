import { Tokenizer } from 'htmlparser2'
import { expect, test } from 'vitest'
import { type Tokens, tokensOf } from '../../src/sources/tokens.ts'
import { rounds } from '../rounds.ts'
import { mutant, random, wild } from './mutants.ts'

// Another seed each time, printed when something is found; FUZZ_SEED draws the same again.
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))

const ways: [string, string][] = [
  ['plain tags', '<a>1</a><b/><c />2<d\n>'],
  ['attributes', `<a b="1" c='2'\td="">x</a><a b="1"c="2"/><a\n  b="<>" c='"'/>`],
  ['attributes that are odd', '<a b>1<a b=c>2<a b = "c">3<a =b="c">4<a b="1"/ >5<a/b="c">6<a b="c>7'],
  ['signs that open nothing', 'a < b <> c </> d </ e> f << g'],
  ['sections', 'a<![CDATA[<b>]]]>c<![CDATA[]]>d<![cdata[e]]>f<![CDATA[g'],
  ['comments', 'a<!----><!-->-->b<!-- - -- --><!-- > > --!>c<!-d><!-- <e> --->f<!-- g'],
  ['instructions', '<?xml version="1.0"?>a<?b > ??>c<?>d?>e<?f'],
  ['declarations', '<!DOCTYPE rss [<!ENTITY a "b">]>c<!d'],
  ['closing tags that are odd', '<a>1</a >2</ a>3</a b>4</a/>5</a'],
  [
    'names without end',
    `<${'a'.repeat(300)}>1</${'a'.repeat(300)}><a ${'b'.repeat(300)}="1"><a${' '.repeat(300)}b="1">`,
  ],
  ['names that end late', `<${'a'.repeat(200)} b="1">2</${'a'.repeat(200)}>`],
  ['many attributes', `<a${' b="c"'.repeat(100)}>d</a>`],
  [
    'odd tags that are long',
    `<a b='${'>'.repeat(200)}>${'<c>'.repeat(50_000)}'>d<e f=g${' <i>j</i>'.repeat(40)}</f></f >k`,
  ],
  ['the ends of tags', '<a'],
  ['the ends of names', '<a b'],
  ['the ends of values', '<a b="c'],
  ['a sign at the end', 'a<'],
]

test.each(ways)('what is found by searching is what htmlparser2 finds: %s', async (_, text) => {
  expect(await found(text)).toEqual(foundByTokenizer(text))
})

test('what is found by searching is what htmlparser2 finds, whatever becomes of a feed', async () => {
  const feeds = wild()
  const until = Date.now() + rounds(500, 2_000)
  let round = 0
  for (; Date.now() < until; round++) {
    const text = mutant(feeds, random(seed + round)).toString()
    const [ours, theirs] = [await found(text), foundByTokenizer(text)]
    const at = ours.findIndex((line, at) => line !== theirs[at])
    const beside = (lines: string[]) => (at < 0 ? lines.length : lines[at]?.slice(0, 200))
    expect(beside(ours), `FUZZ_SEED=${seed + round}`).toEqual(beside(theirs))
  }
  console.log(`${round} mutants (seed ${seed})`)
}, 20_000)

async function found(text: string): Promise<string[]> {
  const { told, tokens } = newList(text)
  await tokensOf(text, tokens)
  return told()
}

function foundByTokenizer(text: string): string[] {
  const { told, tokens } = newList(text)
  const nothing = () => {}
  let name: [number, number] = [0, 0]
  let value: [number, number] = [-1, -1]
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname: tokens.opens,
      onattribname(from, to) {
        name = [from, to]
        value = [-1, -1]
      },
      onattribdata(from, to) {
        value = [value[0] < 0 ? from : value[0], to]
      },
      onattribend: () => tokens.attribute(...name, ...value),
      onopentagend: (end) => tokens.opened(end, false),
      onselfclosingtag: (end) => tokens.opened(end, true),
      onclosetag: tokens.closes,
      // It takes what is left of a closing tag that is cut off for a text from nowhere.
      ontext: (from, to) => from >= 0 && tokens.text(from, to),
      oncdata: (from, to, offset) => tokens.cdata(from, to - offset),
      oncomment: tokens.comment,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onattribentity: nothing,
      ontextentity: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(text)
  tokenizer.end()
  return told()
}

/** The tokens as lines; a text that came in several pieces is one. */
function newList(text: string): { tokens: Tokens; told(): string[] } {
  const lines: string[] = []
  let gathered = ''
  let expected = -1
  const flush = () => {
    if (gathered !== '') lines.push(`text ${gathered}`)
    gathered = ''
  }
  const line = (said: string) => {
    flush()
    lines.push(said)
  }
  const tokens: Tokens = {
    opens: (from, to) => line(`opens ${from} ${text.slice(from, to)}`),
    attribute: (nameFrom, nameTo, from, to) =>
      line(
        `attribute ${text.slice(nameFrom, nameTo)} ${from < 0 ? 'none' : `${from} ${text.slice(from, to)}`}`,
      ),
    opened: (end, closed) => line(`opened ${end} ${closed}`),
    closes: (from, to) => line(`closes ${from} ${text.slice(from, to)}`),
    text(from, to) {
      if (from !== expected) flush()
      gathered += text.slice(from, to)
      expected = to
    },
    cdata: (from, to) => line(`cdata ${from} ${text.slice(from, to)}`),
    comment: () => line('comment'),
    enough: () => false,
  }
  return {
    tokens,
    told() {
      flush()
      return lines
    },
  }
}
