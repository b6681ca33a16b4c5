import { lettersAreOut } from '../../support/by-http.ts';
import { letterTo, lettersTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import { asFull, goesOn, isAsked, isCalled, isDone, opens, said, startsAndChecks, sends } from '../../support/steps.ts';
import { expect, kept, scripted, test } from '../../support/test.ts';

// The server says that the answers are not those that it showed.
test.use({ noise: /status of 409/ });

test('with two tabs open, what is sent is what the tab showed that sent it', async ({
  page,
  context,
  request,
}) => {
  const [ada, grace] = [person('Ada Lovelace'), person('Grace Hopper')];
  await startsAndChecks(page, ...asFull(ada));
  await kept(page);

  const other = await context.newPage();
  await opens(other, '/join/details?from=check');
  await isCalled(grace)(other);
  await goesOn(other);
  await expect(said(other, 'Your name')).toHaveText(grace.name);
  await kept(other);

  await page.getByRole('button', { name: 'Join now' }).click();
  if (!scripted()) {
    const notice = page.getByRole('alert').filter({ hasText: 'changed in another tab' });
    await expect(notice).toBeVisible();
    await isAsked(page, 'Check your answers');
    await expect(said(page, 'Your name')).toHaveText(grace.name);
    await sends(page);
  }
  await isDone(page);
  await letterTo(scripted() ? ada.email : grace.email, 'welcome');

  // The other tab was left open. What is sent from there is what it shows, too: with scripts that
  // is a join of its own, without them the one that was sent already.
  await other.getByRole('button', { name: 'Join now' }).click();
  await isDone(other);
  await letterTo(grace.email, 'welcome');
  await lettersAreOut(request);
  expect(lettersTo(grace.email)).toHaveLength(1);
  expect(lettersTo(ada.email)).toHaveLength(scripted() ? 1 : 0);
});
