import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../scripts/lib/ports.mjs';
import { findNginx } from './tools';

export type Balancer = { name: string; port: number; stop: () => Promise<void> };

const settings = (folder: string, port: number, ports: readonly number[]): string => `
daemon off;
${process.getuid?.() === 0 ? 'user root root;' : ''}
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  upstream web {
    ${ports.map((one) => `server 127.0.0.1:${one} max_fails=1 fail_timeout=2s;`).join('\n    ')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 12m;
    location / {
      proxy_pass http://web;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      # The crowd invents its addresses; a real proxy in front appends the one it sees.
      proxy_set_header X-Forwarded-For $http_x_forwarded_for;
    }
  }
}
`;

async function startNginx(program: string, folder: string, ports: readonly number[]): Promise<Balancer> {
  const port: number = await freePort();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nginx.conf'), settings(folder, port, ports));
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    name: 'nginx',
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** One after the other; what cannot be reached answers 502, and the next request goes elsewhere. */
async function startOwn(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer((from, to) => {
    const port = ports[turn++ % ports.length];
    const { method, url: path, headers } = from;
    const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    passed.on('error', () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
    from.pipe(passed);
  });
  const port: number = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  return {
    name: 'our own round robin, for want of nginx',
    port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What stands in front of several web processes: nginx where it is found or can be fetched, else one of ours. */
export async function startBalancer(folder: string, ports: readonly number[]): Promise<Balancer> {
  const program = findNginx(folder);
  return program ? startNginx(program, join(folder, 'nginx-run'), ports) : startOwn(ports);
}
