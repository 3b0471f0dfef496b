import { chromium } from '@playwright/test';
import lighthouse, { type RunnerResult } from 'lighthouse';
import type { Row } from './web';

const RUNS = 5;
const kilo = (bytes: number) => Number((bytes / 1024).toFixed(1));

type Fetched = { url: string; kind: string; size: number };

/** Everything a page fetches, with the size it has on the wire when compressed. */
async function weigh(browserPath: string, url: string, sizeOf: (text: Buffer) => number): Promise<Fetched[]> {
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  const fetched: Fetched[] = [];
  page.on('response', (response) => {
    void response.body().then(
      (body) => {
        const kind = response.request().resourceType();
        fetched.push({ url: response.url(), kind, size: kind === 'font' ? body.length : sizeOf(body) });
      },
      () => undefined,
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await browser.close();
  return fetched;
}

function weights(name: string, fetched: readonly Fetched[]): Row[] {
  const of = (...kinds: string[]) =>
    fetched.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { size }) => sum + size, 0);
  const framework = fetched.filter(({ url }) => url.includes('/_next/')).length;
  return [
    { name: `G6 ${name}: framework scripts`, value: framework, target: '0', met: framework === 0 },
    {
      name: `G6 ${name}: own script, gzip`,
      value: kilo(of('script')),
      unit: 'KB',
      target: '≤ 10 KB',
      met: of('script') <= 10_240,
    },
    {
      name: `G6 ${name}: HTML + CSS + script, gzip`,
      value: kilo(of('document', 'stylesheet', 'script')),
      unit: 'KB',
      target: '≤ 60 KB',
      met: of('document', 'stylesheet', 'script') <= 61_440,
    },
    { name: `G6 ${name}: fonts`, value: kilo(of('font')), unit: 'KB', target: '≤ 90 KB', met: of('font') <= 92_160 },
  ];
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function lighthouseOf(port: number, url: string): Promise<RunnerResult['lhr']> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
    formFactor: 'mobile',
  });
  if (!result) throw new Error('Lighthouse gave no result.');
  return result.lhr;
}

async function scores(name: string, browserPath: string, url: string): Promise<Row[]> {
  const port = 9300 + Math.floor(performance.now() % 500);
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', `--remote-debugging-port=${port}`],
  });
  const found: RunnerResult['lhr'][] = [];
  for (let run = 0; run < RUNS; run++) found.push(await lighthouseOf(port, url));
  await browser.close();
  const score = (category: string) => median(found.map((lhr) => (lhr.categories[category]?.score ?? 0) * 100));
  const metric = (audit: string) => median(found.map((lhr) => lhr.audits[audit]?.numericValue ?? 0));
  const lcp = Math.round(metric('largest-contentful-paint'));
  const cls = Number(metric('cumulative-layout-shift').toFixed(3));
  return [
    {
      name: `G7 ${name}: Lighthouse performance, phone`,
      value: Math.round(score('performance')),
      target: '≥ 95',
      met: score('performance') >= 95,
    },
    {
      name: `G7 ${name}: Lighthouse accessibility`,
      value: Math.round(score('accessibility')),
      target: '100',
      met: score('accessibility') >= 100,
    },
    { name: `G7 ${name}: largest paint`, value: lcp, unit: 'ms', target: '≤ 1200 ms', met: lcp <= 1200 },
    { name: `G7 ${name}: layout shift`, value: cls, target: '≤ 0.02', met: cls <= 0.02 },
  ];
}

/** Weight and Lighthouse scores of the program page and the first page of the form. */
export async function measurePages(
  base: string,
  cycle: string,
  browserPath: string,
  sizeOf: (text: Buffer) => number,
): Promise<Row[]> {
  const pages = [
    ['program page', `${base}/alcts-mentoring`],
    ['form', `${base}/apply/${cycle}/mentee`],
  ] as const;
  const rows: Row[] = [];
  for (const [name, url] of pages)
    rows.push(...weights(name, await weigh(browserPath, url, sizeOf)), ...(await scores(name, browserPath, url)));
  return rows;
}
