// From the answer to the line that says what it means, on a processor four times as slow.

import type { Page } from '@playwright/test';
import { asFull, forMyself, goesOn, isAsked, opens, starts, ticks } from '../support/steps.ts';
import { person } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const budget = 16;
const rounds = 100;

/** Times every change of the line from the event that led to it, as the browser stamped it. */
async function watch(page: Page) {
  await page.evaluate(() => {
    const taken: number[] = [];
    let since = 0;
    addEventListener('input', (event) => (since ||= event.timeStamp), { capture: true });
    new MutationObserver(() => {
      if (since) taken.push(performance.now() - since);
      since = 0;
    }).observe(document.querySelector('.standing')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { taken });
  });
  const line = await page.context().newCDPSession(page);
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

async function report(page: Page, what: string) {
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  taken.sort((a, b) => a - b);
  const at = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))]!;
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  console.log(
    `${what}: median ${ms(at(0.5))}, p95 ${ms(at(0.95))}, most ${ms(at(1))} (${taken.length} times; budget ${budget} ms at p95)`,
  );
  expect(taken.length).toBeGreaterThanOrEqual(rounds);
  expect(at(0.95), `${what}: p95 in ms`).toBeLessThan(budget);
}

test('an answer that is chosen', async ({ page }) => {
  await starts(page, forMyself);
  await isAsked(page, 'How old are you?');
  await watch(page);
  for (let round = 0; round < rounds; round += 1) {
    const label = ['18 or over', '13 to 17', '12 or under'][round % 3]!;
    await ticks(page.getByRole('radio', { name: label, exact: true }));
  }
  await report(page, 'An answer that is chosen');
});

test('a postcode that is typed', async ({ page }) => {
  await opens(page, '/join/who');
  for (const answer of asFull(person('Ada Lovelace')).slice(0, 4)) {
    await answer(page);
    await goesOn(page);
  }
  await isAsked(page, 'Where do you live?');
  await page.getByLabel('Your postcode').fill('BS5 6X');
  await page.getByLabel('Your postcode').press('End');
  await watch(page);
  for (let round = 0; round < rounds / 2; round += 1) {
    await page.keyboard.press('X');
    await page.keyboard.press('Backspace');
  }
  await report(page, 'A postcode that is typed');
});
