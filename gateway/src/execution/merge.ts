/** A JSON object, as a subgraph answers it. */
export type Tree = { [key: string]: unknown };

/** What merging changed, as triples: the object, the key, and what was there before. */
export type Journal = unknown[];

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Adds what `source` says to `target`, noting each change. False when the two contradict each other or are not plain
 * JSON: who is right then is for Apollo's executor to say.
 */
export function merge(target: Tree, source: Tree, journal: Journal): boolean {
  for (const key in source) {
    if (key === '__proto__') return false;
    const said = source[key];
    const known = target[key];
    if (known === said || said === undefined) continue;
    if (known === undefined) {
      journal.push(target, key, undefined);
      target[key] = said;
    } else if (!mergeInner(known, said, journal)) {
      return false;
    }
  }
  return true;
}

function mergeInner(known: unknown, said: unknown, journal: Journal): boolean {
  if (isTree(known) && isTree(said)) return merge(known, said, journal);
  if (!Array.isArray(known) || !Array.isArray(said) || known.length !== said.length) return false;
  return known.every((each, index) => each === said[index] || (isTree(each) && mergeInner(each, said[index], journal)));
}

/** Takes back every change, so that the answers stand as they came. */
export function undo(journal: Journal): void {
  for (let place = journal.length - 3; place >= 0; place -= 3) {
    delete (journal[place] as Tree)[journal[place + 1] as string];
  }
  journal.length = 0;
}
