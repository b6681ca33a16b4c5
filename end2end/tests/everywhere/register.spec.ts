import { joinsByHttp } from '../../support/by-http.ts';
import {
  asksToSignIn,
  isAdministrator,
  letterToSignIn,
  setsUp,
  typesCode,
} from '../../support/committee.ts';
import { letterTo } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { heading, isAsked } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Page } from '@playwright/test';

// A form that is refused, and what is out of reach.
test.use({ noise: /status of (404|422)/ });

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('link', { name, exact: true }).first().click();

/** Opens a member from the list, by searching for the address. */
async function finds(page: Page, email: string) {
  await page.goto('/committee/bristol/members');
  await page.getByLabel('Search', { exact: true }).fill(email);
  await press(page, 'Search');
  await expect(page.locator('main')).toContainText(`found by “${email}”`);
  // Nothing of what was searched for is in the address.
  expect(new URL(page.url()).search).not.toContain(email.split('.')[0]);
}

test('a committee finds a member, notes something and puts their details right', async ({
  page,
  request,
}) => {
  const ada = person('Ada Lovelace');
  await joinsByHttp(request, ada);
  await isAdministrator(page);
  await page.goto('/committee/bristol/members');
  await isForEverybody(page, 'the members');
  await finds(page, ada.email);
  await expect(page.locator('main')).toContainText('1 person');
  await isForEverybody(page, 'the members that were searched for');

  await follow(page, ada.name);
  await expect(heading(page)).toContainText(ada.name);
  await isForEverybody(page, 'a member');
  await page.getByLabel('Add a note').fill('Prefers letters <b>in large print</b>');
  await press(page, 'Keep the note');
  await expect(page.locator('main')).toContainText('The note is kept.');
  await expect(page.locator('main')).toContainText('Prefers letters <b>in large print</b>');

  await follow(page, 'Correct the details');
  await isForEverybody(page, 'correcting details');
  await page.getByLabel('Name', { exact: true }).fill('');
  await press(page, 'Save');
  await expect(page).toHaveTitle(/^Error: /);
  await isForEverybody(page, 'a correction that is refused');
  await page.getByLabel('Name', { exact: true }).fill('Augusta Ada King');
  await press(page, 'Save');
  await expect(heading(page)).toContainText('Augusta Ada King');
});

test('a membership ends only after a look at what follows', async ({ page, request }) => {
  const ada = person('Ada Lovelace');
  await joinsByHttp(request, ada);
  await isAdministrator(page);
  await finds(page, ada.email);
  await follow(page, ada.name);
  await follow(page, 'End this membership');
  await isForEverybody(page, 'ending a membership');
  await page.getByLabel('They asked to leave').check();
  await press(page, 'Continue');
  await isForEverybody(page, 'what the end of a membership means');
  await expect(page.locator('main')).toContainText('From now on they are not a member');
});

test('the roll for a day is printed, and frozen with its fingerprint', async ({ page, request }) => {
  const ada = person('Ada Lovelace');
  await joinsByHttp(request, ada);
  await isAdministrator(page);
  await page.goto('/committee/bristol/roll');
  await expect(page.locator('main')).toContainText(ada.name);
  await isForEverybody(page, 'the roll');
  await press(page, 'Freeze the roll');
  await expect(page.locator('main')).toContainText('The roll is frozen.');
  await expect(page.locator('main')).toContainText('This roll is as it was frozen.');
  await isForEverybody(page, 'a frozen roll');
});

test('a role is given, works at once, and is withdrawn', async ({ page, elsewhere }) => {
  const chair = person('Charlie Chair');
  await isAdministrator(page);
  await page.goto('/committee/bristol/committee');
  await isForEverybody(page, 'the committee');
  await page.getByLabel('E-mail address').fill(chair.email);
  await page.getByLabel('Chair', { exact: true }).check();
  await press(page, 'Give the role');
  await expect(page.locator('main')).toContainText('The role is given.');
  const letter = await letterTo(chair.email, 'you have been given a role');
  expect(letter.text).toContain('the chair of the committee of Bristol branch');

  await asksToSignIn(elsewhere, chair.email);
  await typesCode(elsewhere, 'Code from the e-mail', (await letterToSignIn(chair.email)).code);
  await setsUp(elsewhere, chair.email);
  await elsewhere.goto('/committee/bristol/members');
  await expect(heading(elsewhere)).toHaveText('Bristol branch: members');

  await page.goto('/committee/bristol/committee');
  await page
    .getByRole('row', { name: chair.email })
    .getByRole('link', { name: 'Withdraw' })
    .click();
  await isAsked(page, 'Withdraw a role');
  await isForEverybody(page, 'withdrawing a role');
  await press(page, 'Withdraw the role');
  await elsewhere.goto('/committee/bristol/members');
  await expect(heading(elsewhere)).not.toHaveText('Bristol branch: members');
});

test('the administrators of the network are listed', async ({ page }) => {
  const { email } = await isAdministrator(page);
  await page.goto('/network/administrators');
  await expect(page.locator('main')).toContainText(email);
  await isForEverybody(page, 'the administrators');
});
