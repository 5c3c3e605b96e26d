import type { SeriesDraft } from '../model/batch.ts'
import type { Day } from '../model/day.ts'
import { isWhole } from '../model/whole.ts'
import { besides, lookAtBreakdown } from './breakdown.ts'
import { type Family, familyOf, join, lookAtFamily } from './family.ts'
import { future } from './future.ts'
import { offLevel } from './level.ts'
import type { Line, Say } from './line.ts'
import { holdsRanges, offDifference } from './months.ts'
import { partOfYear } from './part-of-year.ts'
import { Periods, type Rows } from './periods.ts'
import { offPieces } from './pieces.ts'
import { rescaled } from './rescaled.ts'
import { runningSum } from './running-sum.ts'
import { offScale } from './scale.ts'
import { yearAgain } from './year-again.ts'

/** Periods that a series takes as much memory as, however few it has. */
const LEAST = 64
/** Periods in memory at once (30 MB): series farther apart than that are not compared with each other. */
const ROOM = 1 << 21

export interface LookOptions {
  /** Periods in memory at once. */
  room?: number
  /** Figures of later periods look wrong. */
  today?: Day
  /** Codes that hold others, as a union of countries does. */
  groups?: ReadonlySet<string>
}

/**
 * Looks for what seems wrong in the series of a file as they come: their periods in order, by `period`
 * or `periods`, then `series`; and `finish` when there are no more. What is odd is said, never changed.
 */
export class Look {
  readonly #say: Say
  readonly #today: Day
  readonly #room: number
  readonly #groups: ReadonlySet<string>
  #lines: Line[] = []
  #families = new Map<string, Family>()
  /** Dimensions in which one of the lines is the whole. */
  #wholes = new Set<string>()
  #held = 0
  #periods = new Periods()
  #isTold = false

  constructor(
    say: Say,
    { room = ROOM, today = Number.POSITIVE_INFINITY, groups }: LookOptions = {},
  ) {
    this.#say = say
    this.#today = today
    this.#room = room
    this.#groups = groups ?? new Set()
  }

  /**
   * The next period of a series; `told` is its line of the file, 0 where the store held it before, and
   * `before` what stood there where the file revises it.
   */
  period(
    first: number,
    last: number,
    value: number,
    decimals: number,
    estimated: boolean,
    told: number,
    before = Number.NaN,
  ): void {
    this.#periods.add(first, last, value, decimals, estimated, told, before)
    if (told > 0) this.#isTold = true
  }

  /** All periods of a series at once, told by the file; gives where they lie, to be filled in there. */
  periods(rows: Rows): Pick<Line, 'value' | 'estimated'> {
    this.#isTold = true
    return this.#periods.addAll(rows)
  }

  /** The periods since the series before are those of this one. */
  series(draft: SeriesDraft, cumulative: boolean): void {
    const line: Line = { draft, cumulative, ...this.#periods.columns() }
    const isTold = this.#isTold
    this.#isTold = false
    if (isTold) {
      const sayOther = this.#unless(rescaled(line, this.#say))
      offScale(line, sayOther)
      offLevel(line, sayOther)
      future(line, this.#today, this.#say)
    }
    if (draft.additive !== 'sum' || line.length === 0) {
      this.#periods.drop()
      return
    }
    if (isTold) yearAgain(line, this.#say)
    if (isTold && !cumulative) runningSum(line, this.#say)
    if (isTold && !cumulative && holdsRanges(line)) this.#lookAtRanges(line)
    this.#periods.keep()
    this.#held += Math.max(line.length, LEAST)
    this.#lines.push(line)
    const name = familyOf(draft)
    let family = this.#families.get(name)
    if (!family) {
      family = new Map()
      this.#families.set(name, family)
    }
    join(family, line)
    addWholes(draft.dimensions, this.#wholes)
    if (this.#held > this.#room) this.finish()
  }

  /** What says nothing of lines of which something was said. */
  #unless(lines: readonly number[]): Say {
    if (lines.length === 0) return this.#say
    const said = new Set(lines)
    return (code, line, words) => {
      if (!said.has(line)) this.#say(code, line, words)
    }
  }

  #lookAtRanges(line: Line): void {
    const said = new Set<number>()
    offDifference(line, line, (code, at, words) => {
      said.add(at)
      this.#say(code, at, words)
    })
    offPieces(line, said, this.#say)
    partOfYear(line, this.#say)
  }

  /** Which series that are not in the file belong to some that are: other flows, or parts of a total. */
  wanted<Draft extends SeriesDraft>(drafts: readonly Draft[]): Draft[] {
    const wholes = new Set(this.#wholes)
    for (const { dimensions } of drafts) addWholes(dimensions, wholes)
    const kin = new Set(
      [...wholes].flatMap((dimension) =>
        this.#lines.map(({ draft }) => `${dimension}\n${besides(draft, dimension)}`),
      ),
    )
    return drafts.filter(
      (draft) =>
        draft.additive === 'sum' &&
        (this.#families.has(familyOf(draft)) ||
          [...wholes].some((dimension) => kin.has(`${dimension}\n${besides(draft, dimension)}`))),
    )
  }

  /** Compares the series with each other, and forgets them. */
  finish(): void {
    for (const family of this.#families.values()) {
      if (family.size > 1) lookAtFamily(family, this.#say)
    }
    for (const dimension of this.#wholes) {
      lookAtBreakdown(dimension, this.#lines, this.#groups, this.#say)
    }
    this.#lines = []
    this.#families.clear()
    this.#wholes.clear()
    this.#held = 0
    this.#periods.clear()
  }
}

/** Dimensions in which a series stands for all. */
function addWholes(dimensions: SeriesDraft['dimensions'], wholes: Set<string>): void {
  for (const dimension in dimensions) {
    if (isWhole(dimension, dimensions[dimension]!)) wholes.add(dimension)
  }
}
