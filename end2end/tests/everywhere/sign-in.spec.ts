import {
  asksToSignIn,
  invited,
  isAdministrator,
  letterToSignIn,
  setsUp,
  signsOut,
  typesCode,
} from '../../support/committee.ts';
import { lettersAreOut } from '../../support/by-http.ts';
import { lettersTo } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { asFull, heading, isAsked, joins } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

// What is refused or not there any more.
test.use({ noise: /status of (404|422)/ });

test('a member signs in by the link of a letter, once and in the browser that asked', async ({
  page,
  elsewhere,
}) => {
  const ada = person('Ada Lovelace');
  await joins(page, ...asFull(ada));
  await asksToSignIn(page, ada.email);
  await isForEverybody(page, 'the code from a letter');
  const { url } = await letterToSignIn(ada.email);

  await elsewhere.goto(url);
  await isAsked(elsewhere, 'Go back to where you asked');
  await isForEverybody(elsewhere, 'a link in another browser');

  await page.goto(url);
  await expect(page.locator('main')).toContainText(`The button signs you in as ${ada.email}.`);
  await isForEverybody(page, 'a link to sign in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isAsked(page, 'Your membership');

  await signsOut(page);
  await page.goto('/me');
  await expect(page).toHaveURL('/sign-in');
  await page.goto(url);
  await isAsked(page, 'This link does not work any more');
  await isForEverybody(page, 'a link that was used');
});

test('whoever reads the letter on another device types in the code', async ({ page }) => {
  const ada = person('Ada Lovelace');
  await joins(page, ...asFull(ada));
  await asksToSignIn(page, ada.email);
  const { code } = await letterToSignIn(ada.email);
  await typesCode(page, 'Code from the e-mail', 'AAAA-AAAA');
  await expect(page.locator('.error')).toContainText('You can try 4 more times');
  await isForEverybody(page, 'a wrong code');
  await typesCode(page, 'Code from the e-mail', code.toLowerCase().replace('-', ''));
  await isAsked(page, 'Your membership');
});

test('nobody learns whether the register knows an address', async ({ page, request }) => {
  const nobody = person('Nobody Known');
  await asksToSignIn(page, nobody.email);
  await lettersAreOut(request);
  expect(lettersTo(nobody.email)).toEqual([]);
  await typesCode(page, 'Code from the e-mail', 'AAAA-AAAA');
  await expect(page.locator('.error')).toContainText('You can try 4 more times');
});

test('an address with a mistake is told so', async ({ page }) => {
  await page.goto('/sign-in');
  await isForEverybody(page, 'signing in');
  await page.getByLabel('E-mail address').fill('ada@');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.getByRole('alert')).toContainText('There is a problem');
  await expect(page.getByLabel('E-mail address')).toHaveValue('ada@');
  await isForEverybody(page, 'a wrong address');
});

test('an administrator has to set up a second step, and gives it each time', async ({ page }) => {
  const { email } = person('Ada Admin');
  await page.goto(invited(email));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isAsked(page, 'Set up a second step');
  await isForEverybody(page, 'setting up a second step');
  await page.goto('/committee/bristol');
  await expect(page).not.toHaveURL('/committee/bristol');

  await page.goto('/sign-in/set-up');
  await page.getByLabel('Code from the app').fill('12345');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.locator('.error')).toContainText('That is not the code');
  const { recoveryCodes } = await setsUp(page, email);
  await isForEverybody(page, 'an administrator’s roles');
  await signsOut(page);

  await asksToSignIn(page, email);
  await typesCode(page, 'Code from the e-mail', (await letterToSignIn(email)).code);
  await isAsked(page, 'Type in the code from your app');
  await isForEverybody(page, 'the second step');
  await page.goto('/committee/bristol');
  await expect(heading(page)).not.toHaveText('Bristol branch');

  await page.goto('/sign-in/recovery-code');
  await isForEverybody(page, 'a recovery code');
  await typesCode(page, 'Recovery code', recoveryCodes[0]!.toLowerCase());
  await isAsked(page, 'Your roles');
});

test('signing out on every device ends the other sessions', async ({ page, elsewhere }) => {
  const { email, recoveryCodes } = await isAdministrator(page);
  await asksToSignIn(elsewhere, email);
  await typesCode(elsewhere, 'Code from the e-mail', (await letterToSignIn(email)).code);
  await elsewhere.goto('/sign-in/recovery-code');
  await typesCode(elsewhere, 'Recovery code', recoveryCodes[0]!);
  await isAsked(elsewhere, 'Your roles');

  await page.getByRole('button', { name: 'Sign out on every device' }).click();
  await isAsked(page, 'Sign in');
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL('/sign-in');
});
