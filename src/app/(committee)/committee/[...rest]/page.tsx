import { notFound } from 'next/navigation';
import { pageUser } from '@/auth/guard';
import { paths } from '@/lib/paths';

/** Whatever else is asked for here: signed-in people are told in our own words. */
export default async function Page() {
  await pageUser(paths.committee());
  notFound();
}
