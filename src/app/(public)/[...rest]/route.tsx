import { handled, notFound } from '@/ui/http';

export const GET = handled(() => notFound());
export const POST = GET;
