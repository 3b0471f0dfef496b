import { receiveBounce } from '@/features/announcements/bounces/handlers';
import { handled } from '@/ui/http';

export const POST = handled(receiveBounce);
