// Holds a listening socket and takes no connection, as systemd does: they wait in it while the site is stopped and started again.
// Argument: how often the site is started. Prints the port, and the number of each process. JavaScript, because the descriptor of a socket has no type.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';

const server = createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  process.stdout.write(`Port ${server.address().port}\n`);
  const start = 'echo "Process $$"; LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" cli/dateline.js start';
  // This process does nothing else until the site has ended, so it takes no connection.
  for (let count = Number(process.argv[2]); count > 0; count -= 1)
    spawnSync('sh', ['-c', start, process.execPath], {
      stdio: ['ignore', 'inherit', 'inherit', Reflect.get(server, '_handle').fd],
    });
  process.exit(0);
});
