import { letterTo, link } from '../../support/letters.ts';
import { isForEverybody } from '../../support/looks.ts';
import { isAtOwnPlace } from '../../support/own.ts';
import { person } from '../../support/people.ts';
import { isAsked } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

const words = 'I would like news from the network by e-mail.';

test('a member sees what they agreed to, gets news in one click and stops it in one', async ({
  page,
}) => {
  const ada = person('Ada Lovelace');
  await isAtOwnPlace(page, ada);
  const agreed = page.locator('#agreed');
  await expect(agreed).toContainText('I agree that the network keeps');
  await expect(agreed).toContainText('Agreed on');
  await expect(agreed).toContainText(`You get no news by e-mail.`);
  await page.getByRole('button', { name: 'Get news by e-mail' }).click();
  await expect(page.getByRole('button', { name: 'Stop news by e-mail' })).toBeVisible();
  await expect(agreed.getByRole('listitem').filter({ hasText: words })).toHaveCount(1);
  await isForEverybody(page, 'what was agreed to');
  await page.getByRole('button', { name: 'Stop news by e-mail' }).click();
  await expect(agreed).toContainText('Taken back on');
  await agreed.getByRole('link', { name: 'See what leaving means' }).click();
  await isAsked(page, 'Leave the network');
});

test('news is stopped by the link in a letter, without signing in', async ({ page }) => {
  const ada = person('Ada Lovelace');
  const forms: [step: string, form: Record<string, string>][] = [
    ['who', { who: 'me' }],
    ['age', { age: '18-or-over' }],
    ['experience', { experience: 'yes' }],
    ['membership', { membership: 'full' }],
    ['where', { postcode: 'BS5 6XX' }],
    ['details', { ...ada }],
    ['consent', { consent: 'yes', newsletter: 'yes' }],
    ['check', {}],
  ];
  for (const [step, form] of forms) await page.request.post(`/join/${step}`, { form });
  await page.context().clearCookies();
  await page.goto(link(await letterTo(ada.email, 'welcome'), '/news/'));
  await isAsked(page, 'Stop news by e-mail?');
  await isForEverybody(page, 'stopping news');
  await page.getByRole('button', { name: 'Stop the news' }).click();
  await isAsked(page, 'News has stopped');
  await page.reload();
  await isAsked(page, 'News has stopped');
});

test.describe('a link that leads nowhere', () => {
  // The page says so by its status, too.
  test.use({ noise: /the server responded with a status of 404/ });

  test('stops nothing, and says so', async ({ page }) => {
    await page.goto('/news/none');
    await isAsked(page, 'This link leads nowhere');
    await isForEverybody(page, 'a link that leads nowhere');
  });
});
