import { paths } from '@/lib/paths';
import { Tabs } from '@/ui/staff/parts';

const CLOSING_PAGES = ['answers', 'growth', 'quotes', 'papers'] as const;
type At = (typeof CLOSING_PAGES)[number];

const PAGES: Record<At, { text: string; href: (code: string) => string }> = {
  answers: { text: 'Answers', href: (code) => paths.closing(code) },
  growth: { text: 'Growth', href: paths.closingGrowth },
  papers: { text: 'Certificates and letters', href: (code) => paths.closingPapers(code) },
  quotes: { text: 'Quotes', href: paths.closingQuotes },
};

/** The pages about the end of a cycle. */
export const ClosingTabs = ({ code, at }: { code: string; at: At | null }) => (
  <Tabs
    label="Closing"
    tabs={CLOSING_PAGES.map((key) => ({ href: PAGES[key].href(code), text: PAGES[key].text, current: key === at }))}
  />
);
