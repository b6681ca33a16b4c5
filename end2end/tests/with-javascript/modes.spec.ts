import { adult } from '../../support/stages.ts';
import { forMyself, goesOn, isAsked, opens } from '../../support/steps.ts';
import { expect, test } from '../../support/test.ts';

test('in the reader’s own colours, what is chosen can be told from what is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await opens(page, '/join/who');
  await forMyself(page);
  await page.mouse.click(1, 1);
  const outlines = await page
    .locator('.choice')
    .evaluateAll((rows) => rows.map((row) => getComputedStyle(row).outlineStyle));
  expect(outlines).toEqual(['solid', 'none']);
  await goesOn(page);
  await isAsked(page, 'How old are you?');
});

test('nothing moves for whoever wants nothing to move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/');
  const moving = () =>
    page.locator('body *').evaluateAll((all) =>
      all
        .filter((element) => {
          const style = getComputedStyle(element);
          return style.animationName !== 'none' || !/^(0s(, )?)+$/.test(style.transitionDuration);
        })
        .map((element) => element.outerHTML.slice(0, 100)),
    );
  expect(await moving()).toEqual([]);
  await opens(page, '/join/who');
  for (const { right } of adult()) {
    expect(await moving()).toEqual([]);
    await right(page);
    await goesOn(page);
  }
});
