import type { Browser, Page } from '@playwright/test';
import { base, IN_REVIEW, query, readMail, signInAs } from '../e2e/support/program';
import { shoot } from './camera';

const committee = (path = '') => `${base()}/committee/${IN_REVIEW}${path}`;
const staff = (path = '') => `${base()}/staff/${IN_REVIEW}${path}`;

async function visit(page: Page, name: string, address: string): Promise<void> {
  await page.goto(address);
  await shoot(page, name);
}

async function walkReview(page: Page): Promise<void> {
  await signInAs(page, 'Ximena');
  await visit(page, 'inbox-reviewer', committee('/applications?mine=todo'));
  await page.locator('table a').last().click();
  await page.waitForURL(/applications\/[0-9a-f-]{36}/);
  await shoot(page, 'application-before-review');
  for (const scale of await page.locator('.rating.worded').all())
    await scale.locator('input').nth(2).check({ force: true });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('status').waitFor();
  await shoot(page, 'application-after-review');
  await signInAs(page, 'Teodor');
  const [own] = await query<{ id: string }>(
    "SELECT a.id::text FROM applications a JOIN persons p ON p.id = a.person_id WHERE p.email = 'teodor@example.test'",
  );
  await visit(page, 'application-own', committee(`/applications/${own?.id}`));
  await visit(page, 'missing-right', staff('/announcement'));
}

async function runMatching(page: Page, plan: number): Promise<void> {
  await page.goto(committee('/matching'));
  await page.getByRole('button', { name: /^Run the matching/ }).click();
  await page.getByRole('link', { name: `Plan ${plan}`, exact: true }).waitFor();
}

async function walkChair(page: Page): Promise<void> {
  await signInAs(page, 'Marguerite');
  await visit(page, 'cycle-home', committee());
  await visit(page, 'how-we-review', committee('/rubric'));
  await page.getByRole('button', { name: 'See what reviewers will see' }).click();
  await page.locator('#preview').waitFor();
  await shoot(page, 'criteria-preview');
  await visit(page, 'coverage', committee('/coverage'));
  await visit(page, 'assign-evenly', committee('/coverage/assign'));
  await page.goto(committee('/coverage/list'));
  await page.getByLabel('Reviewer', { exact: true }).selectOption({ label: 'Kwame Delacroix' });
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { level: 2 }).waitFor();
  await shoot(page, 'assign-by-hand');
  await visit(page, 'assign-from-a-file', committee('/coverage/file'));
  await visit(page, 'all-cycles', `${base()}/committee?all=1`);
  await visit(page, 'inbox-chair', committee('/applications?mine=all'));
  await visit(page, 'several-at-once', committee('/applications/together?mine=all&state=submitted&move=accept&of=all'));
  await page.getByRole('button', { name: /^Accept \d+ applications/ }).click();
  await page.getByRole('status').waitFor();
  await visit(page, 'matching-empty', committee('/matching'));
  await runMatching(page, 1);
  await visit(page, 'workbench', committee('/matching/1'));
  await page
    .locator('.candidate')
    .filter({ has: page.getByRole('button', { name: /^Unpair/ }) })
    .getByText('Veto')
    .first()
    .click();
  await page
    .getByLabel('Reason, for the committee')
    .locator('visible=true')
    .first()
    .fill('They worked together for years.');
  await page
    .getByRole('button', { name: /^Rule out this pair/ })
    .first()
    .click();
  await page.waitForLoadState('networkidle');
  await shoot(page, 'workbench-changed');
  await runMatching(page, 2);
  await visit(page, 'matching', committee('/matching'));
  await visit(page, 'plans-compared', committee('/matching/compare?p=1&p=2'));
  await visit(page, 'plan-report', committee('/matching/2/report'));
  await visit(page, 'plan-grid', committee('/matching/2/grid'));
  await visit(page, 'own-pairing', committee('/matching/2/shadow'));
  await page.goto(committee('/matching/2'));
  await page.getByText('What if').first().click();
  await page
    .getByRole('button', { name: /ruled out/ })
    .first()
    .click();
  await page.getByRole('table').first().waitFor();
  await shoot(page, 'what-if');
}

/** The plan goes over the ballot: opened, voted on, discussed in part, approved. */
async function walkBallot(chair: Page, member: Page): Promise<void> {
  await visit(chair, 'ballot-opening', committee('/matching/2/ballot'));
  await chair.getByLabel('This many votes').check();
  await chair.getByLabel('Number of votes').fill('2');
  await chair.getByRole('button', { name: 'Open the ballot' }).click();
  await chair.getByRole('status').waitFor();
  await signInAs(member, 'Ximena');
  await member.goto(committee('/ballot/1'));
  const first = member.locator('.ballot-item').first();
  await first.getByText('Discuss or object').click();
  await first.getByLabel('What should be talked about').fill('They worked together for years.');
  await first.getByRole('button', { name: /^Object/ }).click();
  await first.getByText('Your vote: Object').waitFor();
  await shoot(member, 'ballot-voted');
  for (const page of [member, chair]) {
    await page.goto(committee('/ballot/1'));
    await page.getByText('Read them all').click();
    await page.getByRole('button', { name: /^Approve the / }).click();
    await page.getByRole('status').waitFor();
  }
  await shoot(chair, 'ballot-chair');
  await chair.getByRole('button', { name: 'Begin the meeting' }).click();
  await member.goto(committee('/ballot/1/meeting'));
  await member.getByRole('button', { name: 'Join the meeting' }).click();
  await chair.locator('.live.on').waitFor();
  await chair.getByRole('region', { name: 'In the meeting' }).getByText('Ximena').first().waitFor();
  await shoot(chair, 'ballot-meeting');
  await visit(chair, 'ballot-consent', committee('/ballot/1/consent'));
  await chair.goto(committee('/ballot/1'));
  await chair.getByRole('button', { name: 'End the meeting' }).click();
  await chair.getByRole('button', { name: 'Approve what was carried' }).click();
  await chair.getByText('Approved with what was carried').waitFor();
  await shoot(chair, 'ballot-approved');
  await visit(chair, 'ballot-minutes', committee('/ballot/1/minutes'));
}

async function walkAnnouncement(page: Page, second: Page): Promise<void> {
  await signInAs(page, 'Linus');
  await visit(page, 'announcement', staff('/announcement'));
  await visit(page, 'letter-template', staff('/announcement/templates/matched_mentor'));
  await page.goto(staff('/announcement'));
  await page
    .getByRole('link', { name: /^Read the letter to/ })
    .first()
    .click();
  await page.waitForURL(/letters/);
  await shoot(page, 'letter-preview');
  await visit(page, 'release-before', staff('/announcement/release'));
  await page.getByLabel('Hold before the first letter').selectOption('1');
  await page.getByRole('button', { name: /^Ask to send/ }).click();
  await page.getByText('wait for a second person').waitFor();
  await shoot(page, 'release-asked');
  await signInAs(second, 'Marguerite');
  await second.goto(staff('/announcement/release'));
  await second.getByRole('button', { name: /^Confirm and send/ }).click();
  await second.getByText('are held until').waitFor();
  await shoot(second, 'release-held');
  await query("UPDATE releases SET hold_until = now() - interval '1 second'");
  await query("SELECT app.enqueue_job('release-held')");
  await second.getByText(/letters are settled/).waitFor({ timeout: 90_000 });
  await shoot(second, 'release-done');
  await visit(page, 'delivery-log', staff('/announcement/deliveries'));
}

async function walkLetters(page: Page): Promise<void> {
  const letter = (await readMail()).find(({ subject }) => subject.startsWith('Your mentor for'));
  await page.goto(`${base()}/dev/mail`);
  await page
    .getByRole('link', { name: /Your mentor for/ })
    .first()
    .click();
  await shoot(page, 'mail-matched-mentee');
  await page.goto(/(http:\/\/localhost:\d+\/confirm\/[\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '');
  await shoot(page, 'confirm-match');
  await page.getByRole('button', { name: /^Yes/ }).click();
  await shoot(page, 'confirm-match-yes');
}

export async function walkCommittee(browser: Browser): Promise<void> {
  const [page, second] = [await browser.newPage(), await (await browser.newContext()).newPage()];
  await walkReview(page);
  await walkChair(page);
  await walkBallot(page, second);
  await walkAnnouncement(page, second);
  await walkLetters(page);
}
