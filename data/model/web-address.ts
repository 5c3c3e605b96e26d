/** Whether a text is a whole address on the web, http or https: nothing else is kept as one, or linked to. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s/]/i.test(text) && !/\s/.test(text) && URL.canParse(text)
