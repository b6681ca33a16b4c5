import { letterTo } from '../../support/letters.ts';
import { person } from '../../support/people.ts';
import { isAsked, isDone, opens } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';
import type { Locator, Page } from '@playwright/test';

/** Tab, until the focus is on `target`; and wherever it is on the way, it can be seen. */
async function tabsTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    expect(await unseenFocus(page)).toBeNull();
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('Tab does not get there');
}

/** What has the focus, if that cannot be seen. */
const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const around = focused.closest('.choice') ?? focused;
    const box = around.getBoundingClientRect();
    const outlined = [focused, around].some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    const inView = box.top >= 0 && box.bottom <= innerHeight;
    return outlined && inView ? null : `${focused.outerHTML} (outlined: ${outlined}, in view: ${inView})`;
  });

/** Into the group of answers with Tab, to the answer with the arrows, Enter sends the form. */
async function chooses(page: Page, question: string, answer: string) {
  await isAsked(page, question);
  const radio = page.getByRole('radio', { name: answer, exact: true });
  await tabsTo(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  while (!(await radio.isChecked())) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

async function types(page: Page, label: string, text: string) {
  await tabsTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.type(text);
}

// A form that is refused.
test.use({ noise: /status of 422/ });

test('the keyboard alone is enough for a whole join', async ({ page }) => {
  const ada = person('Ada Lovelace');
  await opens(page, '/join/who');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await chooses(page, 'Who is joining?', 'I am joining for myself');
  await chooses(page, 'How old are you?', '18 or over');
  await chooses(page, 'Do any of these describe you?', 'Yes, at least one');
  await chooses(page, 'Which membership would you like?', 'Full member');

  await isAsked(page, 'Where do you live?');
  await types(page, 'Your postcode', 'BS5');
  await page.keyboard.press('Enter');
  await expect(page.locator('.error-summary')).toBeFocused();
  await tabsTo(page, page.locator('.error-summary a'));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Your postcode')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' 6XX');
  await page.keyboard.press('Enter');

  await isAsked(page, 'How can we reach you?');
  await types(page, 'Your name', ada.name);
  await types(page, 'E-mail address', ada.email);
  await page.keyboard.press('Enter');
  await isAsked(page, 'What you agree to');
  await tabsTo(page, page.getByLabel('I agree that the network keeps'));
  await page.keyboard.press('Space');
  await tabsTo(page, page.getByRole('button', { name: 'Continue' }));
  await page.keyboard.press('Enter');

  await isAsked(page, 'Check your answers');
  await tabsTo(page, page.getByRole('button', { name: 'Join now' }));
  await page.keyboard.press('Space');
  await isDone(page);
  await letterTo(ada.email, 'welcome');
});
