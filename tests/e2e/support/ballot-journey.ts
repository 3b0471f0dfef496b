import { expect, type Browser, type Page } from '@playwright/test';
import { expectNoFaults } from './axe';
import { base, IN_REVIEW, mailTo, query, signInAs } from './program';

const at = (path: string) => `${base()}/committee/${IN_REVIEW}${path}`;
const ballot = (path = '') => at(`/ballot/1${path}`);
const REASON = 'They worked together for three years.';
const NOTE = 'To be paired anew.';

async function seat(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, name);
  return page;
}

/** A press of a button, and the sentence that says it was done. */
async function press(page: Page, button: string | RegExp, done: string): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await expect(page.getByRole('status')).toContainText(done);
}

/** The chair puts plan 2 on the ballot; wrong input is told, and what was typed stays. */
async function open(chair: Page): Promise<void> {
  await chair.goto(at('/matching/2'));
  await chair.getByRole('link', { name: 'Put this plan on the ballot' }).click();
  await chair.getByLabel('This many votes').check();
  await chair.getByRole('button', { name: 'Open the ballot' }).click();
  await expect(chair.getByRole('alert').first()).toContainText('Choose a quorum: a share, or a number of votes');
  await expect(chair.getByLabel('This many votes')).toBeChecked();
  await chair.getByLabel('Number of votes').fill('2');
  await chair.getByLabel(/^Tell the committee that the ballot is open: 6 mails/).check();
  await expectNoFaults(chair, [{ name: 'onto the ballot, wrong' }]);
  await press(chair, 'Open the ballot', 'The ballot is open');
  await mailTo('ximena@example.test', /^Please vote on the matches/);
  await chair.goto(at('/matching/2'));
  await expect(chair.getByRole('button', { name: 'Approve plan' })).toBeDisabled();
}

/** One member objects to the first match they see and approves the rest, without a mouse. */
async function voteAtHome(member: Page): Promise<string> {
  await expect(member.locator('main')).toContainText('Vote on 22 matches of the ballot');
  await member.getByRole('link', { name: 'Vote', exact: true }).click();
  const first = member.locator('.ballot-item').first();
  const mentee = (await first.locator('.pair .reference').first().innerText()).trim();
  await first.locator('summary').focus();
  await member.keyboard.press('Enter');
  await first.getByRole('button', { name: /^Object/ }).focus();
  await member.keyboard.press('Enter');
  await expect(first.getByRole('alert')).toContainText('Say why you object');
  await expectNoFaults(member, [{ name: 'a vote, wrong' }]);
  await first.getByLabel('What should be talked about').fill(REASON);
  await first.getByRole('button', { name: /^Object/ }).focus();
  await member.keyboard.press('Enter');
  await expect(member.locator('main')).toContainText('1 of 22');
  const next = member.locator('.ballot-item').first();
  await expect(next).not.toContainText(mentee);
  await member.goto(ballot());
  await member.getByText('Read them all').click();
  await press(member, 'Approve the 21 matches I have not voted on', 'every match you had not voted on');
  return mentee;
}

/** The chair sees the objection only after their own vote. */
async function voteAfter(chair: Page): Promise<void> {
  await chair.goto(ballot());
  await expect(chair.locator('main')).not.toContainText(REASON);
  const first = chair.locator('.ballot-item').first();
  await first.getByRole('button', { name: /^Approve/ }).click();
  await expect(first).toContainText('Your vote: Approve.');
  await expect(first).toContainText(`Ximena Baptiste: ${REASON}`);
  await expectNoFaults(chair, [
    { name: 'ballot, open, for the chair' },
    { name: 'consent agenda, not made', path: `/committee/${IN_REVIEW}/ballot/1/consent` },
    { name: 'minutes, not final', path: `/committee/${IN_REVIEW}/ballot/1/minutes` },
  ]);
  await chair.goto(ballot());
  await chair.getByText('Read them all').click();
  await press(chair, /^Approve the 21/, 'every match you had not voted on');
}

/** The meeting: what one browser does is in the other without a reload. */
async function meet(chair: Page, member: Page): Promise<void> {
  await chair.goto(ballot());
  await chair.getByRole('button', { name: 'Begin the meeting' }).click();
  await expect(chair.locator('.live.on')).toBeVisible();
  await member.goto(ballot('/meeting'));
  await member.getByRole('button', { name: 'Join the meeting' }).click();
  await expect(member.locator('.live.on')).toBeVisible();
  await expect(chair.getByRole('region', { name: 'In the meeting' })).toContainText('Ximena Baptiste');

  await chair.getByLabel(/^Carried/).check();
  await chair.getByLabel(/^Note for the minutes/).fill(NOTE);
  await chair.getByRole('button', { name: 'Record the result' }).click();
  await expect(chair.getByRole('alert').first()).toContainText('Those who approve: 1. Those who object: 1.');
  await expect(chair.getByLabel(/^Note for the minutes/)).toHaveValue(NOTE);

  await chair.getByText('Discuss or object').click();
  await chair.getByLabel('What should be talked about').fill('I see that now.');
  await chair.getByRole('button', { name: /^Discuss / }).click();
  await expect(member.locator('.on-table .others')).toContainText('Marguerite Onwudiwe: I see that now.');
  await chair.getByLabel(/^Not carried/).check();
  await chair.getByRole('button', { name: 'Record the result' }).click();
  await expect(member.locator('.on-table .tag', { hasText: 'Not carried' })).toBeVisible();
  await expectNoFaults(chair, [{ name: 'meeting', path: `/committee/${IN_REVIEW}/ballot/1/meeting` }]);
  await member.getByRole('button', { name: /^Leave/ }).click();
  await expect(chair.getByRole('region', { name: 'In the meeting' })).not.toContainText('Ximena Baptiste');
}

/** Who applied finds no trace of their own pair, in no page and no file. */
async function lookAsFenced(fenced: Page): Promise<void> {
  const [pair] = await query<{ mentee: string; mentor: string }>(
    `SELECT e.reference AS mentee, m.reference AS mentor FROM ballot_items i
     JOIN applications m ON m.id = i.mentor_application_id JOIN applications e ON e.id = i.mentee_application_id
     JOIN persons p ON p.id = m.person_id WHERE p.email = 'teodor@example.test'`,
  );
  if (!pair) throw new Error('The member who applied is not matched.');
  for (const path of ['', '/consent', '/meeting', '/minutes', '/minutes/minutes.txt', '/minutes/results.csv']) {
    const answer = await fenced.request.get(ballot(path));
    expect(answer.status(), path).toBe(200);
    const text = await answer.text();
    for (const word of Object.values(pair)) expect(text, path).not.toContain(word);
  }
  await fenced.goto(ballot('/minutes'));
  await expect(fenced.locator('main')).toContainText('20 carried, 20 of them by consent; 1 not carried');
}

/** The chair ends the meeting, approves, and makes the objection a veto. */
async function approve(chair: Page, mentee: string): Promise<void> {
  await chair.goto(ballot());
  await press(chair, 'End the meeting', 'Voting is over');
  await expect(chair.locator('main')).toContainText('Plan 2 is approved with 21 matches. One match leaves it');
  await press(chair, 'Approve what was carried', 'Approved with what was carried');
  await press(chair, /^Make it a veto/, 'Ruled out');
  await chair.goto(ballot('/minutes'));
  const main = chair.locator('main');
  await expect(main).toContainText('21 carried, 21 of them by consent; 1 not carried; 0 put off; 0 not decided.');
  await expect(main).toContainText('Marguerite Onwudiwe, Ximena Baptiste');
  const text = await (await chair.request.get(ballot('/minutes/minutes.txt'))).text();
  expect(text).toMatch(new RegExp(`Discussed\\n-+\\n\\* ${mentee} [^:]+: Not carried\\.`));
  // Which pair comes first is chance, and one member has a conflict with a mentor.
  expect(text).toMatch(/^ {2}0 approve, 1 discuss, 1 object, [01] recused \(2 needed\)\.$/m);
  expect(text).toContain(`  Object: ${REASON}\n  Discuss: I see that now.\n  Note: ${NOTE}\n`);
  const csv = await chair.request.get(ballot('/minutes/results.csv'));
  expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(23);
  expect(csv.headers()['content-disposition']).toContain(`${IN_REVIEW.toUpperCase()}-ballot-1-results.csv`);
}

/** From a plan to an approved one by way of a ballot: 22 matches are voted on, 21 are carried. */
export async function voteOnPlan(browser: Browser): Promise<void> {
  const chair = await seat(browser, 'Marguerite');
  await open(chair);
  const member = await seat(browser, 'Ximena');
  const mentee = await voteAtHome(member);
  await voteAfter(chair);
  await meet(chair, member);
  await lookAsFenced(await seat(browser, 'Teodor'));
  await approve(chair, mentee);
  for (const page of [chair, member]) await page.context().close();
}
