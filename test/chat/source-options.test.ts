import { expect, test } from 'vitest'
import { readSite } from '../../src/chat/source-options.ts'

test.each([
  ['lisez https://a.example/b).', 'https://a.example/b'],
  ['(voir https://a.example/wiki/Phare_(film))', 'https://a.example/wiki/Phare_(film)'],
  ['https://a.example/b)))…'.replace('…', '.),;!'), 'https://a.example/b'],
  ['https://a.example/(a)(b))', 'https://a.example/(a)(b)'],
  ['https://a.example/).(', 'https://a.example/).('],
])('%s is an address among the marks of a sentence', (written, address) => {
  expect(readSite(written).address).toBe(address)
})

test.each([
  ['brackets', 'https://a.example/', ')'],
  ['dots before a letter', 'https://a.example/', '.a'],
  ['full stops', 'https://a.example/', '.'],
  ['schemes', '', 'feed:'],
  ['words', '', 'a.b '],
  ['nothing', '', '\u200b'],
])('%s without end are read or refused in no time', (_, before, sign) => {
  for (const times of [4_000, 8_000, 200_000]) {
    const began = process.cpuUsage()
    try {
      readSite(before + sign.repeat(times))
    } catch (error) {
      expect(error).toMatchObject({ name: 'Oops' })
    }
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000, `${times}`).toBeLessThan(100)
  }
})

test('what is longer than what is kept is refused, also where only its letters make it so as it is sent', () => {
  for (const long of ['x'.repeat(2_000), 'é'.repeat(500)])
    expect(() => readSite(`https://a.example/${long}`)).toThrow('option.address-long')
})
