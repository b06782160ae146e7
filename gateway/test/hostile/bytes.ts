import { gzipSync } from 'node:zlib';
import type { Hostile } from './request.ts';

const query = '{"query":"{ __typename }"}';
const mebibyte = 1024 * 1024;
const post = (headers: string, body = query) =>
  `POST /graphql/partner HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n${headers}\r\n\r\n${body}`;

const bodies: readonly Hostile[] = [
  { name: '3 MB', body: JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(3 * mebibyte) }) },
  { name: '3 MB in pieces, of no told length', chunks: Array(48).fill('x'.repeat(65_536)) },
  { name: 'a length of petabytes', raw: post('content-length: 999999999999999', '') },
  {
    name: 'gzip of a gigabyte of nothing',
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(mebibyte)),
  },
  { name: 'no JSON', body: 'query=x' },
  { name: 'half of a JSON', body: '{"query": "{ __typename' },
  { name: 'JSON a hundred thousand levels deep', body: `{"query":"{ __typename }","variables":${'['.repeat(100_000)}` },
  { name: 'null', body: 'null' },
  { name: 'a number', body: '7' },
  { name: 'a text', body: '"{ __typename }"' },
  { name: 'a batch of a thousand', body: JSON.stringify(Array(1000).fill({ query: '{ __typename }' })) },
  { name: 'an empty batch', body: '[]' },
  { name: 'variables as text', body: '{"query":"{ __typename }","variables":"{}"}' },
  { name: 'extensions as a list', body: '{"query":"{ __typename }","extensions":[]}' },
  { name: 'a name that is no text', body: '{"query":"{ __typename }","operationName":{}}' },
  { name: 'UTF-16', body: Buffer.from(query, 'utf16le') },
  { name: 'bytes that are no UTF-8', body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x80, 0x22, 0x7d]) },
  { name: 'a form', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
  {
    name: 'a file in a form',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
  },
  { name: 'plain text', headers: { 'content-type': 'text/plain' }, body: query },
  { name: 'GraphQL as such', headers: { 'content-type': 'application/graphql' }, body: '{ __typename }' },
  { name: 'a type of a hundred parts', headers: { 'content-type': `text/x${';a=b'.repeat(100)}` }, body: query },
  { name: 'an answer in XML', headers: { accept: 'application/xml' }, body: '{' },
];

const requests: readonly Hostile[] = [
  { name: 'a mutation by GET', method: 'GET', path: '/graphql/partner?query=mutation%7Bbuy(sku:%221%22)%7Bsku%7D%7D' },
  { name: 'GET with variables that are no JSON', method: 'GET', path: '/graphql/partner?query=%7Bp%7D&variables=%7B' },
  { name: 'GET with broken percent signs', method: 'GET', path: '/graphql/partner?query=%E0%A4%A' },
  { name: 'GET with nothing', method: 'GET', path: '/graphql/partner' },
  { name: 'an address of 14 KB', method: 'GET', path: `/graphql/partner?query=${'%7B'.repeat(4600)}` },
  { name: 'an address of 40 KB', method: 'GET', path: `/graphql/partner?query=${'x'.repeat(40_000)}` },
  { name: 'a way up the folders', method: 'GET', path: '/graphql/../../../../etc/passwd' },
  { name: 'the same, written in percent signs', method: 'GET', path: '/%2e%2e/%2e%2e/etc/passwd' },
  { name: 'a variant nobody made', path: '/graphql/internal', body: query },
  { name: 'a variant that is a part of every object', path: '/graphql/__proto__', body: query },
  { name: 'an address without a path', raw: 'GET // HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n' },
  { name: 'an address with half a host', raw: 'GET http://[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n' },
  { name: 'DELETE', method: 'DELETE', body: query },
  { name: 'TRACE', method: 'TRACE' },
  { name: 'no HTTP', raw: 'HELO passerelle\r\n\r\n' },
  { name: 'a request line of NULs', raw: `${'\0'.repeat(100)}\r\n\r\n` },
  { name: 'two lengths', raw: post(`content-length: 26\r\ncontent-length: 27`) },
  {
    name: 'a length and pieces',
    raw: post(`content-length: 26\r\ntransfer-encoding: chunked`, '0\r\n\r\nGET / HTTP/1.1'),
  },
  { name: 'pieces of broken size', raw: post('transfer-encoding: chunked', 'zz\r\nabc\r\n0\r\n\r\n') },
  { name: 'a line break in a header', raw: post('x-a: 1\n\rx-b: 2\r\ncontent-length: 26') },
  { name: 'headers of 20 KB', headers: { 'x-long': 'x'.repeat(20_000) }, body: query },
  {
    name: 'three thousand headers',
    headers: Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`x-${n}`, 'y'])),
    body: query,
  },
];

export const bytes: readonly Hostile[] = [...bodies, ...requests];
