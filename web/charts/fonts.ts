/** A chart does not redraw itself when a font arrives: the first one waits for both families, but not for long. */
const wait = async (): Promise<void> => {
  const faces = ['400 13px', '600 13px', '700 13px'].map((f) =>
    document.fonts.load(`${f} "Source Sans 3 Variable"`),
  )
  const late = new Promise((resolve) => setTimeout(resolve, 1500))
  await Promise.race([Promise.allSettled(faces), late])
}

export const fontsReady = {
  done: false,
  promise: wait().then(() => {
    fontsReady.done = true
  }),
}
