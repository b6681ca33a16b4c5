import { joinsByHttp } from '../../support/by-http.ts';
import {
  asksToSignIn,
  isAdministrator,
  letterToSignIn,
  typesCode,
} from '../../support/committee.ts';
import { groupJoinsByHttp } from '../../support/groups.ts';
import { letterTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { person } from '../../support/people.ts';
import { asFull, isAsked, joins } from '../../support/steps.ts';
import { expect, scripted, test } from '../../support/test.ts';

test('a member goes from the welcome letter to their card, which is all that is printed', async ({
  page,
}) => {
  const ada = person('Ada Lovelace');
  await joins(page, ...asFull(ada));
  const welcome = await letterTo(ada.email, 'welcome');
  const number = welcome.text.match(/^Number: (\S+)$/m)![1]!;

  await page.goto(link(welcome, '/me'));
  await expect(page).toHaveURL('/sign-in');
  await asksToSignIn(page, ada.email);
  await page.goto((await letterToSignIn(ada.email)).url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/me');
  await isAsked(page, 'Your membership');

  const card = page.locator('.card');
  for (const said of [ada.name, 'Full member', number, 'Bristol']) {
    await expect(card).toContainText(said);
  }
  const main = page.locator('main');
  await expect(main).toContainText('Vote at meetings');
  await expect(main).toContainText('You are in Bristol branch: it covers where you live.');
  await expect(main).toContainText('Nothing is waiting for you.');
  await expect(page.getByRole('button', { name: 'Print the card' })).toHaveCount(scripted() ? 1 : 0);
  await isForEverybody(page, 'a member’s own place');

  await page.emulateMedia({ media: 'print' });
  await expect(card).toBeVisible();
  for (const rest of ['.site-header', '.site-footer', 'h1', 'h2', 'h3', '.session']) {
    for (const one of await page.locator(rest).all()) await expect(one).toBeHidden();
  }
  await page.emulateMedia({ media: null });

  await page.getByRole('navigation').getByRole('link', { name: 'Membership explained' }).click();
  await page.getByRole('link', { name: 'Your membership', exact: true }).click();
  await isAsked(page, 'Your membership');
});

test('two people of one address each have a card, and their group says what waits', async ({
  page,
  playwright,
  baseURL,
}) => {
  const ada = person('Ada Lovelace');
  const bob = { ...ada, name: 'Bob Lovelace' };
  for (const each of [ada, bob]) {
    const request = await playwright.request.newContext({ baseURL });
    await joinsByHttp(request, each);
    await request.dispose();
  }
  const request = await playwright.request.newContext({ baseURL });
  await groupJoinsByHttp(request, `Own Circle ${ada.email}`, ada, bob);
  await request.dispose();

  await asksToSignIn(page, ada.email);
  await typesCode(page, 'Code from the e-mail', (await letterToSignIn(ada.email)).code);
  await isAsked(page, 'Your memberships');
  await expect(page.locator('.card')).toHaveCount(2);
  await expect(page.getByRole('heading', { level: 2, name: bob.name })).toBeVisible();
  const main = page.locator('main');
  await expect(main).toContainText('More than one person uses this e-mail address.');
  await expect(main).toContainText(`has named ${bob.name} as its representative`);
  await expect(main).toContainText('There is a place for one more representative.');
  await isForEverybody(page, 'the place of two people and a group');
});

test('an administrator who is no member finds the way in, and back to the roles', async ({
  page,
}) => {
  await isAdministrator(page);
  await page.getByRole('link', { name: 'See your own membership' }).click();
  await isAsked(page, 'You are not a member yet');
  await isForEverybody(page, 'the place of nobody');
  await page.getByRole('link', { name: 'See your roles' }).click();
  await isAsked(page, 'Your roles');
});
