import { overLimit } from '@/db/limits';
import { clientAddress } from '@/lib/client-address';
import { webEnv } from '@/lib/env';

/** Counts a posted form of this client. @returns 0 when it may go on, else the seconds to wait */
export const postWait = (request: Request): Promise<number> =>
  overLimit('post', clientAddress(request.headers, webEnv().TRUSTED_PROXIES));
