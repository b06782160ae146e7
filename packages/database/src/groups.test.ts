import { describe, expect, it, vi } from 'vitest';
import { createGroups } from './groups.ts';

type Wish = { readonly id: string; readonly lanes: readonly string[]; readonly name?: string };

/** Notes what is taken together; each group ends when it is let. */
function aDesk(
  most = 100,
  isRefused: (wishes: readonly Wish[]) => boolean = () => false,
  { patienceMs, told }: { readonly patienceMs?: number; readonly told?: Promise<unknown> } = {},
) {
  const groups: string[][] = [];
  const open: (() => void)[] = [];
  const ask = createGroups<Wish, string>({
    lanesOf: ({ lanes }) => lanes,
    namesOf: ({ id, name }) => [id, ...(name ? [name] : [])],
    async take(wishes) {
      groups.push(wishes.map(({ id }) => id));
      await new Promise<void>((resolve) => open.push(resolve));
      if (isRefused(wishes)) throw new Error(`not ${wishes.map(({ id }) => id).join()}`);
      return { answers: wishes.map(({ id }) => `${id} done`), ...(told ? { told } : {}) };
    },
    most,
    ...(patienceMs ? { patienceMs } : {}),
  });
  const end = async () => {
    for (const resolve of open.splice(0)) resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, groups, end };
}

const wish = (id: string, ...lanes: string[]): Wish => ({ id, lanes });

describe('requests for the same thing', () => {
  it('go at once when nobody is in the way, and together after one that is', async () => {
    const { ask, groups, end } = aDesk();
    const answers = Promise.all(['1', '2', '3'].map((id) => ask(wish(id, 'A'))));
    const other = ask(wish('other', 'B'));
    expect(groups).toEqual([['1'], ['other']]);
    await end();
    expect(groups).toEqual([['1'], ['other'], ['2', '3']]);
    await end();
    expect(await answers).toEqual(['1 done', '2 done', '3 done']);
    expect(await other).toBe('other done');
  });

  it('are taken no more than so many at a time', async () => {
    const { ask, groups, end } = aDesk(2);
    const all = ['1', '2', '3', '4', '5'].map((id) => ask(wish(id, 'A')));
    await end();
    await end();
    await end();
    expect(groups).toEqual([['1'], ['2', '3'], ['4', '5']]);
    await Promise.all(all);
  });

  it('wait until all they want is free, and are not overtaken meanwhile', async () => {
    const { ask, groups, end } = aDesk();
    const all = [wish('a', 'A'), wish('ab', 'A', 'B'), wish('b', 'B'), wish('bc', 'B', 'C'), wish('c', 'C')].map(ask);
    expect(groups).toEqual([['a']]);
    await end();
    expect(groups).toEqual([['a'], ['ab', 'b', 'bc', 'c']]);
    await end();
    await Promise.all(all);
  });

  it('are not answered before others are told, while the next go on', async () => {
    const { promise: told, resolve: tell } = Promise.withResolvers<void>();
    const { ask, groups, end } = aDesk(100, undefined, { told });
    const answered: string[] = [];
    const note = (answer: string) => void answered.push(answer);
    const all = [ask(wish('1', 'A')).then(note), ask(wish('2', 'A')).then(note)];
    await end();
    await end();
    expect(groups).toEqual([['1'], ['2']]);
    expect(answered).toEqual([]);
    tell();
    await Promise.all(all);
    expect(answered).toEqual(['1 done', '2 done']);
  });

  it('are not taken together with one of the same name', async () => {
    const { ask, groups, end } = aDesk();
    const twin = (id: string): Wish => ({ id, lanes: ['A'], name: 'same' });
    const all = [wish('1', 'A'), twin('2'), twin('3')].map(ask);
    await end();
    await end();
    await end();
    expect(groups).toEqual([['1'], ['2'], ['3']]);
    await Promise.all(all);
  });

  it('wait for the group before, when told, and then go along with others that want something else', async () => {
    const { ask, groups, end } = aDesk(100, undefined, { patienceMs: 60_000 });
    const all = [wish('a', 'A'), wish('b', 'B'), wish('c', 'C'), wish('a2', 'A')].map(ask);
    expect(groups).toEqual([['a']]);
    await end();
    expect(groups).toEqual([['a'], ['b', 'c', 'a2']]);
    await end();
    await Promise.all(all);
  });

  it('go without the group before when that takes too long, but for who wants what it has', async () => {
    vi.useFakeTimers();
    try {
      const { ask, groups, end } = aDesk(100, undefined, { patienceMs: 100 });
      const all = [wish('a', 'A'), wish('b', 'B'), wish('c', 'C'), wish('a2', 'A')].map(ask);
      vi.advanceTimersByTime(99);
      expect(groups).toEqual([['a']]);
      vi.advanceTimersByTime(1);
      expect(groups).toEqual([['a'], ['b', 'c']]);
      const later = ask(wish('d', 'D'));
      expect(groups).toHaveLength(2);
      vi.useRealTimers();
      await end();
      expect(groups).toEqual([['a'], ['b', 'c'], ['a2', 'd']]);
      await end();
      await Promise.all([...all, later]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are tried alone when they fail together, so that one failure is nobody else’s', async () => {
    const { ask, groups, end } = aDesk(100, (wishes) => wishes.some(({ id }) => id === 'bad'));
    const all = Promise.allSettled([wish('1', 'A'), wish('2', 'A'), wish('bad', 'A'), wish('3', 'A')].map(ask));
    for (let step = 0; step < 5; step++) await end();
    expect(groups).toEqual([['1'], ['2', 'bad', '3'], ['2'], ['bad'], ['3']]);
    expect((await all).map((settled) => (settled.status === 'fulfilled' ? settled.value : 'failed'))).toEqual([
      '1 done',
      '2 done',
      'failed',
      '3 done',
    ]);
  });
});
