import { showSignIn, takeAddress } from '@/features/people/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showSignIn);
export const POST = handled(takeAddress);
