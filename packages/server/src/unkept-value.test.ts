import { describe, expect, it } from 'vitest';
import { ServiceError } from './services.ts';
import { sayUnkeptValue } from './unkept-value.ts';

const states = (code: string, detail?: string) => Object.assign(new Error('refused'), { code, detail });
const input = (reason: unknown) => ({ input: { lines: [{ quantity: 1 }, { reason }] } });

describe('a value that the database does not keep', () => {
  it.each<[string, unknown, unknown, string | undefined]>([
    ['a NUL in a text', states('22021'), input('a\0b'), '`input.lines.1.reason` holds a NUL character'],
    ['a NUL in JSON', states('22P05'), input('a\0b'), '`input.lines.1.reason` holds a NUL character'],
    [
      'half a pair in JSON',
      states('22P02', 'Unicode high surrogate must not follow a high surrogate.'),
      input('\ud800'),
      '`input.lines.1.reason` holds',
    ],
    ['a NUL in the document', states('22021'), input('fine'), 'A text of this operation holds a NUL character'],
    ['a text no index takes', states('54000'), input('x'.repeat(3000)), '`input.lines.1.reason` is too long'],
    ['a moment no zone takes', states('22008'), input('fine'), 'A moment of this operation is too far away'],
    ['below another error', new Error('query', { cause: states('22021') }), input('\0'), '`input.lines.1.reason`'],
    [
      'refused by a neighbour',
      new ServiceError('no', { code: 'BAD_USER_INPUT' }),
      input('\0'),
      '`input.lines.1.reason`',
    ],
    ['nothing of the client’s', new ServiceError('no', { code: 'BAD_USER_INPUT' }), input('fine'), undefined],
    ['a number that is none', states('22P02', 'Token "x" is invalid.'), input('\0'), undefined],
    ['another fault', states('23505'), input('\0'), undefined],
    ['no error at all', null, input('\0'), undefined],
  ])('%s', (_title, error, variables, said) => {
    const told = sayUnkeptValue(error, variables);
    if (said) expect(told).toContain(said);
    else expect(told).toBeUndefined();
  });
});
