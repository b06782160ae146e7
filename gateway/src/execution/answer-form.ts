import type { Operation } from '@apollo/federation-internals';
import type { EntityTexts } from '@passerelle/server';
import type { Conditions } from './conditions.ts';
import { compositeForm } from './forms.ts';
import { Unsupported } from './unsupported.ts';

/** A clean answer left as text. Who looks into it gets it read. */
export abstract class Unread {
  readonly #answer: string;
  #data: Record<string, unknown> | undefined;

  constructor(answer: string) {
    this.#answer = answer;
  }
  get data(): Record<string, unknown> {
    this.#data ??= JSON.parse(this.#answer).data as Record<string, unknown>;
    return this.#data;
  }
}

/**
 * How an answer looks that needs no reading, as a regular expression made of the operation tells. Nobody needs to be
 * trusted for that: an answer in any other form is read and checked as ever. `PASS_THROUGH=off` reads all.
 */
export abstract class AnswerForm {
  /** Tries in vain, less those that were not: another order of fields, say, never matches, and is not tried for ever. */
  #vain = 0;

  read(answer: string): Unread | EntityTexts | undefined {
    if (this.#vain > mostVain || answer.length > longestText) return undefined;
    const unread = this.match(answer);
    this.#vain = unread ? Math.max(0, this.#vain - 1) : this.#vain + 1;
    return unread;
  }

  protected abstract match(answer: string): Unread | EntityTexts | undefined;
}

const mostVain = 20;
/** Longer ones are not what this is for. */
const longestText = 512 * 1024;

/** An answer that is all of what the client asked. */
export class WholeText extends Unread {
  /** Its `data`. */
  readonly text: string;
  constructor(answer: string) {
    super(answer);
    this.text = answer.slice(start.length, -1);
  }
}

const start = '{"data":';

/**
 * The answer of the one subgraph that an operation asks, passed on as it came. For a listing of 6.5 kB the expression
 * takes 7 µs; to read and to write take 66 and 30, and leave garbage.
 */
class WholeForm extends AnswerForm {
  readonly #pattern: RegExp;

  constructor(data: string) {
    super();
    this.#pattern = new RegExp(`^\\{"data":${data}\\}$`);
  }

  protected match(answer: string): WholeText | undefined {
    return this.#pattern.test(answer) ? new WholeText(answer) : undefined;
  }
}

/** Undefined where the operation has no such form. */
export function answerFormOf(operation: Operation, conditions: Conditions): AnswerForm | undefined {
  const root = operation.schema().schemaDefinition.rootType(operation.rootKind);
  if (!root) return undefined;
  try {
    return new WholeForm(compositeForm(root, [operation.selectionSet], conditions));
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}
