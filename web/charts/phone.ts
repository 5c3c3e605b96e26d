/** Whether a plot of this width in pixels is a phone's: labels become keys, words stand under it. */
export const isPhone = (width: number): boolean => width < 480
