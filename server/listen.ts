import type { ListenOptions, Server } from 'node:net';

/** Has a server listen at an address, or on a socket that is open already. Throws the fault of the system. */
export function listen(server: Server, at: ListenOptions & { fd?: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
