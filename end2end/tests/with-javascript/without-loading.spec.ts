import { person } from '../../support/people.ts';
import { adult } from '../../support/stages.ts';
import { asFull, changes, goesOn, heading, isAsked, opens, startsAndChecks } from '../../support/steps.ts';
import { expect, kept, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

const title = (question: string) => `${question} – IMHN membership`;

/** What is right about a step that was moved to: address, title, and where the focus is. */
async function isAt(page: Page, question: string, path: string) {
  await isAsked(page, question);
  await expect(page).toHaveURL(path);
  await expect(page).toHaveTitle(title(question));
  await expect(heading(page)).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(0);
}

test('no page is loaded between the steps, and each move is right in every way', async ({ page }) => {
  const stages = adult();
  await opens(page, '/join/who');
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  const requests: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // When to fetch the icon is the browser's business.
    if (pathname !== '/favicon.svg') requests.push(`${request.method()} ${pathname}`);
  });
  for (const [at, { right }] of stages.entries()) {
    await right(page);
    await goesOn(page);
    const next = stages[at + 1];
    await isAt(page, next?.question ?? 'Check your answers', `/join/${next?.step ?? 'check'}`);
  }
  await kept(page);

  await page.goBack();
  await isAt(page, 'What you agree to', '/join/consent');
  await page.goBack();
  await isAt(page, 'How can we reach you?', '/join/details');
  await page.goForward();
  await isAt(page, 'What you agree to', '/join/consent');
  await page.getByRole('link', { name: 'Back' }).click();
  await isAt(page, 'How can we reach you?', '/join/details');
  await goesOn(page);
  await goesOn(page);
  await isAsked(page, 'Check your answers');
  await changes(page, 'Your postcode');
  await isAt(page, 'Where do you live?', '/join/where?from=check');
  await goesOn(page);
  await isAt(page, 'Check your answers', '/join/check');
  await changes(page, 'Your postcode');
  await page.getByRole('link', { name: 'Back' }).click();
  await isAt(page, 'Check your answers', '/join/check');

  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  expect(new Set(requests)).toEqual(new Set(['POST /api/keep-answers']));
});

test('a link opened in a new tab is left to the browser', async ({ page, context }) => {
  await startsAndChecks(page, ...asFull(person('Ada Lovelace')));
  await kept(page);
  const opened = context.waitForEvent('page');
  await page
    .getByRole('link', { name: 'Change Your name', exact: true })
    .click({ modifiers: ['ControlOrMeta'] });
  await isAsked(await opened, 'How can we reach you?');
  await isAsked(page, 'Check your answers');
});
