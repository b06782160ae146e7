/** What a worker and the process that started it tell each other about figures. */
type Message =
  | { readonly figures: 'wanted'; readonly id: number }
  | { readonly figures: 'asked'; readonly id: number }
  | { readonly figures: 'own'; readonly id: number; readonly text: string }
  | { readonly figures: 'all'; readonly id: number; readonly texts: readonly Told[] };
type Told = { readonly worker: number; readonly text: string };

/** A worker that does not tell within that time is left out. */
const longestMs = 2000;

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'figures' in message;

/**
 * Text of the figures of all workers, wherever the question arrives: each sample gets the label `worker`. In a worker.
 */
export function figuresOfWorkers(own: () => Promise<string>): () => Promise<string> {
  const waiting = new Map<number, (texts: readonly Told[]) => void>();
  let last = 0;
  process.on('message', async (message: unknown) => {
    if (!isMessage(message)) return;
    if (message.figures === 'asked') process.send?.({ figures: 'own', id: message.id, text: await own() });
    if (message.figures !== 'all') return;
    waiting.get(message.id)?.(message.texts);
    waiting.delete(message.id);
  });
  return async () => {
    last += 1;
    const id = last;
    const told = new Promise<readonly Told[]>((resolve) => waiting.set(id, resolve));
    process.send?.({ figures: 'wanted', id });
    return joined(await told);
  };
}

/** The part of a worker that is needed here. */
type Peer = {
  readonly id: number;
  readonly isConnected: () => boolean;
  readonly send: (message: Message) => boolean;
};

/** Asks all workers when one wants to know. In the process that started them. */
export function createFigureDesk(workers: () => readonly Peer[]) {
  const rounds = new Map<number, { readonly missing: Set<number>; readonly texts: Told[]; readonly end: () => void }>();
  let last = 0;

  function ask(asker: Peer, id: number): void {
    const peers = workers().filter((worker) => worker.isConnected());
    last += 1;
    const round = last;
    const texts: Told[] = [];
    const end = () => {
      clearTimeout(timer);
      rounds.delete(round);
      if (asker.isConnected()) asker.send({ figures: 'all', id, texts: texts.sort((a, b) => a.worker - b.worker) });
    };
    const timer = setTimeout(end, longestMs);
    rounds.set(round, { missing: new Set(peers.map((peer) => peer.id)), texts, end });
    for (const peer of peers) peer.send({ figures: 'asked', id: round });
  }
  return (from: Peer, message: unknown): void => {
    if (!isMessage(message)) return;
    if (message.figures === 'wanted') ask(from, message.id);
    if (message.figures !== 'own') return;
    const round = rounds.get(message.id);
    if (!round?.missing.delete(from.id)) return;
    round.texts.push({ worker: from.id, text: message.text });
    if (round.missing.size === 0) round.end();
  };
}

/** One text out of several, each metric told once with the samples of all: what the format asks for. */
export function joined(texts: readonly Told[]): string {
  const families = new Map<string, { readonly head: string[]; readonly samples: string[] }>();
  for (const { worker, text } of texts) {
    const isFirst = new Set<string>();
    let family = { head: [] as string[], samples: [] as string[] };
    for (const line of text.split('\n').filter((one) => one !== '')) {
      const [, name] = /^# (?:HELP|TYPE) (\S+)/.exec(line) ?? [];
      if (name !== undefined) {
        if (!families.has(name)) isFirst.add(name);
        family = families.get(name) ?? { head: [], samples: [] };
        families.set(name, family);
        if (isFirst.has(name)) family.head.push(line);
      } else
        family.samples.push(line.replace(/^(\w+)(?:\{(.*)\})? /, (_all, of, labels) => labelled(of, labels, worker)));
    }
  }
  return [...families.values()]
    .flatMap(({ head, samples }) => [...head, ...samples])
    .join('\n')
    .concat('\n');
}

const labelled = (name: string, labels: string | undefined, worker: number) =>
  `${name}{worker="${worker}"${labels ? `,${labels}` : ''}} `;
