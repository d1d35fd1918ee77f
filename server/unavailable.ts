/** The server cannot answer now but may in a moment: the answer is a 503. The message is one of few sentences. */
export class Unavailable extends Error {
  override name = 'Unavailable';
  /** The path that was asked for, where it matters. */
  readonly path: string | undefined;

  constructor(message: string, path?: string) {
    super(message);
    this.path = path;
  }
}
