// Lighthouse's four scores, as for a mobile phone.

import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { address, browser } from '../support/site.ts';

const pages = ['/', '/membership', '/join/who'];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

test('Lighthouse', async () => {
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const { args, ...options } = browser.launchOptions;
  const running = await chromium.launch({
    ...options,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  const short: string[] = [];
  for (const path of pages) {
    const result = await lighthouse(address + path, {
      port,
      logLevel: 'error',
      onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
    });
    expect(result?.lhr.runtimeError).toBeUndefined();
    const { categories, audits } = result!.lhr;
    const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
    console.log(`Lighthouse ${path}: ${scores.join(', ')}`);
    for (const { title, score, auditRefs } of Object.values(categories)) {
      if (score === 1) continue;
      const lost = auditRefs
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim());
      short.push(`${path}: ${title}: ${lost.join(', ')}`);
    }
  }
  await running.close();
  expect(short, 'what keeps a score from 100').toEqual([]);
});
