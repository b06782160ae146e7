/** Thrown while compiling: this operation is left to Apollo's executor. */
export class Unsupported extends Error {
  override readonly name = 'Unsupported';
}
