import { expect, it } from 'vitest'
import { whoseTradeIn } from '../../../data/ingest/whose-trade.ts'

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
