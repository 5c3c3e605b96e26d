import serifFile from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url'
import sansFile from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'

async function dataAddress(file: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer())
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192)
    text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return `data:font/woff2;base64,${btoa(text)}`
}

/** The picture with its two Latin faces inside, so that it looks the same wherever it is opened. */
export async function withFonts(svg: string): Promise<string> {
  const [sans, serif] = await Promise.all([dataAddress(sansFile), dataAddress(serifFile)])
  const style = `<style>@font-face{font-family:'Source Sans 3 Variable';font-weight:200 900;src:url(${sans})}@font-face{font-family:'Source Serif 4';font-weight:600;src:url(${serif})}</style>`
  return svg.replace(/(<svg[^>]*>)/, `$1${style}`)
}

/** An SVG as PNG at twice its size, drawn by the browser. */
export async function toPng(svg: string): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const { naturalWidth: width, naturalHeight: height } = image
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no canvas to draw on.')
  context.scale(2, 2)
  context.drawImage(image, 0, 0, width, height)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture came.')))),
  )
}

/** Hands a file made on the page to the browser's downloads. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
