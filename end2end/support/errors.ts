import type { Page } from '@playwright/test';
import { expect } from './test.ts';
import { filledIn, goesOn } from './steps.ts';
import type { Mistake } from './stages.ts';

/** Makes a mistake, and is told so in a way that leads to putting it right. */
export async function makes(page: Page, { make, told }: Mistake) {
  await make(page);
  const before = await filledIn(page);
  await goesOn(page);
  await expect(page).toHaveTitle(/^Error: /);
  expect(await filledIn(page), 'what was answered is still there').toEqual(before);
  await isToldWhatIsWrong(page, told);
  expect(await filledIn(page), 'and stays there').toEqual(before);
}

/** The summary above the question and the words beside each field say the same. */
async function isToldWhatIsWrong(page: Page, told: Mistake['told']) {
  const summary = page.locator('.error-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('heading')).toHaveText('There is a problem');
  await expect(summary.getByRole('link')).toHaveText(told.map(([, message]) => message));
  await expect(page.locator('.error')).toHaveText(told.map(([, message]) => `Error: ${message}`));
  for (const [at, [field, message]] of told.entries()) {
    await summary.getByRole('link').nth(at).click();
    const input = page.locator(`[id="${field}"]`);
    await expect(input).toBeFocused();
    await expect(input).toBeInViewport();
    expect(await describes(page, field), `what is said about ${field}`).toContain(message);
  }
}

/** What a screen reader says about a field besides its name: by the field or a group around it. */
const describes = (page: Page, field: string) =>
  page.locator(`[id="${field}"]`).evaluate((input) => {
    const said: string[] = [];
    for (let at: Element | null = input; at; at = at.parentElement) {
      const ids = at.getAttribute('aria-describedby')?.split(' ') ?? [];
      said.push(...ids.map((id) => document.getElementById(id)?.textContent ?? ''));
    }
    return said.join(' ');
  });
