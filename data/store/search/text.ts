/**
 * Text as full-text search keeps it and is asked for it: each Han character and kana a word of its own,
 * since nothing cuts Chinese into words, and ё as е, since Russian is written with either.
 */
export const searchText = (text: string): string =>
  isAscii(text)
    ? text
    : text
        .replace(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu, ' $& ')
        .replace(/ё/g, 'е')
        .replace(/Ё/g, 'Е')

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)
