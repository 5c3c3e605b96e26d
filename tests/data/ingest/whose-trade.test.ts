import { expect, it } from 'vitest'
import { sidesIn, whoseTradeIn } from '../../../data/ingest/codes/whose-trade.ts'

it.each([
  ['Экспорт и импорт Российской Федерации по странам', 'RUS'],
  ['Внешняя торговля Республики Беларусь со странами вне СНГ', 'BLR'],
  ['Внешняя торговля Китая', 'CHN'],
  ['Экспорт Казахстана', 'KAZ'],
  ['Товарооборот России с Китаем', 'RUS'],
  ['Außenhandel Deutschlands nach Ländern', 'DEU'],
  ['Im- und Export der Schweiz nach Ländern', 'CHE'],
  ['Commerce extérieur de la France par pays', 'FRA'],
  ['2024年1-9月中国进出口商品国别总值表', 'CHN'],
  ['中国从俄罗斯进口', 'CHN'],
  ['Exports and imports of Germany', 'DEU'],
])('%s is the trade of %s', (line, country) => {
  expect(whoseTradeIn(line)).toBe(country)
})

it.each([
  'Импорт из Китая',
  'Экспорт товаров в Китай',
  'Imports from China',
  'Einfuhr aus China',
  'Importations en provenance de Chine',
  '从俄罗斯进口',
  '我国对俄罗斯出口',
  'Население Китая',
])('%s says nobody whose trade it is', (line) => {
  expect(whoseTradeIn(line)).toBeUndefined()
})

it.each([
  ['China imports from Russia by commodity', 'CHN', 'RUS'],
  ["China's exports to Russia, monthly", 'CHN', 'RUS'],
  ['Chinese car exports to Russia', 'CHN', 'RUS'],
  ['EU imports of oil from Russia', 'EU', 'RUS'],
  ['Exports from China to Russia', 'CHN', 'RUS'],
  ['Imports to Russia from China', 'RUS', 'CHN'],
  ['Импорт Китая из России', 'CHN', 'RUS'],
  ['Экспорт из Китая в Россию', 'CHN', 'RUS'],
  ['Торговля России с Китаем', 'RUS', 'CHN'],
  ['中国自俄罗斯进口主要商品', 'CHN', 'RUS'],
  ['中国对俄罗斯出口', 'CHN', 'RUS'],
  ['中国与俄罗斯双边贸易', 'CHN', 'RUS'],
  ['Chinas Exporte nach Russland', 'CHN', 'RUS'],
  ['Exportations de la Chine vers la Russie', 'CHN', 'RUS'],
  ['Share of China in imports to Russia, %', 'RUS', 'CHN'],
  ["China's share in Germany's exports", 'DEU', 'CHN'],
  ['Доля Китая в импорте России', 'RUS', 'CHN'],
])('%s has both sides, %s and %s', (line, reporter, partner) => {
  expect(sidesIn(line)).toEqual({ reporter, partner })
})

it.each([
  ['Экспорт России по товарам', { reporter: 'RUS' }],
  ['Russian oil exports', { reporter: 'RUS' }],
  ["Table 2. Germany's imports of goods", { reporter: 'DEU' }],
  ['Imports of the United States by end use', { reporter: 'USA' }],
  ['2024年中国进口重点商品', { reporter: 'CHN' }],
  ['Imports of cars from China', { partner: 'CHN' }],
  ['Экспорт товаров в Китай', { partner: 'CHN' }],
  ['Exports from China', { reporter: 'CHN' }],
  ['Trade with Russia', { partner: 'RUS' }],
  ['我国对俄罗斯出口', { partner: 'RUS' }],
  ["China's share of imports, %", { partner: 'CHN' }],
  ["China's share of world exports", { reporter: 'CHN' }],
])('%s says %o', (line, sides) => {
  expect(sidesIn(line)).toEqual(sides)
})

it.each([
  'Trade between China and Russia',
  'Торговля между Россией и Китаем',
  'Russian oil exports to China and India',
  "China's share of Russian imports from Europe and Asia",
  'Chinese brands in the Russian car market',
  "China's share of imports from Russia",
  'Chinese car imports',
  'Cars from China sold in Russia',
])('%s does not say which side is which', (line) => {
  expect(sidesIn(line)).toEqual({})
})
