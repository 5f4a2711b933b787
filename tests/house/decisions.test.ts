import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { inProject } from '@/lib/launch/root.ts'

const FOLDER = 'docs/decisions'
const decisions = globSync('*.md', { cwd: inProject(FOLDER) }).toSorted()
const numbers = decisions.map((file) => file.slice(0, 3))
const read = (file: string) => readFileSync(inProject(file), 'utf8')

/** Numbers of decisions that a text names: « decision 213 », « decisions 294–297 », « decisions/160 ». */
function named(text: string): string[] {
  const lists = [...text.matchAll(/\bdecisions? (\d{3}(?:(?:, | and |–|-)\d{3})*)/giu), ...text.matchAll(/\bdecisions\/(\d{3})/gu)]
  return lists.flatMap(([, list = '']) => list.match(/\d{3}/gu) ?? [])
}

describe('decisions', () => {
  test('each has a number of its own, in its name and in its title', () => {
    expect(new Set(numbers).size).toBe(decisions.length)
    expect(decisions.filter((file) => !read(path.join(FOLDER, file)).startsWith(`# ${file.slice(0, 3)} `))).toEqual([])
  })
  test('those that the code and the documents name are there', () => {
    const files = globSync(['{app,components,lib,prisma}/**/*.{ts,tsx,sql,prisma,css}', 'docs/**/*.md', 'README.md'], { cwd: inProject(), exclude: ['lib/database/generated/**'] })
    expect(files.flatMap((file) => named(read(file)).flatMap((number) => (numbers.includes(number) ? [] : [`${file}: ${number}`])))).toEqual([])
  })
})
