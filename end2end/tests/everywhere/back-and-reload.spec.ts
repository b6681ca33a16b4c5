import { adult, child, group } from '../../support/stages.ts';
import { filledIn, goesOn, isAsked, opens, reloads } from '../../support/steps.ts';
import { awake, expect, kept, test } from '../../support/test.ts';

for (const [who, stages] of [
  ['an adult', adult()],
  ['a child', child()],
  ['a group', group()],
] as const) {
  test(`Back and reload keep every answer of ${who}`, async ({ page }) => {
    await opens(page, '/join/who');
    const filled: Awaited<ReturnType<typeof filledIn>>[] = [];
    for (const { right, step } of stages) {
      await right(page);
      filled.push(await filledIn(page));
      await goesOn(page);
      await expect(page).not.toHaveURL(`/join/${step}`);
      await reloads(page);
    }
    await isAsked(page, 'Check your answers');

    for (const [at, { step, question }] of [...stages.entries()].reverse()) {
      await page.getByRole('link', { name: 'Back' }).click();
      await isAsked(page, question);
      await expect(page).toHaveURL(`/join/${step}`);
      expect(await filledIn(page), question).toEqual(filled[at]);
      await reloads(page);
      expect(await filledIn(page), `${question} (loaded again)`).toEqual(filled[at]);
    }

    // The browser's own Back and Forward.
    for (const { question } of stages) {
      await isAsked(page, question);
      await goesOn(page);
    }
    await isAsked(page, 'Check your answers');
    await kept(page);
    await page.goBack();
    await isAsked(page, stages.at(-1)!.question);
    await page.goBack();
    await isAsked(page, stages.at(-2)!.question);
    expect(await filledIn(page)).toEqual(filled.at(-2));
    await page.goForward();
    await isAsked(page, stages.at(-1)!.question);
    expect(await filledIn(page)).toEqual(filled.at(-1));
  });
}

test('whoever comes back within the day goes on where they were', async ({ page, context }) => {
  const stages = adult();
  await opens(page, '/join/who');
  for (const { right } of stages.slice(0, 4)) {
    await right(page);
    await goesOn(page);
  }
  await isAsked(page, stages[4]!.question);
  await kept(page);
  await page.close();

  const later = await context.newPage();
  await later.goto('/join');
  await awake(later);
  await isAsked(later, stages[4]!.question);
});
