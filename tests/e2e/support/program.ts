import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import pg from 'pg';
import PostalMime from 'postal-mime';

export const base = (): string => process.env.BOOKEND_URL ?? 'http://localhost:3000';
const year = String(new Date().getUTCFullYear()).slice(2);
/** The demonstration's cycle in review, and the one that is open for applications. */
export const [IN_REVIEW, OPEN] = [`f${year}`, `a${year}`];

const mailDir = () => join(process.env.DATA_DIR ?? '', 'mail');

/** Every mail the program sent so far, oldest first. */
export async function readMail() {
  const files = readdirSync(mailDir())
    .filter((name) => name.endsWith('.eml'))
    .sort();
  return Promise.all(
    files.map(async (name) => {
      const { to, subject, text, html } = await PostalMime.parse(readFileSync(join(mailDir(), name)));
      return { to: to?.[0]?.address ?? '', subject: subject ?? '', text: text ?? '', html: html ?? '' };
    }),
  );
}

/** Waits for the newest mail to an address whose subject matches. */
export async function mailTo(address: string, subject: RegExp, seconds = 30) {
  for (let tries = 0; tries < seconds * 5; tries++) {
    const found = (await readMail()).filter((mail) => mail.to === address && subject.test(mail.subject)).at(-1);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`No mail to ${address} about ${String(subject)}`);
}

/** As the owner of the database: to look, and to let time pass. */
export async function query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(process.env.BOOKEND_OWNER_URL);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Journeys come from one address and go faster than people: their forms are not counted together. */
export const forgetLimits = () => query('DELETE FROM rate_limits');

/** Signs in by a button of the demonstration. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto(`${base()}/dev/sign-in`);
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
  await page.waitForURL(/\/committee/);
}
