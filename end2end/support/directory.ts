// A site of its own with a postcode directory: on the one that all others use there is none, so
// that nothing there has to be asked of a server.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { server } from './site.ts';
import { test as base } from './test.ts';

/** Made up, in the columns of the published one. */
const POSTCODES = `pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd
BS5 6XX,BS5  6XX,BS5 6XX,198001,,E99999999,E06000023
BA1 1AA,BA1  1AA,BA1 1AA,198001,,E99999999,E06000022
BA2 4AA,BA2  4AA,BA2 4AA,198001,199606,E99999999,E06000022
LS1 1AA,LS1  1AA,LS1 1AA,198001,,E99999999,E08000035
`;
const NAMES = `LAD25CD,LAD25NM
E06000022,Bath and North East Somerset
E06000023,"Bristol, City of"
E08000035,Leeds
`;

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => listener.once('listening', listening));
  const { port } = listener.address() as AddressInfo;
  await new Promise((closed) => listener.close(closed));
  return port;
}

export interface Site {
  address: string;
  /** Runs a command of the server, as an operator does; gives what it said. */
  runs: (...words: string[]) => string;
}

async function started(folder: string): Promise<Site & { stop: () => Promise<void> }> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...server.env,
    LEPTOS_SITE_ADDR: `127.0.0.1:${port}`,
    SITE_URL: address,
    DATA_FOLDER: folder,
    DATABASE_URL: `sqlite:${folder}/register.db`,
    RUST_LOG: 'warn',
  };
  const child = spawn(server.env.SERVER, { cwd: server.cwd, env, stdio: 'ignore' });
  const isUp = async () => (await fetch(`${address}/healthz`).catch(() => undefined))?.ok ?? false;
  while (!(await isUp())) await new Promise((later) => setTimeout(later, 50));
  return {
    address,
    runs: (...words) =>
      execFileSync(server.env.SERVER, words, { cwd: server.cwd, env, encoding: 'utf8', stdio: 'pipe' }),
    stop: async () => {
      const ended = new Promise((exit) => child.once('exit', exit));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

export const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'directory-'));
    const site = await started(folder);
    const [postcodes, names] = [join(folder, 'ONSPD_MAY_2025_UK.csv'), join(folder, 'names.csv')];
    writeFileSync(postcodes, POSTCODES);
    writeFileSync(names, NAMES);
    site.runs('import-postcodes', postcodes, '--names', names);
    await use(site);
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: async ({ site }, use) => use(site.address),
});
