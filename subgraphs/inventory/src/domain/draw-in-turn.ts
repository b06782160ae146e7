import { insufficientStock, notFound, ok, type Refusal, type Result, refuse } from '@passerelle/values';
import type { ChannelView } from './availability.ts';
import { type DrawnLine, drawFrom, drawsOf, isShort } from './draw.ts';
import { cartStock } from './pickup.ts';
import { type ItemStock, withUnitsTaken } from './stock.ts';
import type { WantedLine } from './wanted.ts';

/** A cart that wants units, and where they may come from. */
export type HoldWish = {
  readonly view: ChannelView;
  readonly lines: readonly WantedLine[];
  /** The one location, when there is only one. */
  readonly pinned: number | null;
  /** Take what there is of lines that fall short, unless there is nothing at all. */
  readonly allowPartial: boolean;
};

export type Drawn = Result<readonly DrawnLine[], Refusal>;

/** What each cart gets when they are served one after another: a cart that is refused leaves everything to the next. */
export function drawInTurn(wishes: readonly HoldWish[], stock: ReadonlyMap<string, ItemStock>): Drawn[] {
  let left = stock;
  return wishes.map((wish) => {
    const drawn = drawOne(wish, left);
    if (drawn.ok && wishes.length > 1) left = withUnitsTaken(left, drawsOf(drawn.value));
    return drawn;
  });
}

function drawOne({ view, lines, pinned, allowPartial }: HoldWish, stock: ReadonlyMap<string, ItemStock>): Drawn {
  const unknown = lines.flatMap(({ sku }, index) =>
    stock.has(sku) ? [] : [notFound('SKU', sku, ['lines', index, 'sku'])],
  );
  if (unknown.length > 0) return refuse(...unknown);

  const drawn = drawFrom(view, cartStock(lines, stock), pinned);
  const short = lines.flatMap(({ sku, quantity }, index) => {
    const line = drawn[index] as DrawnLine;
    return isShort(line) ? [insufficientStock(sku, quantity, line.available, ['lines', index, 'quantity'])] : [];
  });
  const isRefused = allowPartial ? short.length > 0 && drawsOf(drawn).length === 0 : short.length > 0;
  return isRefused ? refuse(...short) : ok(drawn);
}

export const unitsOf = (drawn: Drawn): number =>
  drawn.ok ? drawsOf(drawn.value).reduce((sum, { quantity }) => sum + quantity, 0) : 0;
