import { randomUUID } from 'node:crypto';
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { Server as NetServer, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { allowedMethods, securityHeaders } from './headers.ts';
import { longestTarget, mostHeadBytes, mostHeaderBytes, refusalOf } from './message.ts';
import { sendText } from './respond.ts';

/** Bytes of a body that are read. No request needs a body, and no byte of one is used. */
const mostBodyBytes = 65_536;

/** Requests of one connection that may wait for their answers. No more of its bytes are read until one has its answer. */
const mostUnanswered = 8;

/** Times in milliseconds. */
const timeouts = {
  /** Proxies in front keep an idle connection for a minute at most, so they end it, and not this server. */
  keepAliveTimeout: 65_000,
  /** A reader who takes nothing for this long in the middle of an answer is gone. */
  timeout: 30_000,
  /** From the first byte of a request to the end of its head, and to the end of its body. */
  headersTimeout: 20_000,
  requestTimeout: 30_000,
  /** How often the two before are checked. */
  connectionsCheckingInterval: 5000,
  /** With too many connections, a new one takes the place of one that has sent no whole request for so long. */
  shortestWait: 1000,
  /** Or else of one whose reader has taken no byte of the answer for so long. */
  shortestStall: 5000,
};

/** Where no connection makes room, none is looked for again so soon. Milliseconds. */
const betweenSearches = 20;

/** A connection, and the requests on it that have no answer yet. */
class Connection {
  readonly #socket: Duplex;
  readonly #refused: SiteServerOptions['refused'];
  /** Since when it has had no request to answer, by `performance.now()`. */
  #waitsSince = performance.now();
  /** Whether a part of the next head has been read. */
  #hasBegun = false;
  /** How many bytes its reader had taken when no more were seen to be taken, and since when, by `performance.now()`. */
  #stalled: { sent: number; since: number } | undefined;
  /** Bytes that were sent before the present answer. */
  #sentBefore = 0;
  #unanswered = 0;
  #isHeld = false;
  /** What is sent after the answers, and ends the connection. No byte is read after it. */
  #last: RawAnswer | undefined;
  #isRefused = false;

  constructor(socket: Duplex, refused: SiteServerOptions['refused']) {
    this.#socket = socket;
    this.#refused = refused;
  }

  /**
   * Has the bytes go to Node's parser one head at a time: the parser itself stops for nothing in a packet, which can have
   * thousands of requests.
   */
  static of(socket: Socket, refused: SiteServerOptions['refused']): Connection {
    const connection = new Connection(socket, refused);
    const [parse, ...others] = socket.listeners('data');
    if (!parse || others.length > 0) throw new TypeError('Node reads a connection in another way than expected.');
    socket.removeAllListeners('data');
    socket.on('data', (bytes: Buffer) => connection.#read(bytes, (part) => void Reflect.apply(parse, socket, [part])));
    return connection;
  }

  #read(bytes: Buffer, parse: (part: Buffer) => void): void {
    const socket = this.#socket;
    let rest = bytes;
    while (rest.length > 0 && !this.#last && !this.#isRefused && !socket.destroyed) {
      if (this.#unanswered >= mostUnanswered && !socket.isPaused()) {
        this.#isHeld = true;
        socket.pause();
      }
      // Node pauses it too, where the reader does not take the answers.
      if (socket.isPaused()) return void socket.unshift(rest);
      const blank = rest.indexOf('\r\n\r\n');
      const length = blank < 0 ? rest.length : blank + 4;
      this.#hasBegun = true;
      parse(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  }

  /** Counts a request until its answer has been sent. `ended` takes the bytes of the answer, with its head. */
  add(response: ServerResponse, ended: (bytes: number) => void): void {
    this.#unanswered += 1;
    this.#hasBegun = false;
    response.once('close', () => {
      this.#unanswered -= 1;
      this.#waitsSince = performance.now();
      const sent = this.#socket instanceof Socket ? this.#socket.bytesWritten : 0;
      ended(sent - this.#sentBefore);
      this.#sentBefore = sent;
      if (this.#last) this.#end();
      else if (this.#isHeld) {
        this.#isHeld = false;
        this.#socket.resume();
      }
    });
  }

  /** Reads nothing more: the answer to the request that was read last ends the connection. */
  refuse(): void {
    this.#isRefused = true;
  }

  /** Sends an answer without a request, after the answers to earlier requests, and ends the connection. */
  endWith(answer: RawAnswer): void {
    if (this.#last) return;
    this.#last = answer;
    this.#socket.pause();
    this.#end();
  }

  /** Ends a connection whose reader takes nothing of the answer, if that has been so for some milliseconds, as far as calls of this show. */
  endIfStalled(wait: number): boolean {
    const now = performance.now();
    const unsent = this.#socket.writableLength;
    const sent = this.#socket instanceof Socket ? this.#socket.bytesWritten - unsent : 0;
    if (unsent === 0 || sent !== this.#stalled?.sent) this.#stalled = unsent === 0 ? undefined : { sent, since: now };
    const isStalled = this.#stalled !== undefined && now - this.#stalled.since >= wait;
    if (isStalled) this.#socket.destroy();
    return isStalled;
  }

  /** Ends a connection on which no request waits for its answer, if that has been so for some milliseconds. */
  endIfIdle(wait = 0): boolean {
    const isIdle = this.#unanswered === 0 && performance.now() - this.#waitsSince >= wait;
    if (isIdle) this.#socket.destroy();
    return isIdle;
  }

  #end(): void {
    if (this.#unanswered > 0 || !this.#last) return;
    // An answer may have ended the connection itself.
    if (!this.#socket.writable) return void this.#socket.destroy();
    const id = randomUUID();
    const bytes = end(this.#socket, this.#last, id);
    const { status, method, address } = this.#last;
    // A browser may open a connection that it does not need, and send nothing.
    if (status === 408 && !this.#hasBegun) return;
    const client = (this.#socket instanceof Socket && this.#socket.remoteAddress) || '';
    this.#refused?.({ id, client, method, address, status, bytes });
  }
}

/** The answer to bytes that are no request. */
interface RawAnswer {
  status: 400 | 405 | 408 | 414 | 431 | 501 | 505;
  text: string;
  allow?: string;
  /** What the bytes asked for, as far as they say so. */
  method?: string | undefined;
  address?: string | undefined;
}

/** Bytes that were no request, and were answered. */
export interface Refused extends Pick<RawAnswer, 'status' | 'method' | 'address'> {
  id: string;
  /** The other end of the connection. */
  client: string;
  /** Of the answer, with its head. */
  bytes: number;
}

interface SiteServerOptions {
  ServerResponse?: typeof ServerResponse<IncomingMessage>;
  /** Called with each request, before it is handed on or refused. */
  began?: RequestListener;
  /** Called when an answer has been sent, or its reader has gone. `bytes` were sent, with the head. */
  ended?: (request: IncomingMessage, response: ServerResponse, bytes: number) => void;
  /** Sets headers of the answer to a request that is not handed on. */
  beforeRefusal?: RequestListener;
  /** Called when bytes that are no request have been answered. */
  refused?: (refused: Refused) => void;
  /** Connections that are open at a time, at most. */
  maxConnections?: number;
  /** Called when a connection is ended because there are too many: a new one, or one that waits for its reader. */
  dropped?: () => void;
}

/** An HTTP server that can be stopped without a lost request. */
export interface SiteServer {
  server: Server;
  /** How many requests have no answer yet. */
  underWay(): number;
  /** How many connections are open. */
  connections(): number;
  /** From now on, each answer ends its connection, and says so. */
  endConnections(): void;
  /**
   * Takes no new connections. Done when all requests have their answers. A reader may be sending a request on a connection that
   * is still open, so the idle ones end after `grace` milliseconds only.
   */
  drain(grace?: number): Promise<void>;
}

/** How long a reader may take for the next request on a connection, when the server stops. Milliseconds. */
const defaultGrace = 500;

/**
 * An HTTP server that hands on only valid requests. It answers all others itself and ends their connection, as it does
 * after a request with a body: the body is not read beyond a limit.
 */
export function createSiteServer(
  answer: RequestListener,
  { beforeRefusal, began, ended, refused, maxConnections = Infinity, dropped, ...options }: SiteServerOptions = {},
  times: Partial<typeof timeouts> = {},
): SiteServer {
  const { keepAliveTimeout, timeout, shortestWait, shortestStall, ...limits } = { ...timeouts, ...times };
  const connections = new Map<Duplex, Connection>();
  const connectionOf = (socket: Duplex): Connection => connections.get(socket) ?? new Connection(socket, refused);
  const underWay = new Set<ServerResponse>();
  let isEnding = false;
  let searchedAt = -Infinity;
  /** Ends the oldest connection that sends no request, or only a part of one, or else that takes no answer. */
  const makeRoom = (): boolean => {
    if (performance.now() - searchedAt < betweenSearches) return false;
    for (const [socket, connection] of connections)
      if (connection.endIfIdle(shortestWait)) return connections.delete(socket);
    // All are looked at, so that those that take nothing are known.
    const stalled = [...connections].filter(([, connection]) => connection.endIfStalled(shortestStall));
    for (const [socket] of stalled) connections.delete(socket);
    if (stalled.length === 0) searchedAt = performance.now();
    return stalled.length > 0;
  };
  const begin: RequestListener = (request, response) => {
    underWay.add(response);
    connectionOf(request.socket).add(response, (bytes) => {
      underWay.delete(response);
      ended?.(request, response, bytes);
    });
    if (isEnding) response.shouldKeepAlive = false;
    limitBody(request, response);
    began?.(request, response);
  };
  const take: RequestListener = (request, response) => {
    begin(request, response);
    const refusal = refusalOf(request);
    if (!refusal) return answer(request, response);
    connectionOf(request.socket).refuse();
    response.shouldKeepAlive = false;
    beforeRefusal?.(request, response);
    sendText(response, refusal.status, refusal.text);
  };
  const server = createServer({ ...limits, maxHeaderSize: mostHeadBytes, requireHostHeader: false, ...options }, take);
  server.keepAliveTimeout = keepAliveTimeout;
  server.timeout = timeout;
  // Their bytes are limited. Without this, Node leaves out those that are too many, and they could not be counted.
  server.maxHeadersCount = 0;
  server.on('connection', (socket) => {
    if (connections.size >= maxConnections) {
      dropped?.();
      if (!makeRoom()) return void socket.destroy();
    }
    connections.set(socket, Connection.of(socket, refused));
    socket.once('close', () => connections.delete(socket));
  });
  // Without a listener, Node would ask for the body.
  server.on('checkContinue', take);
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    begin(request, response);
    response.shouldKeepAlive = false;
    beforeRefusal?.(request, response);
    sendText(response, 417, 'This server meets no expectation but 100-continue.');
  });
  server.on('connect', ({ method, url }, socket) =>
    connectionOf(socket).endWith({
      status: 405,
      text: 'This server is no proxy.',
      allow: allowedMethods,
      method,
      address: url,
    }),
  );
  server.on('clientError', (fault, socket) => {
    if (socket.writable) connectionOf(socket).endWith(answerToFault(fault));
    else socket.destroy();
  });
  const endConnections = (): void => {
    isEnding = true;
    for (const response of underWay) if (!response.headersSent) response.shouldKeepAlive = false;
  };
  return {
    server,
    underWay: () => underWay.size,
    connections: () => connections.size,
    endConnections,
    async drain(grace = defaultGrace) {
      endConnections();
      // The method of HTTP would end idle connections at once.
      const isClosed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      await Promise.race([isClosed, sleep(grace, undefined, { ref: false })]);
      // A connection is idle again when its answer has been sent.
      const closing = setInterval(() => {
        for (const connection of connections.values()) connection.endIfIdle();
      }, 20);
      await isClosed;
      clearInterval(closing);
    },
  };
}

/** Ends the connection after the answer, so that the rest of the body is not taken for a request. */
function limitBody(request: IncomingMessage, response: ServerResponse): void {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && !(Number(length) > 0)) return;
  response.shouldKeepAlive = false;
  let read = 0;
  request.on('data', (chunk: Buffer) => {
    read += chunk.length;
    if (read > mostBodyBytes) request.pause();
  });
  request.on('error', () => undefined);
}

function answerToFault(fault: Error): RawAnswer {
  const code = 'code' in fault ? fault.code : undefined;
  const packet = 'rawPacket' in fault && fault.rawPacket instanceof Buffer ? fault.rawPacket.toString('latin1') : '';
  const [line = ''] = packet.split('\r\n', 1);
  const [, method, address] = /^([A-Z]{1,20}) (\S+)/.exec(line) ?? [];
  return { ...answerToCode(code, line), method, address };
}

function answerToCode(code: unknown, line: string): RawAnswer {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, text: 'The request took too long.' };
    case 'HPE_HEADER_OVERFLOW':
      return line.length > longestTarget && /^[A-Z]+ /.test(line)
        ? { status: 414, text: `An address has at most ${longestTarget} characters.` }
        : { status: 431, text: `The head of a request has at most ${mostHeaderBytes} bytes.` };
    case 'HPE_INVALID_METHOD':
      return /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.[01]$/.test(line)
        ? { status: 501, text: 'This server does not know this method.', allow: allowedMethods }
        : { status: 400, text: 'This is no request.' };
    case 'HPE_PAUSED_H2_UPGRADE':
      return { status: 505, text: 'This server speaks HTTP/1.1 and HTTP/1.0.' };
    case 'HPE_INVALID_VERSION':
      return / HTTP\/\d+(?:\.\d+)?$/.test(line)
        ? { status: 505, text: 'This server speaks HTTP/1.1 and HTTP/1.0.' }
        : { status: 400, text: 'This is no request.' };
    default:
      return { status: 400, text: 'This is no request.' };
  }
}

/** Answers without a request, and ends the connection. Returns the bytes of the answer. */
function end(socket: Duplex, { status, text, allow }: RawAnswer, id: string): number {
  const body = `${text}\n`;
  const headers = {
    'X-Request-Id': id,
    ...(allow !== undefined && { Allow: allow }),
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    ...securityHeaders,
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => undefined);
  const answer = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`;
  socket.end(answer, () => socket.destroy());
  return answer.length;
}
