import { expect, it } from 'vitest'
import { isWebAddress } from '../../../data/model/web-address.ts'

it('takes whole addresses of the web and nothing else', () => {
  const all = (texts: string[]) => texts.filter(isWebAddress)
  const good = [
    'https://customs.gov.cn/a?b=1#c',
    'HTTP://EXAMPLE.org',
    'https://ru.wikipedia.org/wiki/Торговля',
    'https://[2001:db8::1]/x',
  ]
  expect(all(good)).toEqual(good)
  const bad = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'www.example.org',
    '//example.org',
    'https://',
    'https:example.org',
    'https:///example.org',
    'https://example.org/a b',
    'see https://example.org',
    '',
  ]
  expect(all(bad)).toEqual([])
})
