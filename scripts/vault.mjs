// npm run vault -- rotate [CYCLE] | verify: keys replaced, and the access log checked. Killed, a rotation is run again.
import { ensurePackages } from './lib/install.mjs';

ensurePackages();
const { generateClient } = await import('./lib/build.mjs');
const { asCommand, withInstall } = await import('./lib/ops.mjs');

const USAGE = `npm run vault -- rotate          wraps the cycles' private keys under a new VAULT_KEY
npm run vault -- rotate CYCLE    seals the records of one cycle for a new key pair, and destroys the old one
npm run vault -- verify          follows the chain of the access log`;

/** The next VAULT_KEY is kept before it is used: a killed rotation goes on with it. */
async function rotateMasterKey({ ring, secrets, isGiven, keepSecrets }) {
  const { randomBytes } = await import('node:crypto');
  const { rewrap } = await import('../src/ops/rewrap.ts');
  if (isGiven) {
    const next = process.env.VAULT_KEY_NEXT;
    if (!next)
      throw new Error('Set VAULT_KEY_NEXT to the new key (openssl rand -base64 32), and VAULT_KEY to the old one.');
    const count = await rewrap(ring, next, new Date());
    console.log(`${count} keys wrapped anew. Now set VAULT_KEY to the new key, and start the program.`);
    return;
  }
  const next = secrets.VAULT_KEY_NEXT ?? randomBytes(32).toString('base64url');
  keepSecrets({ ...secrets, VAULT_KEY_NEXT: next });
  const count = await rewrap(ring, next, new Date());
  const { VAULT_KEY_NEXT: _, ...kept } = secrets;
  keepSecrets({ ...kept, VAULT_KEY: next });
  console.log(`${count} keys wrapped anew; the new VAULT_KEY is in secrets.env.`);
}

async function rotateCycle({ ring }, code) {
  const { reseal } = await import('../src/ops/reseal.ts');
  const count = await reseal(ring, code.toUpperCase(), new Date());
  console.log(
    `${count} records sealed anew, the old key is destroyed. Make a new backup: older ones do not open any more.`,
  );
}

async function verify({ ring }) {
  const { verifyLog } = await import('../src/ops/verify.ts');
  const { whole, lines, problem } = await verifyLog(ring);
  console.log(whole ? `The access log is whole: ${lines} lines.` : problem);
  return whole ? 0 : 1;
}

const [command, code] = process.argv.slice(2);
await generateClient();
await asCommand(() => {
  if (command === 'rotate')
    return withInstall((install) => (code ? rotateCycle(install, code) : rotateMasterKey(install)));
  if (command === 'verify') return withInstall(verify);
  throw new Error(USAGE);
});
