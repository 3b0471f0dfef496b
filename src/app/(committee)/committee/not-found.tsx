import { MissingPage } from '@/features/people/components/missing-page';

export default function NotFound() {
  return <MissingPage />;
}
