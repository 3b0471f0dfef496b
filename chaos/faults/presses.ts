// One form, many presses: twice, five at once, an hour later, with another body.
import {
  finish,
  openCheck,
  press,
  send,
  titleOf,
  walk,
  wordsOf,
  type Opened,
  type Person,
  type Watch,
} from '../applicant';
import { hidden, type Answer } from '../browser';
import { crowdOf, formPath, gather, outcomeOf, sized, type Context, type Fault } from '../context';
import type { Crowd } from '../crowd';
import type { World } from '../world';

const isSent = ({ status, location }: Answer) => status === 303 && location.includes('/sent');
const say = ({ status, location, body }: Answer) => `${status} ${location} ${titleOf(body)}`;

type Form = Parameters<typeof openCheck>[0];

/** The whole form lies so much longer ago. */
async function age(world: World, email: string, minutes: number): Promise<void> {
  const back = [email, minutes];
  await world.query(
    `UPDATE sessions SET created_at = created_at - $2 * interval '1 minute',
       last_seen_at = last_seen_at - $2 * interval '1 minute', idle_expires_at = idle_expires_at - $2 * interval '1 minute'
     WHERE email = $1`,
    back,
  );
  await world.query("UPDATE drafts SET submitted_at = submitted_at - $2 * interval '1 minute' WHERE email = $1", back);
  await world.query(
    "UPDATE applications SET submitted_at = submitted_at - $2 * interval '1 minute' WHERE email = $1",
    back,
  );
}

/** What is pressed again after the first answer, and what must come of each. @returns what is wrong */
async function pressAgain(world: World, person: Person, form: Form, opened: Opened): Promise<string[]> {
  const wrong: string[] = [];
  const expect = (what: string, answer: Answer, isRight: (answer: Answer) => boolean) => {
    if (!isRight(answer)) wrong.push(`${what}: ${say(answer)}`);
  };
  expect('the key again', await press(form, opened), isSent);
  const other = { ...opened, revision: String(Number(opened.revision) + 1) };
  expect('another revision under the key', await press(form, other), ({ status }) => status === 409);
  await age(world, person.email, 49);
  expect('most of an hour later', await press(form, opened), isSent);
  await age(world, person.email, 60);
  // The session is over: this browser is led to the beginning, and nothing is sent.
  expect(
    'an hour later',
    await press(form, opened),
    ({ status, location }) => status === 303 && !location.includes('/sent'),
  );
  await age(world, person.email, -109);
  return wrong;
}

type Pressed = { person: Person; form: Form; opened: Opened };

async function applyWith(crowd: Crowd, context: Context, person: Person, wrong: string[]): Promise<Pressed> {
  const failed = () => (crowd.errors += 1);
  const watch: Watch = { failed, until: Date.now() + 120_000 };
  const form = { path: formPath(context), browser: crowd.browserOf(person), watch };
  await (person.token === null ? walk : finish)(person, form);
  const opened = await openCheck(form);
  // The first press, the double click, and three more at the same moment.
  const [, others] = await Promise.all([
    send(person, form, opened, crowd.ledger),
    Promise.all(Array.from({ length: 4 }, () => press(form, opened))),
  ]);
  wrong.push(...others.filter((answer) => !isSent(answer)).map(say));
  wrong.push(...(await pressAgain(context.world, person, form, opened)));
  return { person, form, opened };
}

/** What was sent is changed in the form; then the page that was open before is sent once more. */
async function pressOld({ person, form, opened }: Pressed): Promise<string[]> {
  const page = await form.browser.get(`${form.path}/more`);
  const drawn = { revision: opened.revision, mark: hidden(page.body, 'mark') ?? '', go: 'next' };
  await form.browser.post(`${form.path}/more`, { ...drawn, anything_else: `${wordsOf(person)} More.` });
  const answer = await press(form, opened);
  const isRight = answer.status === 409 && titleOf(answer.body).includes('already received');
  return isRight ? [] : [`applicant ${person.number}, the old key after a change: ${say(answer)}`];
}

/** Eight at a time, until nobody is left. */
async function each<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...list];
  const client = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 8 }, client));
}

const PRESSES_EACH = 9;

const presses: Fault = {
  name: 'presses',
  what: 'five presses at once, a replay after an hour, another body under the same key, the old key after a change',
  run: async (context) => {
    const people = await gather(context, sized(context, 20, 400));
    const crowd = crowdOf(context, { name: 'presses', people: [] });
    const problems: string[] = [];
    const pressed: Pressed[] = [];
    await each(people, async (person) => {
      const wrong: string[] = [];
      pressed.push(await applyWith(crowd, context, person, wrong));
      problems.push(...wrong.map((text) => `applicant ${person.number}: ${text}`));
    });
    const outcome = await outcomeOf(crowd, { faults: people.length * PRESSES_EACH });
    await each(pressed, async (one) => void problems.push(...(await pressOld(one))));
    return { ...outcome, problems: [...outcome.problems, ...problems.slice(0, 5)] };
  },
};

export const PRESSES: readonly Fault[] = [presses];
