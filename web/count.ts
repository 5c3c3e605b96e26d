/** A count with a narrow space between thousands: 1 341. Apart from other words, since every page begins with it. */
export const whole = (n: number): string =>
  String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, '\u202f')
