import { letterTo } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { isAtOwnPlace } from '../../support/own.ts';
import { person } from '../../support/people.ts';
import { heading, isAsked } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

test('a member reads what leaving means, thinks again, leaves, and gets a letter', async ({
  page,
}) => {
  const ada = person('Ada Lovelace');
  await isAtOwnPlace(page, ada);
  await page.getByRole('link', { name: 'See what leaving means' }).first().click();
  await isAsked(page, 'Leave the network');
  for (const part of ['What goes', 'What stays', 'Before you go']) {
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible();
  }
  await expect(page.locator('main')).toContainText('with a number and no name');
  await isForEverybody(page, 'what leaving means');
  await page.getByRole('link', { name: 'Stay a member' }).click();
  await isAsked(page, 'Your membership');

  await page.getByRole('link', { name: 'See what leaving means' }).first().click();
  await page.getByRole('button', { name: `Continue: ${ada.name} leaves` }).click();
  await isAsked(page, 'Is this what you want?');
  await isForEverybody(page, 'whether somebody wants to leave');
  await page.getByRole('button', { name: 'Leave now' }).click();
  await isAsked(page, 'You have left');
  await isForEverybody(page, 'having left');
  await expect(page.locator('body')).not.toContainText(ada.name);

  const letter = await letterTo(ada.email, 'you have left');
  expect(letter.text).toContain('What is gone');
  await page.goto('/me');
  await expect(heading(page)).toHaveText('Sign in');
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name }) => /session|known/.test(name))).toEqual([]);
});

test.describe('on two devices', () => {
  // The second is told by a status, too, that nobody is signed in.
  test.use({ noise: /the server responded with a status of 403/ });

  test('whoever leaves reads on the second that it is done', async ({ page, context }) => {
    const ada = person('Ada Lovelace');
    await isAtOwnPlace(page, ada);
    const other = await context.newPage();
    for (const each of [page, other]) {
      await each.goto('/me/leave');
      await each.getByRole('button', { name: `Continue: ${ada.name} leaves` }).click();
      await isAsked(each, 'Is this what you want?');
    }
    await page.getByRole('button', { name: 'Leave now' }).click();
    await isAsked(page, 'You have left');
    await other.getByRole('button', { name: 'Leave now' }).click();
    await isAsked(other, 'You are not signed in');
    await expect(other.locator('main')).toContainText('If you have left already, it is done.');
    await isForEverybody(other, 'leaving twice');
  });
});
