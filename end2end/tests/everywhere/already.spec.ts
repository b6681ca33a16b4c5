import { letterTo, lettersTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import { asFull, asGroup, joins, type Answer } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

/** The screen after sending, without the reference, which is each time another. */
async function screen(page: Page) {
  const shown = await page.locator('main').innerText();
  const reference = await page.locator('.reference').innerText();
  return { shown: shown.replace(reference, ''), reference };
}

async function joinsTwice(page: Page, elsewhere: Page, answers: Answer[]) {
  await joins(page, ...answers);
  const first = await screen(page);
  await joins(elsewhere, ...answers);
  const second = await screen(elsewhere);
  expect(second.shown).toBe(first.shown);
  expect(second.reference).not.toBe(first.reference);
}

test('only the letter tells a member that they are one already', async ({ page, elsewhere }) => {
  const ada = person('Ada Lovelace');
  await joinsTwice(page, elsewhere, asFull(ada));
  const already = await letterTo(ada.email, 'about your membership');
  expect(already.text).toContain('You have been a member since');
  const welcome = await letterTo(ada.email, 'welcome');
  const number = /^Number: .*$/m;
  expect(number.exec(already.text)?.[0]).toBe(number.exec(welcome.text)?.[0]);
  expect(lettersTo(ada.email)).toHaveLength(2);
});

test('only the letter tells a group that it is a member already', async ({ page, elsewhere }) => {
  const grace = person('Grace Hopper');
  await joinsTwice(page, elsewhere, asGroup({ name: `Sunrise of ${grace.email}`, contact: grace }));
  const already = await letterTo(grace.email, 'about the membership of your group');
  expect(already.text).toContain('The group has been a member since');
});
