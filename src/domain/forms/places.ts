import type { Option } from '../mentoring';
import type { OptionGroup } from '../questions';

const options = (prefix: string, lines: string): Option[] =>
  lines
    .trim()
    .split(/\s*,\s*/)
    .map((line) => {
      const [code = '', ...words] = line.split(' ');
      return { value: `${prefix}${code}`, label: words.join(' ') };
    });

export const OUTSIDE = 'outside';

/** ISO 3166-2 codes of states and provinces, as `matching/regions.ts` reads them. */
export const SUBDIVISIONS: readonly OptionGroup[] = [
  {
    label: 'United States',
    options: options(
      'US-',
      `AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware,
      DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky,
      LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana,
      NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio,
      OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah,
      VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming, PR Puerto Rico, VI U.S. Virgin Islands,
      GU Guam, AS American Samoa, MP Northern Mariana Islands`,
    ),
  },
  {
    label: 'Canada',
    options: options(
      'CA-',
      `AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador,
      NT Northwest Territories, NS Nova Scotia, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, SK Saskatchewan, YT Yukon`,
    ),
  },
  { label: 'Elsewhere', options: [{ value: OUTSIDE, label: 'Outside the United States and Canada' }] },
];

const COUNTRY_CODES = `AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CF TD CL CN CO KM CG CD CR CI
  HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HK HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI
  KP KR KW KG LA LV LB LS LR LY LI LT LU MO MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PS PA PG
  PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TW TJ TZ TH TL TG TO TT TN TR TM TV UG UA
  AE GB UY UZ VU VA VE VN YE ZM ZW`;

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

export const COUNTRIES: readonly OptionGroup[] = [
  {
    label: 'North America',
    options: [
      { value: 'US', label: 'United States' },
      { value: 'CA', label: 'Canada' },
    ],
  },
  {
    label: 'All other countries',
    options: COUNTRY_CODES.split(/\s+/)
      .map((value) => ({ value, label: countryNames.of(value) ?? value }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  },
];

const zone = (value: string, label: string): Option => ({ value, label });

/** Zones by the cities people know them by. */
export const TIME_ZONES: readonly OptionGroup[] = [
  {
    label: 'United States and Canada',
    options: [
      zone('America/New_York', 'Eastern'),
      zone('America/Chicago', 'Central'),
      zone('America/Denver', 'Mountain'),
      zone('America/Phoenix', 'Arizona (no daylight saving)'),
      zone('America/Los_Angeles', 'Pacific'),
      zone('America/Anchorage', 'Alaska'),
      zone('Pacific/Honolulu', 'Hawaii'),
      zone('America/Halifax', 'Atlantic'),
      zone('America/Puerto_Rico', 'Puerto Rico, Virgin Islands'),
      zone('America/St_Johns', 'Newfoundland'),
      zone('America/Regina', 'Saskatchewan'),
      zone('Pacific/Guam', 'Guam, Northern Marianas'),
      zone('Pacific/Pago_Pago', 'American Samoa'),
    ],
  },
  {
    label: 'Elsewhere',
    options: [
      zone('America/Mexico_City', 'Mexico City'),
      zone('America/Bogota', 'Bogotá, Lima'),
      zone('America/Sao_Paulo', 'São Paulo'),
      zone('America/Argentina/Buenos_Aires', 'Buenos Aires'),
      zone('Europe/London', 'London, Dublin'),
      zone('Europe/Berlin', 'Berlin, Madrid, Paris, Rome'),
      zone('Europe/Athens', 'Athens, Helsinki, Kyiv'),
      zone('Africa/Lagos', 'Lagos'),
      zone('Africa/Johannesburg', 'Johannesburg, Cairo'),
      zone('Africa/Nairobi', 'Nairobi, Istanbul'),
      zone('Asia/Dubai', 'Dubai'),
      zone('Asia/Karachi', 'Karachi'),
      zone('Asia/Kolkata', 'India'),
      zone('Asia/Dhaka', 'Dhaka'),
      zone('Asia/Bangkok', 'Bangkok, Jakarta'),
      zone('Asia/Shanghai', 'Beijing, Singapore, Manila'),
      zone('Asia/Tokyo', 'Tokyo, Seoul'),
      zone('Australia/Sydney', 'Sydney'),
      zone('Pacific/Auckland', 'Auckland'),
      zone('Etc/UTC', 'UTC'),
    ],
  },
];
