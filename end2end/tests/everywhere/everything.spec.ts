import { readFileSync } from 'node:fs';
import { isForEverybody } from '../../support/looks.ts';
import { isAtOwnPlace } from '../../support/own.ts';
import { person } from '../../support/people.ts';
import { isAsked } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

test('a member reads everything that is held about them, and saves it as a file', async ({
  page,
}) => {
  const ada = person('Ada Lovelace');
  await isAtOwnPlace(page, ada);
  await page.getByRole('link', { name: 'See everything we hold' }).click();
  await isAsked(page, 'Everything we hold');
  await expect(page).toHaveURL('/me/everything');
  const main = page.locator('main');
  for (const said of [ada.name, ada.email, 'BS5 6XX', 'Full member', 'By postcode', 'Welcome']) {
    await expect(main).toContainText(said);
  }
  const done = page
    .getByRole('table')
    .filter({ hasText: 'What was done with it, by whom and when' });
  await expect(done).toContainText('Joined');
  await expect(done).toContainText('Whoever sent the form');
  await isForEverybody(page, 'everything that is held');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save it as a file' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('everything.json');
  const file = JSON.parse(readFileSync(await saved.path(), 'utf8'));
  expect(file.signed_in_as).toBe(ada.email);
  const [held] = file.people;
  expect(held).toMatchObject({ name: ada.name, email: ada.email, postcode: 'BS5 6XX' });
  expect(held.memberships).toHaveLength(1);
  expect(held.agreed[0].words).toContain('I agree that the network keeps');
  expect(held.done_with_it[0]).toMatchObject({ what: 'joined', who: 'applicant' });

  // What a page tells, a file does: each fact is there to be read.
  await expect(main).toContainText(held.memberships[0].number);
  await page.getByRole('link', { name: 'Your membership' }).first().click();
  await isAsked(page, 'Your membership');
});
