import { showStatus } from '@/features/applications/status/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showStatus);
