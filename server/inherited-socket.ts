/** The first descriptor that systemd hands on. */
const firstDescriptor = 3;

/**
 * The listening socket that this process was started with, as systemd does it (`sd_listen_fds`): the connections that arrive
 * while no process takes them wait in it. `undefined` where there is none. The variables are removed, as they are not meant for
 * the children of this process.
 */
export function inheritedSocket(env: NodeJS.ProcessEnv, pid = process.pid): { fd: number } | undefined {
  const { LISTEN_FDS: count, LISTEN_PID: meant } = env;
  for (const name of ['LISTEN_FDS', 'LISTEN_PID', 'LISTEN_FDNAMES']) delete env[name];
  return Number(meant) === pid && Number(count) >= 1 ? { fd: firstDescriptor } : undefined;
}
