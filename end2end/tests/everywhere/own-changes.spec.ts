// What members change of their own, signed in by e-mail.

import type { Page } from '@playwright/test';
import { joinsByHttp } from '../../support/by-http.ts';
import { asksToSignIn, letterToSignIn, typesCode } from '../../support/committee.ts';
import { letterTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person, type Person } from '../../support/people.ts';
import {
  aged,
  agrees,
  experience,
  forMyself,
  goesOn,
  isAsked,
  isCalled,
  joins,
  livesAt,
  takesAssociate,
  ticks,
} from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

async function signsIn(page: Page, { email }: Person) {
  await asksToSignIn(page, email);
  await typesCode(page, 'Code from the e-mail', (await letterToSignIn(email)).code);
  await isAsked(page, 'Your membership');
}

/** Follows a link of one's own place; what is only heard names whose it is. */
const follows = (page: Page, says: string, { name }: Person) =>
  page.getByRole('link', { name: `${says} (${name})`, exact: true }).click();

const main = (page: Page) => page.locator('main');
const isDone = (page: Page, says: string) =>
  expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
/** What is wrong with a form. */
const isTold = (page: Page) => page.locator('.error-summary');
const saves = (page: Page, button: string) =>
  page.getByRole('button', { name: button, exact: true }).click();

test.describe('name and number', () => {
  // The second of two devices is told by a status that what it saw has changed.
  test.use({ noise: /the server responded with a status of (409|422)/ });

  test('are changed at once, and the second of two devices loses nothing', async ({
    page,
    elsewhere,
    request,
  }) => {
    const ada = person('Ada Lovelace');
    await joinsByHttp(request, ada);
    await signsIn(page, ada);
    await isForEverybody(page, 'one’s own place with what can be changed');
    await follows(page, 'Change name or telephone number', ada);
    await isAsked(page, 'Change your name or telephone number');
    await isForEverybody(page, 'the form for name and number');

    // The other device has the same form open.
    await elsewhere.context().addCookies(await page.context().cookies());
    await elsewhere.goto(page.url());

    await page.getByLabel('Your name').fill('');
    await page.getByLabel('Telephone number').fill('12');
    await saves(page, 'Save');
    await expect(isTold(page)).toContainText('Enter your name');
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.getByLabel('Telephone number')).toHaveValue('12');
    await isForEverybody(page, 'the form with what is wrong');
    await page.getByLabel('Your name').fill('Ada King');
    await page.getByLabel('Telephone number').fill('0117 496 0123');
    await saves(page, 'Save');
    await isDone(page, 'Your details are saved.');
    await expect(page.locator('.card')).toContainText('Ada King');
    await expect(main(page)).toContainText('01174960123');
    await isForEverybody(page, 'one’s own place with what was changed');

    await elsewhere.getByLabel('Your name').fill('Ada Byron');
    await saves(elsewhere, 'Save');
    await expect(elsewhere.locator('.meanwhile')).toContainText('Ada King');
    await expect(elsewhere.getByLabel('Your name')).toHaveValue('Ada Byron');
    await isForEverybody(elsewhere, 'the form with what was changed meanwhile');
    await saves(elsewhere, 'Save');
    await expect(elsewhere.locator('.card')).toContainText('Ada Byron');
  });
});

test('who moves house is shown the new branch before it is done', async ({ page, request }) => {
  const bea = person('Bea Mover');
  await joinsByHttp(request, bea);
  await signsIn(page, bea);
  await follows(page, 'Change postcode', bea);
  await isAsked(page, 'Have you moved?');
  await isForEverybody(page, 'the form for a postcode');
  await page.getByLabel('Your postcode').fill('bs20 7aa');
  await goesOn(page);
  await isAsked(page, 'Check before we change it');
  await expect(main(page)).toContainText('North Somerset branch covers it.');
  await isForEverybody(page, 'what a new postcode means');
  await page.getByRole('link', { name: 'Leave it as it is' }).click();
  await expect(main(page)).toContainText('You are in Bristol branch');

  await follows(page, 'Change postcode', bea);
  await page.getByLabel('Your postcode').fill('BS20 7AA');
  await goesOn(page);
  await saves(page, 'Change my postcode');
  await isDone(page, 'Your postcode is saved.');
  await expect(main(page)).toContainText('You are in North Somerset branch: it covers where you live.');
});

test('whoever would like another branch chooses it, and needs no postcode then', async ({
  page,
  request,
}) => {
  const dora = person('Dora Chooser');
  await joinsByHttp(request, dora);
  await signsIn(page, dora);
  await follows(page, 'Choose your branch', dora);
  await isAsked(page, 'Choose your branch');
  await expect(main(page)).toContainText('Bristol branch covers where you live');
  await isForEverybody(page, 'the form for a branch');
  await page.getByLabel('Branch', { exact: true }).selectOption('North Somerset');
  await saves(page, 'Choose this branch');
  await isDone(page, 'Your branch is saved.');
  await expect(main(page)).toContainText('You are in North Somerset branch: you chose it');

  await follows(page, 'Change postcode', dora);
  await isForEverybody(page, 'the form for a postcode that can be taken back');
  await saves(page, 'Take my postcode back');
  await isDone(page, 'Your postcode is erased.');
  await expect(main(page)).not.toContainText('BS5');
});

test('an associate is asked afresh and becomes a full member, and back without a reason', async ({
  page,
}) => {
  const cleo = person('Cleo Associate');
  const associate = [
    forMyself,
    aged('18 or over'),
    experience('I’d rather not say'),
    takesAssociate,
    livesAt('BS5 6XX'),
    isCalled(cleo),
    agrees,
  ];
  await joins(page, ...associate);
  await signsIn(page, cleo);
  await follows(page, 'Become a full member', cleo);
  await isAsked(page, 'Do any of these describe you?');
  await expect(main(page)).toContainText('We do not keep your answer');
  await isForEverybody(page, 'the question of the join, asked again');
  await ticks(page.getByRole('radio', { name: 'No', exact: true }));
  await goesOn(page);
  await isAsked(page, 'You stay an associate member');
  await isForEverybody(page, 'what stays as it is');
  await page.getByRole('link', { name: 'Your membership', exact: true }).last().click();

  await follows(page, 'Become a full member', cleo);
  await ticks(page.getByRole('radio', { name: 'Yes, at least one' }));
  await goesOn(page);
  await isAsked(page, 'You can become a full member');
  await isForEverybody(page, 'what is open');
  await saves(page, 'Become a full member');
  await isDone(page, 'Your membership is as you chose.');
  await expect(page.locator('.card')).toContainText('Full member');

  await follows(page, 'Become an associate member', cleo);
  await isAsked(page, 'Become an associate member');
  await isForEverybody(page, 'full to associate');
  await saves(page, 'Become an associate member');
  await expect(page.locator('.card')).toContainText('Associate member');
});

test.describe('another e-mail address', () => {
  // A link that leads nowhere is no page that is found.
  test.use({ noise: /status of (404|422)/ });

  test('is confirmed there, told to the old one, and put back from it', async ({
    page,
    elsewhere,
    request,
  }) => {
    const dora = person('Dora Writer');
    const fresh = person('Dora Fresh');
    await joinsByHttp(request, dora);
    await signsIn(page, dora);
    await follows(page, 'Change e-mail address', dora);
    await isAsked(page, 'Change your e-mail address');
    await isForEverybody(page, 'the form for an e-mail address');
    await page.getByLabel('New e-mail address').fill('dora');
    await saves(page, 'Write to the new address');
    await expect(isTold(page)).toContainText('in the right form');
    await page.getByLabel('New e-mail address').fill(fresh.email);
    await saves(page, 'Write to the new address');
    await isDone(page, 'We have written to the new address.');
    await expect(main(page)).toContainText(`We asked at ${fresh.email}`);
    await isForEverybody(page, 'one’s own place while an address waits');
    await follows(page, 'Change e-mail address', dora);
    await isForEverybody(page, 'the form while an address waits');

    // Somebody reads it on another device.
    const confirm = link(await letterTo(fresh.email, 'a question about this address'), '/email/confirm/');
    await elsewhere.goto(confirm);
    await isAsked(elsewhere, 'Shall we use this e-mail address?');
    await isForEverybody(elsewhere, 'the question at a new address');
    await saves(elsewhere, 'Yes, use it');
    await isAsked(elsewhere, 'Thank you. We use this address now');
    await isForEverybody(elsewhere, 'a new address that is confirmed');
    await page.goto('/me');
    await expect(page).toHaveURL('/sign-in');
    await signsIn(page, fresh);
    await expect(main(page)).toContainText(fresh.email);

    const back = link(await letterTo(dora.email, 'we write to another address now'), '/email/back/');
    await elsewhere.goto(back);
    await isAsked(elsewhere, 'Shall we use the old address again?');
    await isForEverybody(elsewhere, 'the question at an old address');
    await saves(elsewhere, 'Yes, put it back');
    await isAsked(elsewhere, 'The old address is back');
    await page.goto('/me');
    await expect(page).toHaveURL('/sign-in');
    await elsewhere.goto(confirm);
    await isAsked(elsewhere, 'This link leads nowhere any more');
    await isForEverybody(elsewhere, 'a link that leads nowhere');
  });

  test('that waits is left alone again', async ({ page, request }) => {
    const finn = person('Finn Waverer');
    await joinsByHttp(request, finn);
    await signsIn(page, finn);
    await follows(page, 'Change e-mail address', finn);
    await page.getByLabel('New e-mail address').fill(person('Finn Fresh').email);
    await saves(page, 'Write to the new address');
    await follows(page, 'Change e-mail address', finn);
    await saves(page, 'Leave my address as it is');
    await isDone(page, 'Your e-mail address stays as it is.');
    await expect(main(page)).toContainText('Nothing is waiting for you.');
  });
});
