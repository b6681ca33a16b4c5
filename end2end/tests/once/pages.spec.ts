import { expect, test } from '../../support/test.ts';

test('every link on every page leads somewhere', async ({ page, request }) => {
  const seen = new Set<string>(['/']);
  for (const path of seen) {
    // The wizard's own links depend on the answers.
    if (path.startsWith('/join')) continue;
    await page.goto(path);
    const links = await page
      .locator('a[href^="/"], link[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!.split('#')[0]!));
    links.forEach((link) => seen.add(link));
  }
  const lost: string[] = [];
  for (const path of seen) {
    const answer = await request.get(path);
    if (!answer.ok()) lost.push(`${path}: ${answer.status()}`);
  }
  expect(lost).toEqual([]);
  expect(seen.size).toBeGreaterThan(10);
});

test('the header and the footer lead to every page, and say which one it is', async ({ page }) => {
  await page.goto('/');
  for (const [name, heading] of [
    ['Membership explained', /\w/],
    ['Branches', /branch/i],
    ['The rules', /\w/],
    ['Privacy', /\w/],
    ['Accessibility', /\w/],
    ['Contact', /\w/],
    ['Join', 'Who is joining?'],
  ] as const) {
    const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page).not.toHaveURL('/');
    await expect(link).toHaveAttribute('aria-current', 'page');
  }
});
