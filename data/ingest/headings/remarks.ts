const REMARK = /^[_ ]*(?:flags?|status|symbols?|footnotes?|notes?|missing[_ ]values?)$/i

/** `Exports Footnote` behind `Exports`: the heading says no more than the one before, and that it is a remark. */
export const isRemarkOn = (before: string, heading: string): boolean =>
  before !== '' && heading.startsWith(before) && REMARK.test(heading.slice(before.length))
