import { expect, type APIRequestContext } from '@playwright/test';
import { letterTo } from './letters.ts';
import { person, type Person } from './people.ts';

/** A whole join without a browser: each step's form posted to the step's own address. */
export async function joinsByHttp(request: APIRequestContext, { name, email }: Person) {
  const forms: [step: string, form: Record<string, string>][] = [
    ['who', { who: 'me' }],
    ['age', { age: '18-or-over' }],
    ['experience', { experience: 'yes' }],
    ['membership', { membership: 'full' }],
    ['where', { postcode: 'BS5 6XX' }],
    ['details', { name, email }],
    ['consent', { consent: 'yes' }],
    ['check', {}],
  ];
  const led: string[] = [];
  for (const [step, form] of forms) {
    const answer = await request.post(`/join/${step}`, { form });
    led.push(`${answer.status()} ${new URL(answer.url()).pathname}`);
  }
  const next = [...forms.slice(1).map(([step]) => step), 'done'];
  expect(led).toEqual(next.map((step) => `200 /join/${step}`));
}

/**
 * Waits until what is owed so far has been sent: letters leave in order, so once a later one is
 * there, no earlier one is still to come.
 */
export async function lettersAreOut(request: APIRequestContext) {
  const later = person('Later Member');
  await joinsByHttp(request, later);
  await letterTo(later.email, 'welcome');
}
