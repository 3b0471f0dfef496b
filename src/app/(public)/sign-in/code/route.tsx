import { showCode, takeCode } from '@/features/people/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showCode);
export const POST = handled(takeCode);
