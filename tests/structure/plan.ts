/** The plan of the house as data: which folder may import which, and the files a feature may have. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: ['domain'],
  lib: ['domain', 'lib'],
  ui: ['domain', 'lib', 'ui'],
  cli: ['domain', 'lib', 'cli'],
  engine: ['domain', 'lib', 'engine'],
  db: ['domain', 'lib', 'db'],
  mail: ['domain', 'lib', 'db', 'mail'],
  auth: ['domain', 'lib', 'db', 'auth'],
  vault: ['domain', 'lib', 'db', 'vault'],
  features: ['domain', 'lib', 'ui', 'db', 'mail', 'auth', 'features'],
  jobs: ['domain', 'lib', 'db', 'mail', 'vault', 'engine', 'features', 'jobs'],
  ops: ['domain', 'lib', 'db', 'mail', 'vault', 'engine', 'ops'],
  app: ['domain', 'lib', 'ui', 'auth', 'jobs', 'features', 'app'],
  'proxy.ts': ['domain', 'lib'],
};

/** Single arrows that the plan allows although the folders do not. The list only gets shorter. */
export const ALLOWED_ARROWS: readonly (readonly [from: RegExp, to: RegExp, why: string])[] = [
  [/^lib\/words\/(?:en|es|fr)\.ts$/, /^\.\.\/messages\//, 'catalogs lie beside the code, for those who translate'],
  [/^features\/applications\/(?:[a-z-]+\/)?commands\.ts$/, /^vault\/seal\.ts$/, 'sealing is part of applying'],
  [
    /^features\/(?:applications|confidentiality)\/(?:[a-z-]+\/)?commands\.ts$/,
    /^vault\/copies\.ts$/,
    'a copy is opened with the one-time key that only its reader has',
  ],
];

/** Files a feature, or a sub-folder of one, may have beside `components/`. */
export const FEATURE_FILES = ['schema.ts', 'queries.ts', 'commands.ts', 'actions.ts', 'handlers.tsx'];

/** Folders in which `next` and `react` may be imported; elsewhere rules and writes run without them. */
export const FRAMEWORK_PLACES = [
  /^app\//,
  /^ui\//,
  /^auth\//,
  /^proxy\.ts$/,
  /\/components\//,
  /\/actions\.ts$/,
  /\/handlers\.tsx$/,
];

/** Where the database client may be imported. */
export const DATABASE_PLACES = [
  /^db\//,
  /^auth\//,
  /^mail\//,
  /^vault\//,
  /^jobs\//,
  /^ops\//,
  /\/queries\.ts$/,
  /\/commands\.ts$/,
];

/** Of another feature only these may be imported. */
export const FEATURE_DOORS = [/\/queries\.ts$/, /\/commands\.ts$/, /\/schema\.ts$/];
