import { handled, messagePage } from '@/ui/http';

export const GET = handled(() => messagePage('Hello', 'ok', 200));
