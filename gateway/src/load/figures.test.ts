import { expect, it } from 'vitest';
import { createFigureDesk, joined } from './figures.ts';

it('joins figures of workers: each metric once, each sample with its worker', () => {
  const text = (n: number) =>
    `# HELP a How many.\n# TYPE a counter\na ${n}\na{path="x y"} ${n}\n# TYPE b gauge\nb ${n}\n`;
  const all = joined([
    { worker: 1, text: text(5) },
    { worker: 2, text: text(7) },
  ]);
  expect(all.split('\n')).toEqual([
    '# HELP a How many.',
    '# TYPE a counter',
    'a{worker="1"} 5',
    'a{worker="1",path="x y"} 5',
    'a{worker="2"} 7',
    'a{worker="2",path="x y"} 7',
    '# TYPE b gauge',
    'b{worker="1"} 5',
    'b{worker="2"} 7',
    '',
  ]);
});

it('asks the workers that are there, and tells the one that wanted to know when all have answered', () => {
  const sent: [number, unknown][] = [];
  const peer = (id: number, isThere = true) => ({
    id,
    isConnected: () => isThere,
    send: (message: unknown) => sent.push([id, message]) > 0,
  });
  const [one, two, gone] = [peer(1), peer(2), peer(3, false)];
  const hear = createFigureDesk(() => [one, two, gone]);
  hear(one, { figures: 'wanted', id: 9 });
  expect(sent.splice(0)).toEqual([
    [1, { figures: 'asked', id: 1 }],
    [2, { figures: 'asked', id: 1 }],
  ]);
  hear(two, { figures: 'own', id: 1, text: 'b 1' });
  hear(two, { figures: 'own', id: 1, text: 'again' });
  hear(two, 'something else');
  expect(sent).toEqual([]);
  hear(one, { figures: 'own', id: 1, text: 'a 1' });
  const texts = [
    { worker: 1, text: 'a 1' },
    { worker: 2, text: 'b 1' },
  ];
  expect(sent).toEqual([[1, { figures: 'all', id: 9, texts }]]);
});
