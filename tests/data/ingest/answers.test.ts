import { describe, expect, it } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { caseFile, caseNames, expectedOf, optionsOf, reportOf } from './case.ts'

/** No file is asked about more often than this. */
const MOST_QUESTIONS = 5
/** Of a long list of answers the first ones. */
const MOST_ANSWERS = 6

interface Way {
  answers: string[]
  end: string
}

/** Answers the first question in each way that is offered, and goes on until nothing is asked. */
async function walk(path: string, options: ReadingOptions, answers: string[]): Promise<Way[]> {
  const { status, questions, added, error } = await reportOf(path, options)
  const [question] = questions
  if (status !== 'ambiguous' || !question || answers.length === MOST_QUESTIONS) {
    const isRead = status === 'preview' && added > 0
    return [{ answers, end: isRead ? 'read' : `${status}: ${error ?? question?.message}` }]
  }
  const key = question.column === null ? question.code : `${question.code}:${question.column}`
  if (options.answers?.[key] !== undefined) return [{ answers, end: `asked again: ${key}` }]
  const ways: Way[] = []
  for (const { value } of question.options.slice(0, MOST_ANSWERS)) {
    const told = { ...options, answers: { ...options.answers, [key]: value } }
    ways.push(...(await walk(path, told, [...answers, `${key}=${value}`])))
  }
  const { constant } = question
  if (constant) {
    const told = {
      ...options,
      constants: { ...options.constants, [constant.id]: constant.example },
    }
    ways.push(...(await walk(path, told, [...answers, `${constant.id}=${constant.example}`])))
  }
  return ways
}

describe('each answer that is offered leads to figures', () => {
  for (const name of caseNames()) {
    if (expectedOf(name).status !== 'ambiguous') continue
    it(name, async () => {
      const ways = await walk(caseFile(name, 'input.csv'), optionsOf(name), [])
      expect(ways).not.toEqual([])
      expect(ways.filter(({ end }) => end !== 'read')).toEqual([])
    })
  }
})
