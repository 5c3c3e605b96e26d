// The peer of the http figures: a bare server that answers everything with the bytes of a file, or with
// a 304 where it is asked for one. Says its port on the first line.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const body = readFileSync(process.argv[2]!)
const headers = { 'content-type': 'application/json', 'content-length': body.length, etag: '"a"' }
const server = createServer((request, answer) => {
  const known = request.headers['if-none-match'] !== undefined
  answer.writeHead(known ? 304 : 200, known ? { etag: '"a"' } : headers)
  answer.end(known ? undefined : body)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
