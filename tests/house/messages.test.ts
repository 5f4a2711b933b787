import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProject } from '@/lib/launch/root.ts'

type Messages = { [key: string]: string | Messages }

const folder = inProject('lib/wording/messages')
const namespaces = globSync('fr/*.json', { cwd: folder }).map((file) => path.basename(file))

function read(locale: string, file: string): Messages {
  return JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8')) as Messages
}

function entries(messages: Messages, prefix = ''): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : entries(value, `${prefix}${key}.`)))
}

/** Names a message waits for: `{day}`, `{count, plural, …}`. */
function variables(message: string): string[] {
  return [...new Set([...message.matchAll(/\{(\w+)\s*[,}]/g)].map((match) => match[1] ?? ''))].filter((name) => !/^(one|other|zero|few|many|two)$/.test(name)).sort()
}

describe('words', () => {
  test('French and English have the same files', () => {
    expect(globSync('en/*.json', { cwd: folder }).map((file) => path.basename(file)).sort()).toEqual([...namespaces].sort())
    expect(namespaces.length).toBeGreaterThan(0)
  })

  test.each(namespaces)('%s says the same things in both languages', (file) => {
    expect(existsSync(path.join(folder, 'en', file))).toBe(true)
    const french = new Map(entries(read('fr', file)))
    const english = new Map(entries(read('en', file)))
    expect([...english.keys()].sort()).toEqual([...french.keys()].sort())
    const differing = [...french].filter(([key, message]) => variables(message).join() !== variables(english.get(key) ?? '').join()).map(([key]) => key)
    expect(differing).toEqual([])
    expect([...french, ...english].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([])
  })

  test.each(namespaces)('%s keeps French typography', (file) => {
    const wrong = entries(read('fr', file)).filter(([, message]) => {
      const bare = message.replaceAll(/\{[^{}]*\}/g, '…')
      // A plain space before a double sign breaks it off at the end of a line; a straight apostrophe is a typewriter's.
      return / [;!?»]| :(\s|$)|« |[\p{L}]'[\p{L}]/u.test(bare)
    })
    expect(wrong.map(([key, message]) => `${key}: ${message}`)).toEqual([])
  })
})
