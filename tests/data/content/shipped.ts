import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Papa from 'papaparse'
import type { DatasetDescription } from '../../../data/model/dataset.ts'

export type Row = Record<string, string>

export const DATASETS = [
  'bilateral-trade',
  'car-market-share',
  'chip-import-shares',
  'related-series',
] as const

const file = (path: string): string =>
  fileURLToPath(new URL(`../../../data/${path}`, import.meta.url))

export const dashboardsFolder = file('dashboards')

export const readText = (path: string): string => readFileSync(file(path), 'utf8')

export const readRows = (path: string): Row[] =>
  Papa.parse<Row>(readText(path), { header: true, skipEmptyLines: true }).data

export const rowsOf = (dataset: string): Row[] => readRows(`series/${dataset}/${dataset}.csv`)

export const descriptionOf = (dataset: string): DatasetDescription =>
  JSON.parse(readText(`series/${dataset}/dataset.json`))
