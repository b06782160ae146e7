/** Stock that changed, by the numbers of an item and of a location; null stands for all of them. */
export type StockChange = { readonly itemNo: number | null; readonly locationNo: number | null };

export const allStock: StockChange = { itemNo: null, locationNo: null };

/** As text: `12` for an item, `12@7` for its level at a location, `@7` for a location, `*` for everything. */
export function changeText({ itemNo, locationNo }: StockChange): string {
  if (locationNo === null) return itemNo === null ? '*' : `${itemNo}`;
  return `${itemNo ?? ''}@${locationNo}`;
}

/** What cannot be read means everything. */
export function readChange(text: string): StockChange {
  const [, item, location] = /^(\d+)?(?:@(\d+))?$/.exec(text) ?? [];
  return {
    itemNo: item === undefined ? null : Number(item),
    locationNo: location === undefined ? null : Number(location),
  };
}

/** The changes as one text of at most so many characters: levels, or else their items, or else everything. */
export function changesText(texts: ReadonlySet<string>, longest: number): string {
  const levels = [...texts].join(',');
  if (levels.length <= longest) return levels;
  const items = [...new Set([...texts].map((text) => text.replace(/(?<=\d)@\d+$/, '')))].join(',');
  return items.length <= longest ? items : changeText(allStock);
}
