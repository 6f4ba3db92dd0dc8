import { readFileSync } from 'node:fs'
import { domain } from './bls.ts'

/**
 * The library that checks a chain's signatures, as one script for a page that may fetch nothing: it defines
 * `isSigned(publicKey, round, signature)` (hex, number, hex), which throws or gives whether the chain signed the round.
 * It is put together from the modules as they are installed, each a function that runs once.
 */
export function signatureScript(): string {
  const parts: string[] = []
  const names = new Map<string, string>()
  const main = add(import.meta.resolve('@noble/curves/bls12-381.js'))
  const hashes = add(import.meta.resolve('@noble/hashes/sha2.js'))
  return `globalThis.isSigned = (publicKey, round, signature) => {
'use strict'
${parts.join('\n')}
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const number = new DataView(new ArrayBuffer(8))
number.setBigUint64(0, BigInt(round))
const { hash, verify } = ${main}.bls12_381.shortSignatures
const message = ${hashes}.sha256(new Uint8Array(number.buffer))
return verify(bytes(signature), hash(message, '${domain}'), bytes(publicKey))
}
`

  /** Adds a module behind those it needs; gives the name of its exports in the script. */
  function add(url: string): string {
    const known = names.get(url)
    if (known) return known
    const need = (of: string) =>
      add(of.startsWith('.') ? new URL(of, url).href : import.meta.resolve(of, url))
    const exported: string[] = []
    const code = bare(readFileSync(new URL(url), 'utf8'))
      .replace(/^import \{([^}]*)\} from ["']([^"']+)["'];?$/gm, (_, list: string, of: string) =>
        list.trim() === '' ? '' : `const {${list.replace(/ as /g, ': ')}} = ${need(of)};`,
      )
      .replace(
        /^import \* as (\w+) from ["']([^"']+)["'];?$/gm,
        (_, name: string, of: string) => `const ${name} = ${need(of)};`,
      )
      .replace(/^export \{([^}]*)\} from ["']([^"']+)["'];?$/gm, (_, list: string, of: string) => {
        const from = need(of)
        exported.push(...list.split(',').map((name) => `${name.trim()}: ${from}.${name.trim()}`))
        return ''
      })
      .replace(/^export \{([^}]*)\};?$/gm, (_, list: string) => {
        exported.push(...list.split(',').map((name) => name.trim()))
        return ''
      })
      .replace(/^export ((?:async )?function\*?|const|class) (\w+)/gm, (_, kind: string, name: string) => {
        exported.push(name)
        return `${kind} ${name}`
      })
    if (/^(?:import|export)\b/m.test(code))
      throw new Error(`${url} is written in a way that cannot be put into a page`)
    const name = `module${names.size}`
    names.set(url, name)
    parts.push(`const ${name} = (() => {\n${code}\nreturn { ${exported.filter(Boolean).join(', ')} }\n})();`)
    return name
  }
}

/** Without what is written for its readers alone; who wrote it, and under which licence, stays. */
const bare = (code: string) =>
  code
    .replace(/^[ \t]*\/\*\*[\s\S]*?\*\/[ \t]*$/gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n')
