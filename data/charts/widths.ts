/**
 * Advance widths in thousandths of the type size, two digits in base 36 for each of CHARACTERS, as measured
 * in the page's own fonts. Accented letters are as wide as their letter.
 */
export const CHARACTERS =
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmno' +
  'pqrstuvwxyz{|}~\u00a0°·«»×ßæøđıłœ–—‘’“”„…−€№АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзик' +
  'лмнопрстуфхцчшщъыьэюя'

/** Source Sans 3 at weight 400 and 700 (a width between the two lies between them), Source Serif 4 at 600. */
export const SANS_400 =
  '5k81budtdtmwgx6x8f8fbmdt6x8n6x9qdtdtdtdtdtdtdtdtdtdt6x6xdtdtdtbtnjf3gcfvh3endqh5i47bdbg3' +
  'dik7hzigfqigfteuewhxeblue9d8ez8f9q8fdtdwf2e0fdcoffds84e0f46u6vdr73n1f7f2ffff9nbn9ef4czjz' +
  'ceczbt8f6p8fdt5k976xbxbxdtg0lmf2fm6v8anbdcm86x6xbububuqcdtdtotf4g4gcduhqenn2faiag3hik7i4' +
  'ighxfqfveweakce9hugmodogk0m6g4fvp8g6e0f4e4bfetdsj4cofpdrerhlfmf2fdffcocsczkecefie8ktl5gk' +
  'iqdncokieb'
export const SANS_700 =
  '5k9gexeoeontij8c9k9kcpeo8c988c9feoeoeoeoeoeoeoeoeoeo8c8ceoeoeocvp2fxgtg6hnf8ekhqiq8de5h2' +
  'eel6ihj0gkj0h1fgfgihfgmlfrelf19k9f9keodwffenfxd0fxee9heufv7o7qf87yntfwfffxfxb2cbanfsejlk' +
  'eaehcs9k7g9keo5ka58cdcdceohklpfffx7p9zmudcm88c8cexexexr6eoeoqvfxgogtehimf8obfgiuh2i9l6iq' +
  'j0ifgkg6fgffl8frilhipepskanpgog6qeh5enfleoc0g8eel7d8g7f8fxicg6fffyfxczdoehlneagkfambn2hb' +
  'kjecd0lkf5'
export const SERIF_600 =
  '6c8qbrf4eyqdkj5qaoaocqf88j9b8ja4f7f7f7f7f7f7f7f7f7f78j8jf8f8f8byo3jsikifkohmgyk5mharayk6' +
  'h4pul1kmhpkmjnfki2l1jmsciuijgg9wa49wf8eob4fehienhbf0aefxi29c8ph39dqpi4gehkh1d7d7a8hsg5nm' +
  'g9ggdta58da5f86c9k8jfwfwf8i8n3gehb9c9dpaeon06k6kcscrcrnpf8eytajshxikg1kdhmrnfsm9jljypumh' +
  'kmlwhpifi2jjlriulzkeubuhkvr4hphqssjgfeg6frdgh3f0nnddiygwhbm0irgeinhkeng2ggnrg9iuh4pyq8iq' +
  'nhfcennzgj'
