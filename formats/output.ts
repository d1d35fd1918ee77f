/** What one address answers besides pages: a finished document, and how it is labelled. */
export interface Output {
  /** The whole Content-Type. */
  type: string;
  body: string;
  /** 200 unless told otherwise. */
  status?: 200 | 410;
  /** What its answer says beside the headers that every answer has. */
  headers?: Readonly<Record<string, string>>;
  /** The one form of its address, where that is not its normal path. */
  address?: string;
  /** Milliseconds; from then on the document says something else, though no gate has passed. */
  until?: number;
}

/** The address has moved: 308. */
export interface Moved {
  to: string;
}
