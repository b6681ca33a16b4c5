// Groups and their representatives, as a committee sees them.

import type { APIRequestContext, Page } from '@playwright/test';
import type { Person } from './people.ts';
import { expect } from './test.ts';

/** A group with one representative, joined without a browser: each step's form, posted. */
export async function groupJoinsByHttp(
  request: APIRequestContext,
  name: string,
  contact: Person,
  representative: Person,
) {
  const forms: [step: string, form: Record<string, string>][] = [
    ['who', { who: 'group' }],
    ['group-kind', { 'group-kind': 'self-help' }],
    ['group-work', { 'group-work': 'yes' }],
    [
      'group',
      {
        'group-name': name,
        'group-postcode': 'BS5 6XX',
        'contact-name': contact.name,
        'contact-email': contact.email,
      },
    ],
    [
      'representatives',
      {
        representatives: '1',
        'representative-1-name': representative.name,
        'representative-1-email': representative.email,
        'representative-1-chosen': 'yes',
      },
    ],
    ['consent', { consent: 'yes' }],
    ['check', {}],
  ];
  for (const [step, form] of forms) {
    const answer = await request.post(`/join/${step}`, { form });
    expect(answer.status(), step).toBe(200);
  }
}

/** Opens a group of Bristol from the list, on whichever page of it it is. */
export async function opensGroup(page: Page, name: string) {
  await page.goto('/committee/bristol/groups');
  const group = page.getByRole('link', { name, exact: true });
  const next = page.getByRole('link', { name: 'Next page' });
  while ((await group.count()) === 0 && (await next.count()) > 0) await next.click();
  await group.click();
}
