import { showMails } from '@/features/people/demo/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showMails);
