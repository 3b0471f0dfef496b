import { z } from 'zod';
import { REPLY_STATES } from '@/domain/event';

export const replyState = z.enum(REPLY_STATES);
