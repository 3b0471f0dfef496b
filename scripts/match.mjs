// npm run match -- --mentors a.csv --mentees b.csv --out plan.csv: the best plan for two tables. No server, no database.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { register } = await import('tsx/esm/api');
register();
const { runMatch } = await import('../src/cli/match.ts');
process.exitCode = runMatch(process.argv.slice(2), {
  // npm starts scripts in the project's folder and tells where it was called.
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => process.stdout.write(text),
  say: (line) => process.stderr.write(`${line}\n`),
});
