/** The server cannot answer now but may in a moment: the answer is a 503. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}
