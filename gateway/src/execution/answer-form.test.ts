import { buildSchema, operationFromDocument } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { answerFormOf, type WholeText } from './answer-form.ts';
import { Conditions } from './conditions.ts';
import { compileWriter } from './json-writer.ts';

const schema = buildSchema(`
  scalar Any
  enum Kind { A AB }
  interface Named { name: String }
  type Shop implements Named { name: String open: Boolean! }
  type Van implements Named { name: String seats: Int! }
  type Query { thing(id: ID): Thing named: Named list: [Thing!]! grid: [[Float]!] }
  type Thing { id: ID! text: String int: Int! float: Float yes: Boolean kind: Kind any: Any inner: Thing }
`);

function compiled(query: string) {
  const operation = operationFromDocument(schema, parse(query));
  const conditions = new Conditions(operation);
  const form = answerFormOf(operation, conditions);
  const dataOf = (text: string) => (form?.read(text) as WholeText | undefined)?.text;
  return { form: form && { dataOf }, write: compileWriter(operation, conditions) };
}

const whole = '{ thing { id text int float yes kind any inner { int } } }';
const clean = { id: 'a', text: 'ü 🙂', int: -7, float: 1.5, yes: true, kind: 'AB', any: 'x', inner: { int: 0 } };
const answerWith = (changed: object) => JSON.stringify({ data: { thing: { ...clean, ...changed } } });
const harms = ['"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '1', '.', 'e', '+', ' ', '\n', 'null', 'A', ''];

describe('the form of an answer', () => {
  it.each([
    ['all kinds of values', {}],
    ['no value where there may be none', { text: null, float: null, yes: null, kind: null, any: null, inner: null }],
    ['a number as an id', { id: 12 }],
    ['a large number', { int: 123456789012345, float: 123456789.123456 }],
    ['a small number', { float: 0.000001, any: -0.5 }],
    ['an empty text', { text: '' }],
  ])('takes %s, as the writer writes it', (_what, changed) => {
    const { form, write } = compiled(whole);
    const text = answerWith(changed);
    expect(form?.dataOf(text)).toBe(write(JSON.parse(text).data, []));
  });

  it.each([
    ['an error beside the data', '{"errors":[{"message":"no"}],"data":{"thing":null}}'],
    ['an error after the data', '{"data":{"thing":null},"errors":[{"message":"no"}]}'],
    ['no data', '{"data":null}'],
    ['a value where none may be missing', answerWith({ int: null })],
    ['a value of another type', answerWith({ int: '1' })],
    ['a name that is not of the enum', answerWith({ kind: 'ABC' })],
    ['a number with a fraction for one without', answerWith({ int: 1.5 })],
    ['a number written in another way', answerWith({}).replace('1.5', '1.50')],
    ['a number less than nothing', answerWith({}).replace('-7', '-0')],
    ['a number with an exponent', answerWith({ float: 1e-7 })],
    ['a number no double holds', answerWith({}).replace('-7', '12345678901234567')],
    ['a text that is escaped', answerWith({ text: 'a "b"' })],
    ['a field more', answerWith({ more: 1 })],
    ['a field less', answerWith({ text: undefined })],
    ['another order', '{"data":{"thing":{"text":null}}}'],
    ['space', answerWith({}).replace(':', ': ')],
    ['half of it', answerWith({}).slice(0, -9)],
    ['more after it', `${answerWith({})}}`],
    ['nothing', ''],
  ])('leaves %s to reading', (_what, text) => {
    expect(compiled(whole).form?.dataOf(text)).toBeUndefined();
  });

  it('takes of a harmed text only what is written the same again', () => {
    const { write } = compiled(whole);
    // No half of a pair: none comes out of bytes.
    const letters = [...answerWith({})];
    for (let place = 0; place <= letters.length; place++) {
      for (const harm of harms) {
        for (const cut of [0, 1]) {
          const harmed = letters.toSpliced(place, cut, harm).join('');
          const taken = compiled(whole).form?.dataOf(harmed);
          if (taken !== undefined) expect(taken).toBe(write(JSON.parse(harmed).data, []));
        }
      }
    }
  });

  it('tells types apart by the name they come with first, and by nothing else', () => {
    const named = (fields: string) =>
      compiled(`{ named { ${fields} ... on Shop { open } ... on Van { seats } } }`).form;
    const shop = '{"named":{"__typename":"Shop","name":null,"open":true}}';
    expect(named('__typename name')?.dataOf(`{"data":${shop}}`)).toBe(shop);
    expect(named('__typename name')?.dataOf(`{"data":${shop.replace('Shop', 'Van')}}`)).toBeUndefined();
    expect([named('name'), named('name __typename')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['[]', true],
    ['[[]]', true],
    ['[[1,null],[2.5]]', true],
    ['null', true],
    ['[null]', false],
    ['[[1,]]', false],
    ['[,[1]]', false],
    ['[[1] [2]]', false],
    ['[[1],]', false],
  ])('takes lists within lists: %s', (grid, isTaken) => {
    const data = `{"grid":${grid}}`;
    expect(compiled('{ grid }').form?.dataOf(`{"data":${data}}`)).toBe(isTaken ? data : undefined);
  });

  it('is none where it depends on variables', () => {
    expect(compiled('query ($a: Boolean!) { list { id @include(if: $a) } }').form).toBeUndefined();
  });

  it('takes eight times as long to refuse a text eight times as long, and not sixty-four', () => {
    const row = '{"id":"1","float":1234.5,"any":0.25,"text":"a"}';
    const timeToRefuse = (rows: number) => {
      const { form } = compiled('{ list { id float any text } }');
      const text = `{"data":{"list":[${Array(rows).fill(row)}],"more":1}}`;
      const tries = Array.from({ length: 8 }, () => {
        const start = performance.now();
        expect(form?.dataOf(text)).toBeUndefined();
        return performance.now() - start;
      });
      return Math.min(...tries);
    };
    expect(timeToRefuse(4000) / timeToRefuse(500)).toBeLessThan(30);
  });

  it('is not tried for ever when it never fits', () => {
    const { form } = compiled(whole);
    for (let each = 0; each < 30; each++) form?.dataOf('{"data":{"other":1}}');
    expect(form?.dataOf(answerWith({}))).toBeUndefined();
  });
});
