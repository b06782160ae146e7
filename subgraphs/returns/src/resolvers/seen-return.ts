import type { Context } from '../context.ts';
import type { Return } from '../domain/return.ts';
import { maySee } from '../domain/viewer.ts';

/** A return the caller may see; null when there is none, or it is somebody else's. */
export async function seenReturn({ caller, reads }: Context, id: string | undefined): Promise<Return | null> {
  const found = id === undefined ? null : await reads.returns.load(id);
  return found && maySee(caller, found.customerId) ? found : null;
}
