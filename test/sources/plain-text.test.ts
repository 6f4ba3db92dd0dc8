import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../../src/sources/plain-text.ts'

const html = (text: string) => plain({ text, as: 'html' })

test.each([
  ['<p>Un</p><p>Deux</p>', 'Un\nDeux'],
  ['Un<br>deux<br/>trois', 'Un\ndeux\ntrois'],
  ['  Un \n\n deux\t trois ', 'Un deux trois'],
  ['<ul><li>un</li><li>deux</li></ul>fin', 'un\ndeux\nfin'],
  ['<xhtml:p>Un</xhtml:p><XHTML:P>deux</XHTML:P>', 'Un\ndeux'],
  ['mot<b>s</b> <i>liés</i>', 'mots liés'],
  ['Fin&nbsp;! 5&nbsp;&nbsp;€ &nbsp; ou', 'Fin\u00a0! 5 € ou'],
  ['<script>var a = "<p>";</script>vu<style>p{}</style>', 'vu'],
  ['<svg><title>dessin</title></svg>vu', 'vu'],
  ['<svg>jamais fermé, donc lu', 'jamais fermé, donc lu'],
  ['vu<svg/>86', 'vu86'],
  ['<ppp>un</ppp> <bra>deux</bra>', 'un deux'],
  ['5 <em> </em>€,  6<em> \u00a0</em>€', '5 €, 6 €'],
  ['<!-- caché --> vu <!-- jamais fermé', 'vu'],
  ['<a title="a > b" href=\'x\'>lien</a>', 'lien'],
  ['<a title="jamais fermé>lien</a> suite', 'lien suite'],
  ["c’est <i class=x>l'été</i>", "c’est l'été"],
  ['1 < 2 && 3 > 2', '1 < 2 && 3 > 2'],
  ['&eacute; &eacute &#233; &#xE9; &#xe9', 'é é é é é'],
  ['&lt;p&gt;deux fois&lt;/p&gt;', 'deux fois'],
  ['&amp;amp; &unknown; & &;', '&amp; &unknown; & &;'],
  ['&hearts;&notin;&Omega;&rarr;&frac12;&bull;', '♥∉Ω→½•'],
  ['fin coupée <a href="', 'fin coupée'],
  ['&#0;&#8;a&#xD800;&#x110000;&#65535;', 'a\ufffd\ufffd'],
])('markup becomes what people read: %s', (text, expected) => {
  expect(html(text)).toBe(expected)
})

test('a text that only may be markup keeps its signs unless it is', () => {
  expect(plain({ text: 'if a < b and c > d', as: 'guess' })).toBe('if a < b and c > d')
  expect(plain({ text: 'use <b> & <i>', as: 'guess' })).toBe('use <b> & <i>')
  expect(plain({ text: 'use <b>bold</b>', as: 'guess' })).toBe('use bold')
  expect(plain({ text: '&eacute; <b>', as: 'guess' })).toBe('é <b>')
  expect(plain({ text: '&eacute; <b>x</b>', as: 'text' })).toBe('&eacute; <b>x</b>')
})

test('whatever the text, what comes out is tidy and no longer', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    'p',
    'a ',
    '="',
    '"',
    "'",
    '&',
    '&amp;',
    '&nbsp;',
    '<!--',
    '-->',
    ' ',
    '\n',
    'é',
    '\u0001',
    '<script>',
    ';',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('html' as const, 'guess' as const, 'text' as const), (any, as) => {
      const read = plain({ text: any, as })
      expect(read.length).toBeLessThanOrEqual(any.length)
      expect(read).not.toMatch(/[\0-\x09\x0b-\x1f]| {2}|^[ \n]|[ \n]$/u)
    }),
    { numRuns: 1_000 },
  )
})
