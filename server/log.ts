import type { LogLevel } from '../newsroom/settings.ts';

/** What a message is about, beside its words. `err` is the fault, with its trace. */
export type LogFields = Readonly<Record<string, unknown>> & { err?: unknown };

/** The levels that this program writes. */
type Level = Extract<LogLevel, 'info' | 'warn' | 'error'>;

/** Takes one message. `text` is its form for a terminal, where that is another one. */
type Write = (level: Level, message: string, fields: LogFields, text: string) => void;

/** To the terminal: what is well goes to standard output, all else to standard error. */
export const toTerminal: Write = (level, _, { err }, text) => {
  const print = level === 'info' ? console.log : console.error;
  if (err === undefined) print(text);
  else print(text, err);
};

let write: Write = toTerminal;

/** Sends the messages of this process somewhere else than to the terminal. */
export function sendMessages(to: Write): void {
  write = to;
}

/** The one place to which a running site says what happens to it. */
export const log = {
  info: (message: string, fields: LogFields = {}, text = message): void => write('info', message, fields, text),
  /** Something that an operator or an editor must look at. */
  warn: (message: string, fields: LogFields = {}, text = message): void => write('warn', message, fields, text),
  /** Something that did not work. */
  error: (message: string, fields: LogFields = {}, text = message): void => write('error', message, fields, text),
};
