import { fold, listNamed } from '../code-lists.ts'
import { listed, sizeBefore } from './unit-phrase.ts'

/** What is counted one by one, and would be a name where no size stands before it. */
const COUNTED = listed({
  units:
    'pcs|vehicles|cars|automobiles|autos|chips|ед|единиц|автомобилей|авто|машин|fahrzeuge|pkw|unidades|vehículos|veículos|' +
    'unités|véhicules|szt|sztuk|adet|个|個|块|只|件|部|支|枚|颗|대|개',
})

/** Quantities of our list that are counted in sizes: those of persons are none to add up. */
const WHOLE = new Set(['tonnes', 'units', 'barrels', 'kg', 'm3', 'litres', 'kWh', 'TEU'])

/** So many of a quantity: `million tons`, `тыс. автомобилей` as `thousand units`, `亿个`; undefined for other units. */
export function sizedQuantity(phrase: string): string | undefined {
  const { codeOf } = listNamed('units')
  const found = sizeBefore(phrase)
  if (found === undefined) return undefined
  const quantity = codeOf.get(fold(found.rest)) ?? COUNTED.get(found.rest.replace(/\.$/, ''))
  if (quantity === undefined || !WHOLE.has(quantity)) return undefined
  const unit = `${found.size} ${quantity}`
  return codeOf.get(fold(unit)) ?? unit
}
