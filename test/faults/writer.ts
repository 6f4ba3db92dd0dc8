import { writeSync } from 'node:fs'
import { openStore } from '../../src/store/store.ts'

// Files one post after the other, each in a transaction of its own, and says on stdout which were acknowledged.

const [folder = '', from = '0'] = process.argv.slice(2)
const store = await openStore(folder)
for (let nth = Number(from); ; nth++) {
  const text = 'lampe '.repeat((nth * 7919) % 3000)
  await store.together((store) => store.posts.file([post(nth, text)]).then(() => {}))
  writeSync(1, `${nth}\n`)
}

function post(nth: number, text: string) {
  return {
    ...{ source: 'writer', item: `${nth}`, url: null, address: null, title: `${nth}`, text, outlet: '' },
    ...{ outlet_words: '', language: null, published_at: null, updated_at: null, heard_at: 1 },
    ...{ author_key: null, author: null, reach: null, network: null, sample: 0, fate: 'no-match' },
    ...{ forget_text_at: 2, forget_at: 2 },
  }
}
