import { format } from 'node:util';
import { pino } from 'pino';
import { logLevels, type LogLevel, type Settings } from '../newsroom/settings.ts';
import type { Exchange } from './exchange.ts';
import { LineWriter } from './line-writer.ts';
import { sendMessages, toTerminal } from './log.ts';

/** How long the end of the process waits for a log that cannot be written. Milliseconds. */
const flushLimit = 1000;

/** A log that is open. */
export interface LogOutput {
  /** Writes a line about a request; missing where none is wanted. */
  access: ((exchange: Exchange) => void) | undefined;
  /** Done when all lines are written, or cannot be. */
  flush(): Promise<void>;
}

/**
 * Sends the messages of this process to the log that the settings ask for. On a terminal there are no lines about requests,
 * except at the level `debug`.
 */
export function openLog(
  { logLevel, logFormat, clock }: Pick<Settings, 'logLevel' | 'logFormat' | 'clock'>,
  isTerminal = process.stdout.isTTY,
): LogOutput {
  switch (logFormat ?? (isTerminal ? 'text' : 'json')) {
    case 'json':
      return openJson(logLevel);
    case 'combined':
      limitTerminal(logLevel);
      return isLogged('info', logLevel)
        ? linesOf((exchange) => combinedLine(exchange, new Date(clock())))
        : { access: undefined, flush: nothing };
    case 'text':
      limitTerminal(logLevel);
      return isLogged('debug', logLevel) ? linesOf(shortLine) : { access: undefined, flush: nothing };
  }
}

async function nothing(): Promise<void> {}

function isLogged(level: LogLevel, from: LogLevel): boolean {
  return logLevels.indexOf(level) >= logLevels.indexOf(from);
}

function limitTerminal(from: LogLevel): void {
  sendMessages((level, ...message) => {
    if (isLogged(level, from)) toTerminal(level, ...message);
  });
}

function linesOf(line: (exchange: Exchange) => string): LogOutput {
  const writer = new LineWriter(1, () => '');
  return { access: (exchange) => writer.write(line(exchange)), flush: () => writer.flush(flushLimit) };
}

/** One JSON object in a line for each message and each request, to standard output. */
function openJson(level: LogLevel): LogOutput {
  const writer: LineWriter = new LineWriter(1, (lost) => {
    let line = '';
    pino(options(level), { write: (text) => (line = text) }).warn({ lost }, `${lost} lines of the log were lost.`);
    return line;
  });
  const logger = pino(options(level), writer);
  sendMessages((at, message, fields) => logger[at](fields, message));
  // What Next and other packages print must not stand between the lines.
  console.log = console.info = (...words: unknown[]): void => logger.info(format(...words));
  console.warn = (...words: unknown[]): void => logger.warn(format(...words));
  console.error = (...words: unknown[]): void => logger.error(format(...words));
  return {
    access: isLogged('info', level)
      ? ({ milliseconds, ...exchange }) => logger.info({ ...exchange, ms: Math.round(milliseconds * 100) / 100 })
      : undefined,
    flush: () => writer.flush(flushLimit),
  };
}

function options(level: LogLevel): pino.LoggerOptions {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
}

/** `GET /2026/01/13/slug 200 1.2 ms` */
function shortLine({ method, address, status, milliseconds }: Exchange): string {
  return `${method} ${escaped(address)} ${status} ${milliseconds.toFixed(1)} ms\n`;
}

/** The combined log format of Apache and nginx; the size is that of the answer with its head. */
export function combinedLine(exchange: Exchange, now: Date): string {
  const { client, method, address, version, status, bytes, referrer, agent } = exchange;
  const request = `${method} ${escaped(address)} HTTP/${version}`;
  return `${escaped(client) || '-'} - - [${combinedDate(now)}] "${request}" ${status} ${bytes} "${escaped(referrer ?? '-')}" "${escaped(agent ?? '-')}"\n`;
}

/** `13/Jan/2026:09:30:00 +0000` */
function combinedDate(date: Date): string {
  const [, day, month, year, time] = date.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}

/** Quotation marks and control characters could end a field, or change what a terminal shows. */
function escaped(text: string): string {
  return text.replace(/["\\\p{Cc}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\x${code.toString(16).padStart(2, '0')}`;
  });
}
