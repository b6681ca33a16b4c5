import { setsUp } from '../../support/committee.ts';
import { test, type Site } from '../../support/directory.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import {
  aged,
  agrees,
  answers,
  experience,
  forMyself,
  goesOn,
  heading,
  isAsked,
  isCalled,
  isToldAtOnce,
  livesAt,
  said,
  sends,
  starts,
  wants,
} from '../../support/steps.ts';
import { expect, scripted } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// A local authority that was not chosen.
test.use({ noise: /status of 422/ });

const question = 'We cannot find this postcode. Check it; if it is right, go on.';
const untilWhere = [forMyself, aged('18 or over'), experience('Yes, at least one'), wants('Full member')];

async function isAdministrator(page: Page, { runs }: Site) {
  const { email } = person('Ada Admin');
  const link = runs('invite-admin', email).match(/\/sign-in\/link\/\S+/);
  await page.goto(link![0]);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await setsUp(page, email);
}

test('a branch gets a local authority, and whoever lives there is placed in it', async ({ page, site }) => {
  await isAdministrator(page, site);
  await page.goto('/network/branches/bristol');
  const choice = page.getByLabel('Local authority', { exact: true });
  await page.getByRole('button', { name: 'Add the local authority' }).click();
  await expect(page.locator('.error-summary')).toContainText('Choose a local authority from the list');
  await isForEverybody(page, 'no local authority chosen');
  await choice.selectOption('Bath and North East Somerset');
  await page.getByRole('button', { name: 'Add the local authority' }).click();
  await expect(heading(page)).toHaveText('Add Bath and North East Somerset to Bristol branch');
  await isForEverybody(page, 'what a local authority would do');
  await page.getByRole('button', { name: 'Add the area' }).click();
  await expect(page.locator('main')).toContainText('The area is added.');
  await isForEverybody(page, 'a branch with a local authority');

  await page.goto('/branches');
  await expect(page.locator('.branch', { hasText: 'Bristol' })).toContainText('Bath and North East Somerset');
  await expect(page.locator('main')).toContainText('Crown copyright and database right 2025');
  await isForEverybody(page, 'the branches');

  await starts(page, ...untilWhere);
  await livesAt('LS1 1AA')(page);
  await isToldAtOnce(
    page,
    'No branch covers LS1 1AA yet. You can join all the same, and we can help you start one.',
  );
  // Ended long ago, and people still write it.
  await livesAt('ba24aa')(page);
  await isToldAtOnce(page, 'Bristol branch covers BA2 4AA: membership of it is included.');
  await goesOn(page);
  await answers(page, isCalled(person('Bea Bath')), agrees);
  await isAsked(page, 'Check your answers');
  await expect(said(page, 'Your postcode')).toHaveText('BA2 4AA (Bristol branch)');
  await sends(page);
  await expect(page.locator('main')).toContainText('Bristol');
});

test('a postcode that nobody finds is asked about, and taken', async ({ page }) => {
  await starts(page, ...untilWhere);
  await livesAt('BS5 9ZZ')(page);
  await isToldAtOnce(page, question);
  await goesOn(page);
  if (!scripted()) {
    // Asked once, with the answer where it was.
    await isAsked(page, 'Where do you live?');
    await expect(page.locator('.notice[role=alert]')).toHaveText(question);
    await expect(page.getByLabel('Your postcode')).toHaveValue('BS5 9ZZ');
    await isForEverybody(page, 'a postcode that nobody finds');
    await goesOn(page);
  }
  await answers(page, isCalled(person('Neo Newbuild')), agrees);
  await expect(said(page, 'Your postcode')).toHaveText('BS5 9ZZ (Bristol branch)');
  await sends(page);
});
