import {
  type InvalidInput,
  invalidInput,
  type LimitExceeded,
  limitExceeded,
  ok,
  type Result,
  refuse,
} from '@passerelle/values';

/** Units wanted of one SKU. */
export type WantedLine = { readonly sku: string; readonly quantity: number };

/** Of a cart's line. */
const maximumUnits = 999;

/** 1 to `maximum` lines, each SKU once, each with 1 to `units` units. `name` is the field that holds them. */
export function checkLines(
  lines: readonly WantedLine[],
  name: string,
  maximum: number,
  units = maximumUnits,
): Result<readonly WantedLine[], InvalidInput | LimitExceeded> {
  if (lines.length === 0) return refuse(invalidInput([name], `Give at least one of \`${name}\`.`));
  if (lines.length > maximum) return refuse(limitExceeded([name], `\`${name}\` takes at most ${maximum}.`, maximum));
  const seen = new Set<string>();
  const problems = lines.flatMap(({ sku, quantity }, index) => {
    const place = `${name}[${index}]`;
    if (quantity < 1 || quantity > units) {
      return [invalidInput([name, index, 'quantity'], `${place}.quantity must be 1 to ${units}.`)];
    }
    if (sku.includes('\0')) return [invalidInput([name, index, 'sku'], `${place}.sku holds a NUL; leave it out.`)];
    if (seen.has(sku))
      return [invalidInput([name, index, 'sku'], `${place}.sku ${sku} is there twice; add its units up.`)];
    seen.add(sku);
    return [];
  });
  return problems.length === 0 ? ok(lines) : refuse(...problems);
}

export const totalUnits = (lines: readonly WantedLine[]) => lines.reduce((sum, line) => sum + line.quantity, 0);
