import type { DatasetDescription } from '../../model/dataset.ts'
import { keyOrderOf } from './key-order.ts'

/** The columns of a dataset that hold its values. */
export const valuesOf = ({ columns }: DatasetDescription): string[] =>
  Object.keys(columns).filter((name) => columns[name] === 'value')

/** Whether a dataset names its series by their flow. */
export const namesFlow = (description: DatasetDescription): boolean =>
  keyOrderOf(description).includes('flow')
