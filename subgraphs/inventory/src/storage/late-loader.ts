import DataLoader, { type BatchLoadFn, type Options } from 'dataloader';

/**
 * A DataLoader that is made when it is first asked. A request has fifteen of them and asks hardly any: making them all took
 * 0.006 ms of the 0.08 that inventory's part of a picker takes.
 */
export class LateLoader<K, V, C = K> {
  readonly #find: BatchLoadFn<K, V>;
  readonly #options: Options<K, V, C>;
  #made: DataLoader<K, V, C> | undefined;

  constructor(find: BatchLoadFn<K, V>, options: Options<K, V, C>) {
    this.#find = find;
    this.#options = options;
  }

  load(key: K): Promise<V> {
    return this.#loader().load(key);
  }
  loadMany(keys: readonly K[]): Promise<(V | Error)[]> {
    return this.#loader().loadMany(keys);
  }
  clear(key: K): this {
    this.#made?.clear(key);
    return this;
  }

  #loader(): DataLoader<K, V, C> {
    this.#made ??= new DataLoader(this.#find, this.#options);
    return this.#made;
  }
}
