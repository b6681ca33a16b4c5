import { letterTo, lettersTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import { asFull, goesOn, isAsked, isCalled, isDone, opens, said, startsAndChecks, sends } from '../../support/steps.ts';
import { expect, kept, scripted, test } from '../../support/test.ts';

// The server says that the answers are not those that it showed.
test.use({ noise: /status of 409/ });

test('with two tabs open, what is sent is what the tab showed that sent it', async ({ page, context }) => {
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
  const [sent, notSent] = scripted() ? [ada, grace] : [grace, ada];
  expect((await letterTo(sent.email, 'welcome')).text).toContain(sent.name);

  // The other tab was left open. Sending from there as well makes no second membership.
  await other.getByRole('button', { name: 'Join now' }).click();
  await isDone(other);
  expect(lettersTo(notSent.email)).toEqual([]);
});
