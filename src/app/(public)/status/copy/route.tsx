import { showAskCopy, takeAskCopy } from '@/features/applications/copies/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showAskCopy);
export const POST = handled(takeAskCopy);
