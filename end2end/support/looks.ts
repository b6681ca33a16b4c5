// What holds for every page, whatever is on it.

import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, scripted } from './test.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everybody can use the page as it is just now. */
export async function isForEverybody(page: Page, what: string) {
  await fits(page, what);
  // axe is a script itself; the page without scripts is the same.
  if (!scripted()) return;
  // Colours that are on their way to others would be measured in between.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await passesAxe(page, `${what}, light`, (axe) => axe.withTags(standard));
  await page.emulateMedia({ colorScheme: 'dark' });
  // Only the colours are others.
  await passesAxe(page, `${what}, dark`, (axe) => axe.withRules(['color-contrast']));
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Whatever is on the page has its place, on the narrowest phone too, and can be pressed. */
export async function fits(page: Page, what: string) {
  await expect(page.getByRole('heading', { level: 1 }), what).toHaveCount(1);
  await isNotTooWide(page, what);
  const emptyLine = page.locator('.standing:not(:empty)').filter({ hasText: /^\s*$/ });
  await expect(emptyLine, `${what}: a line with nothing in it`).toHaveCount(0);
  expect(await smallTargets(page), `${what}: what is too small to press`).toEqual([]);
}

async function passesAxe(page: Page, what: string, rules: (axe: AxeBuilder) => AxeBuilder) {
  // There are no frames, for which it would otherwise open a page of its own each time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await rules(axe).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`);
  expect(found, what).toEqual([]);
}

/** On the narrowest phone, and at 400 %, which is the same, nothing is beyond the edge. */
async function isNotTooWide(page: Page, what: string) {
  const usual = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 568 });
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 100));
  });
  await page.setViewportSize(usual);
  expect(beyond, `${what}: what is wider than 320 px`).toEqual([]);
}

/** Whatever is pressed, apart from links within a sentence, is at least 44 CSS pixels high. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const targets = 'button, .button, .choice, .field > input, nav a, .back, .brand, .change a';
    return [...document.querySelectorAll(targets)]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 43.9 || box.width < 24)
      .map(({ element, box }) => `${box.width}x${box.height} ${element.outerHTML.slice(0, 100)}`);
  });
