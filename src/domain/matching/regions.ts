/** Region → division → its states or provinces: the census divisions of the United States, and Canada grouped likewise. */
const MAP: Record<string, Record<string, string>> = {
  Northeast: {
    'New England': 'US-CT US-ME US-MA US-NH US-RI US-VT',
    'Middle Atlantic': 'US-NJ US-NY US-PA',
  },
  Midwest: {
    'East North Central': 'US-IL US-IN US-MI US-OH US-WI',
    'West North Central': 'US-IA US-KS US-MN US-MO US-NE US-ND US-SD',
  },
  South: {
    'South Atlantic': 'US-DE US-DC US-FL US-GA US-MD US-NC US-SC US-VA US-WV',
    'East South Central': 'US-AL US-KY US-MS US-TN',
    'West South Central': 'US-AR US-LA US-OK US-TX',
    Caribbean: 'US-PR US-VI',
  },
  West: {
    Mountain: 'US-AZ US-CO US-ID US-MT US-NV US-NM US-UT US-WY',
    Pacific: 'US-AK US-CA US-HI US-OR US-WA',
    'Pacific Islands': 'US-GU US-AS US-MP',
  },
  'Eastern Canada': {
    'Atlantic Canada': 'CA-NB CA-NL CA-NS CA-PE',
    'Central Canada': 'CA-ON CA-QC',
  },
  'Western Canada': {
    'the Prairies': 'CA-AB CA-MB CA-SK',
    'British Columbia': 'CA-BC',
  },
  'Northern Canada': { 'the Territories': 'CA-NT CA-NU CA-YT' },
};

export type Area = { division: string; region: string };

const AREAS = new Map<string, Area>(
  Object.entries(MAP).flatMap(([region, divisions]) =>
    Object.entries(divisions).flatMap(([division, codes]) =>
      codes.split(' ').map((code): [string, Area] => [code, { division, region }]),
    ),
  ),
);

/** Where a state or province lies; null outside the United States and Canada. */
export const areaOf = (subdivision: string): Area | null => AREAS.get(subdivision) ?? null;
