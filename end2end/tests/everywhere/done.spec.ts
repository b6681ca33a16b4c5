import { person } from '../../support/people.ts';
import { asFull, heading, isAsked, joins, opens } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

test('a bookmark of the last screen shows nothing of anybody', async ({ page, elsewhere }) => {
  const ada = person('Ada Lovelace');
  await joins(page, ...asFull(ada));
  await expect(page.locator('body')).not.toContainText(ada.name);
  await expect(page.locator('body')).not.toContainText(ada.email);

  await elsewhere.goto('/join/done');
  await expect(heading(elsewhere)).toHaveText('Nothing to show here');
  await expect(elsewhere.locator('.reference')).toHaveCount(0);
});

test('after sending, Back leads to no answer', async ({ page }) => {
  const ada = person('Ada Lovelace');
  await joins(page, ...asFull(ada));
  await page.goBack();
  await isAsked(page, 'Who is joining?');
  await expect(page.locator('body')).not.toContainText(ada.name);
  await opens(page, '/join/check');
  await isAsked(page, 'Who is joining?');
});

test('on paper the last screen is what was sent, without buttons', async ({ page }) => {
  await joins(page, ...asFull(person('Ada Lovelace')));
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.reference')).toBeVisible();
  for (const hidden of ['nav', '.skip-link']) {
    await expect(page.locator(hidden).first()).toBeHidden();
  }
});
