import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NumberedTexts } from '../../../data/ingest/records/numbered-texts.ts'

it('numbers any texts as a map of them would', () => {
  const letters = fc.string({ unit: 'grapheme', maxLength: 12 })
  fc.assert(
    fc.property(fc.array(fc.oneof(letters, fc.constantFrom('', 'a', 'é', '中国'))), (all) => {
      const texts = new NumberedTexts()
      const known = new Map<string, number>()
      for (const text of all) {
        expect(texts.find(text)).toBe(known.get(text) ?? -1)
        if (!known.has(text)) known.set(text, known.size)
        expect(texts.add(text)).toBe(known.get(text))
      }
      expect(texts.count).toBe(known.size)
      for (const [text, number] of known) expect(texts.text(number)).toBe(text)
    }),
  )
})

it('keeps very many, and very long ones', () => {
  const texts = new NumberedTexts()
  const textOf = (i: number) => (i % 1000 === 0 ? `${i} ${'long, '.repeat(250_000)}` : `text ${i}`)
  for (let i = 0; i < 10_000; i++) texts.add(textOf(i))
  for (let i = 0; i < 10_000; i++) {
    if (texts.find(textOf(i)) !== i || texts.text(i) !== textOf(i)) expect.fail(`${i} is wrong`)
  }
  expect(texts.find('text 10001')).toBe(-1)
})
