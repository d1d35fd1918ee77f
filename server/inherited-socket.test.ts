import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inheritedSocket } from './inherited-socket.ts';

test('a socket is taken by the process that it is meant for, and by none of its children', () => {
  for (const [LISTEN_PID, LISTEN_FDS, socket] of [
    ['7', '1', { fd: 3 }],
    ['7', '2', { fd: 3 }],
    ['8', '1', undefined],
    ['7', '0', undefined],
    ['7', 'x', undefined],
    [undefined, '1', undefined],
    [undefined, undefined, undefined],
  ] as const) {
    const env: NodeJS.ProcessEnv = { NODE_ENV: 'test', LISTEN_PID, LISTEN_FDS, LISTEN_FDNAMES: 'http' };
    assert.deepEqual(inheritedSocket(env, 7), socket, `${LISTEN_PID} ${LISTEN_FDS}`);
    assert.deepEqual(Object.keys(env), ['NODE_ENV']);
  }
});
