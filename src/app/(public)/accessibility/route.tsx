import { showAccessibility } from '@/features/programs/handlers';
import { handled } from '@/ui/http';

export const GET = handled(() => showAccessibility());
