import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { readRoster, type RosterReading } from '@/domain/roster';
import { clock } from '@/lib/clock';
import { readTable, TableFault } from '@/lib/csv';
import { normalEmail } from '@/lib/email-address';
import { html, readForm } from '@/ui/http';
import { importRoster } from './commands';
import { RosterPage } from './components/static/roster-page';

const NO_FILE = 'Choose a CSV file.';
const NO_COLUMN = 'No column of this file holds addresses. Name it “email” in the first line.';

function readingOf(bytes: Uint8Array): RosterReading | string {
  try {
    return readRoster(readTable(new TextDecoder().decode(bytes)), normalEmail) ?? NO_COLUMN;
  } catch (error) {
    if (error instanceof TableFault) return error.message;
    throw error;
  }
}

/** Takes the roster, or only looks at it; says how many members it has and names every line that was refused. */
export async function takeRoster(request: Request, cycle: GuardedCycle, user: UserActor): Promise<Response> {
  const posted = await readForm(request, true);
  const file = posted.file('roster');
  const reading = file ? readingOf(file.bytes) : NO_FILE;
  if (typeof reading === 'string') return html(<RosterPage cycle={cycle} fault={reading} />, 422);
  const trial = posted.text('trial') === 'yes';
  if (!trial && reading.members.length > 0) {
    const whole = posted.text('whole') === 'yes';
    await importRoster(user, { cycle, members: reading.members, whole }, clock.now());
  }
  return html(<RosterPage cycle={cycle} reading={reading} trial={trial} />);
}
