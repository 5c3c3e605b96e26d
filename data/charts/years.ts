export { drawBars as drawYears } from './bars.ts'
