// The page of one’s own group, for its contact, signed in by e-mail.

import type { Page } from '@playwright/test';
import { asksToSignIn, letterToSignIn, typesCode } from '../../support/committee.ts';
import { groupJoinsByHttp } from '../../support/groups.ts';
import { letterTo } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person, type Person } from '../../support/people.ts';
import { goesOn, heading, isAsked } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

const main = (page: Page) => page.locator('main');
const isDone = (page: Page, says: string) =>
  expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
const saves = (page: Page, button: string) =>
  page.getByRole('button', { name: button, exact: true }).click();
const follows = (page: Page, says: string) =>
  page.getByRole('link', { name: says, exact: true }).click();

/** A group joins, and its contact signs in and opens its page. */
async function isAtOwnGroup(page: Page, name: string, contact: Person, representative: Person) {
  await groupJoinsByHttp(page.request, name, contact, representative);
  // What a join leaves behind in the browser is not of this.
  await page.context().clearCookies();
  await signsIn(page, contact);
  await page.getByRole('link', { name: `See everything about this group, and change it (${name})` }).click();
  await isAsked(page, name);
}

async function signsIn(page: Page, { email }: Person) {
  await asksToSignIn(page, email);
  await typesCode(page, 'Code from the e-mail', (await letterToSignIn(email)).code);
  await isAsked(page, 'Your groups');
}

test('a representative sees their own seat on the page of their group', async ({ page }) => {
  const [wilma, robin] = [person('Wilma Contact'), person('Robin Seat')];
  await groupJoinsByHttp(page.request, 'Quiet Walkers', wilma, robin);
  await page.context().clearCookies();
  await signsIn(page, robin);
  await page.getByRole('link', { name: 'See the page of this group (Quiet Walkers)' }).click();
  await isAsked(page, 'Quiet Walkers');
  await expect(main(page)).toContainText(robin.name);
  await expect(main(page)).not.toContainText(wilma.email);
  await isForEverybody(page, 'the page of one’s own group, for a representative');
});

test.describe('the details of a group', () => {
  // The second of two devices is told by a status that what it saw has changed.
  test.use({ noise: /the server responded with a status of (409|422)/ });

  test('are changed at once, and the second of two devices loses nothing', async ({
    page,
    elsewhere,
  }) => {
    const [wilma, robin] = [person('Wilma Contact'), person('Robin Seat')];
    await isAtOwnGroup(page, 'Monday Walkers', wilma, robin);
    for (const said of ['Self-help group', 'BS5 6XX', wilma.email, robin.name]) {
      await expect(main(page)).toContainText(said);
    }
    await isForEverybody(page, 'the page of one’s own group');
    await follows(page, 'Change the name or the website');
    await isAsked(page, 'Change the details of the group');
    await isForEverybody(page, 'the form for the details of a group');

    // The other device has the same form open.
    await elsewhere.context().addCookies(await page.context().cookies());
    await elsewhere.goto(page.url());

    await page.getByLabel('Name of the group').fill('');
    await page.getByLabel('Their telephone number').fill('12');
    await saves(page, 'Save');
    await expect(page.locator('.error-summary')).toContainText('Enter the name of the group');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Their telephone number')).toHaveValue('12');
    await isForEverybody(page, 'the form with what is wrong');
    await page.getByLabel('Name of the group').fill('Tuesday Walkers');
    await page.getByLabel('Their telephone number').fill('0117 496 0123');
    await saves(page, 'Save');
    await isDone(page, 'The details of the group are changed.');
    await isAsked(page, 'Tuesday Walkers');
    await expect(main(page)).toContainText('01174960123');

    await elsewhere.getByLabel('Name of the group').fill('Friday Walkers');
    await saves(elsewhere, 'Save');
    await expect(elsewhere.locator('.meanwhile')).toContainText('Tuesday Walkers');
    await expect(elsewhere.getByLabel('Name of the group')).toHaveValue('Friday Walkers');
    await isForEverybody(elsewhere, 'the form with what was changed meanwhile');
    await saves(elsewhere, 'Save');
    await isAsked(elsewhere, 'Friday Walkers');
  });
});

test('a group that moves is shown the new branch before it is done', async ({ page }) => {
  const [wilma, robin] = [person('Wilma Contact'), person('Robin Seat')];
  await isAtOwnGroup(page, 'Moving Walkers', wilma, robin);
  await follows(page, 'Change the postcode');
  await isAsked(page, 'Has the group moved?');
  await isForEverybody(page, 'the form for the postcode of a group');
  await page.getByLabel('Postcode of where the group works').fill('bs20 7aa');
  await goesOn(page);
  await isAsked(page, 'Check before we change it');
  await expect(main(page)).toContainText('The group moves there from Bristol branch.');
  await isForEverybody(page, 'what a new postcode means for a group');
  await follows(page, 'Leave it as it is');
  await expect(main(page)).toContainText('The group is in Bristol branch');

  await follows(page, 'Change the postcode');
  await page.getByLabel('Postcode of where the group works').fill('BS20 7AA');
  await goesOn(page);
  await saves(page, 'Change the postcode of the group');
  await isDone(page, 'The postcode of the group is changed.');
  await expect(main(page)).toContainText('The group is in North Somerset branch');
});

test('a group leaves, once its contact was asked twice, and both are told by letter', async ({
  page,
}) => {
  const [wilma, robin] = [person('Wilma Contact'), person('Robin Seat')];
  await isAtOwnGroup(page, 'Leaving Walkers', wilma, robin);
  await follows(page, 'See what leaving means for the group');
  await isAsked(page, 'Leaving Walkers leaves');
  for (const part of ['What goes', 'What stays', 'Before you go']) {
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
  }
  await isForEverybody(page, 'what leaving means for a group');
  await follows(page, 'The group stays a member');
  await isAsked(page, 'Leaving Walkers');

  await follows(page, 'See what leaving means for the group');
  await saves(page, 'Continue: Leaving Walkers leaves');
  await isAsked(page, 'Is this what you want?');
  await isForEverybody(page, 'whether a group shall leave');
  await saves(page, 'The group leaves now');
  await isAsked(page, 'The group has left');
  await isForEverybody(page, 'a group having left');
  await expect(page.locator('body')).not.toContainText(wilma.name);

  const letter = await letterTo(wilma.email, 'your group has left');
  expect(letter.text).toContain('What is gone');
  const told = await letterTo(robin.email, 'a group that you represented has left');
  expect(told.text).toContain('Leaving Walkers is not a member');
  await page.goto('/me');
  await expect(heading(page)).toHaveText('Sign in');
});
