/** A file under `fonts/`. */
export interface Font {
  /** Its name there, composed (NFC). */
  slug: string;
  /** Its path in the newsroom's folder, as the file system has it. */
  file: string;
  /** git's hash of its bytes. */
  hash: string;
  /** Missing where the font has no Latin letters, or its tables cannot be read. */
  metrics?: FontMetrics;
}

/** What the lines of a text in a font need, in parts of its size. */
export interface FontMetrics {
  /** Above and below the line on which the letters are; neither is negative. */
  ascent: number;
  descent: number;
  lineGap: number;
  /** The average width of a character in a text in Latin letters. */
  width: number;
}
