type Column =
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>

/** The same numbers, in a column of twice the length where it does not reach to a place. */
export function withPlace<Numbers extends Column>(numbers: Numbers, place: number): Numbers {
  if (place < numbers.length) return numbers
  const Kind = numbers.constructor as new (length: number) => Numbers
  const larger = new Kind(Math.max(place + 1, 2 * numbers.length))
  larger.set(numbers)
  return larger
}
