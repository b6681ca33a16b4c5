import { person } from '../../support/people.ts';
import { asFull, isAsked, opens, starts, startsAndChecks, filledIn } from '../../support/steps.ts';
import { expect, kept, test } from '../../support/test.ts';

test('“Clear my answers” leaves nothing behind on the device', async ({ page, context }) => {
  const ada = person('Ada Lovelace');
  await startsAndChecks(page, ...asFull(ada));
  await kept(page);
  expect(await context.cookies()).toHaveLength(1);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await isAsked(page, 'Who is joining?');
  expect(Object.values(await filledIn(page))).toEqual([false, false]);
  expect(await context.cookies()).toEqual([]);

  for (const way of [() => page.goBack(), () => opens(page, '/join/check')]) {
    await way();
    await isAsked(page, 'Who is joining?');
    await expect(page.locator('body')).not.toContainText(ada.name);
    await expect(page.locator('body')).not.toContainText(ada.email);
  }
});

test('answers are kept where no script and no other site can read them', async ({ page, context }) => {
  const ada = person('Ada Lovelace');
  await starts(page, ...asFull(ada).slice(0, -1));
  await kept(page);
  const [cookie, ...others] = await context.cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'join', httpOnly: true, sameSite: 'Lax', path: '/' });
  const day = 24 * 60 * 60;
  expect(cookie!.expires - Date.now() / 1000).toBeLessThanOrEqual(day);
  for (const form of [decodeURIComponent(cookie!.value), Buffer.from(decodeURIComponent(cookie!.value), 'base64').toString('latin1')]) {
    expect(form).not.toContain(ada.name);
    expect(form).not.toContain('18-or-over');
  }
});
