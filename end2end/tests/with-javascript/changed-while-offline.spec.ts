import { lettersAreOut } from '../../support/by-http.ts';
import { lettersTo, letterTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import { asFull, changes, isAsked, isDone, startsAndChecks } from '../../support/steps.ts';
import { expect, kept, test } from '../../support/test.ts';

test.use({ noise: /net::ERR_INTERNET_DISCONNECTED/ });

test('what could not be sent is not sent while something is being changed', async ({
  page,
  context,
  request,
}) => {
  const wrong = person('Ada Lovelace');
  const right = person('Ada Lovelace');
  await startsAndChecks(page, ...asFull(wrong));
  await kept(page);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Join now' }).click();
  await expect(page.getByRole('alert')).toContainText('We could not send this yet.');

  await changes(page, 'E-mail address');
  await isAsked(page, 'How can we reach you?');
  await expect(page.getByText('We could not send this yet.')).toHaveCount(0);
  await context.setOffline(false);
  await page.getByLabel('E-mail address').fill(right.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await isAsked(page, 'Check your answers');
  await page.getByRole('button', { name: 'Join now' }).click();

  await isDone(page);
  await letterTo(right.email, 'welcome');
  await lettersAreOut(request);
  expect(lettersTo(wrong.email)).toEqual([]);
});
