import { awake, expect, test } from '../../support/test.ts';

/** 1 kB is 1,000 bytes; everything counts as it came over the line, headers included. */
const kB = 1000;

test('the first visit to the join weighs at most 100 kB, and 20 kB before WebAssembly', async ({
  page,
}) => {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  const names = new Map<string, string>();
  const weights = new Map<string, number>();
  line.on('Network.requestWillBeSent', ({ requestId, request }) => {
    names.set(requestId, new URL(request.url).pathname);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const name = names.get(requestId) ?? '?';
    weights.set(name, (weights.get(name) ?? 0) + encodedDataLength);
  });
  await page.goto('/join/who');
  await awake(page);
  // What a browser with a window fetches too: the icon and the manifest.
  const links = page.locator('link[rel~=icon], link[rel=manifest]');
  for (const href of await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!))) {
    if (!weights.has(href)) await page.evaluate(async (href) => void (await (await fetch(href)).text()), href);
  }

  const sum = (part: (name: string) => boolean) =>
    [...weights].filter(([name]) => part(name)).reduce((total, [, weight]) => total + weight, 0);
  const all = sum(() => true);
  const first = sum((name) => name === '/join/who' || name.endsWith('.css'));
  const lines = [...weights].map(([name, weight]) => `  ${(weight / kB).toFixed(1).padStart(6)} kB  ${name}`);
  console.log(
    [
      `\nThe first visit to /join/who: ${(all / kB).toFixed(1)} kB, usable at ${(first / kB).toFixed(1)} kB`,
      ...lines,
    ].join('\n'),
  );
  for (const kind of [/^\/join\/who$/, /\.css$/, /\.js$/, /\.wasm$/, /favicon/, /manifest/]) {
    expect([...weights.keys()].filter((name) => kind.test(name)), String(kind)).toHaveLength(1);
  }
  expect(all).toBeLessThanOrEqual(100 * kB);
  expect(first).toBeLessThanOrEqual(20 * kB);
});
