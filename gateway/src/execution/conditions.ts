import type { Operation } from '@apollo/federation-internals';
import type { Tree } from './merge.ts';

/** The values of an operation's `@skip` and `@include` variables, by the place `flagOf` gave them. */
export type Flags = readonly boolean[];

/** The variables that decide what an operation selects. */
export class Conditions {
  readonly #names: string[] = [];
  readonly #defaults: Readonly<Record<string, unknown>>;

  constructor(operation: Operation) {
    this.#defaults = operation.collectDefaultedVariableValues();
  }

  flagOf(variable: string): number {
    const known = this.#names.indexOf(variable);
    return known >= 0 ? known : this.#names.push(variable) - 1;
  }

  /** Undefined when a variable has no boolean to decide by: that is an error, which Apollo's executor words. */
  read(variables: Readonly<Tree>): Flags | undefined {
    const flags: boolean[] = [];
    for (const name of this.#names) {
      const value = Object.hasOwn(variables, name) ? variables[name] : this.#defaults[name];
      if (typeof value !== 'boolean') return undefined;
      flags.push(value);
    }
    return flags;
  }
}
