import { expect, test } from 'vitest'
import { isSlug, slugOf, titleOfFile } from '../../../data/model/slug.ts'

test.each([
  ['Exports 2024 (1).csv', 'exports-2024', 'Exports 2024'],
  ['Oil exports (2024).csv', 'oil-exports-2024', 'Oil exports 2024'],
  ['folder/oil_exports.csv.gz', 'oil-exports', 'Oil exports'],
  ['Österreich.csv', 'osterreich', 'Österreich'],
  ['нефть.csv', 'neft', 'Нефть'],
  ['Экспорт нефти_2023.csv', 'eksport-nefti-2023', 'Экспорт нефти 2023'],
  ['???.csv', 'dataset', 'Dataset'],
])('%s makes the dataset %s, called %s', (file, slug, title) => {
  expect(slugOf(file)).toBe(slug)
  expect(titleOfFile(file)).toBe(title)
})

test('files whose names have no Latin letters make datasets of their own', () => {
  const slugs = [
    '石油出口.csv',
    '天然气出口.csv',
    '2023石油.csv',
    '2023天然气.csv',
    'تجارة.csv',
  ].map(slugOf)
  expect(new Set(slugs).size).toBe(5)
  expect(slugs.every(isSlug)).toBe(true)
  expect(slugs[2]).toMatch(/^2023-[a-z0-9]+$/)
  expect(titleOfFile('石油出口.csv')).toBe('石油出口')
})
