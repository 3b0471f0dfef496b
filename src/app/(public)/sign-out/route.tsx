import { signOut } from '@/features/people/handlers';
import { handled } from '@/ui/http';

export const POST = handled(signOut);
