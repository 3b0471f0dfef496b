import { showActivities } from '@/features/pairs/activities/handlers';
import { closingPlaceAt, closingPlaceByLink, showClosing, takeClosing } from '@/features/closing/answering/handlers';
import { showGrowth } from '@/features/closing/growth/handlers';
import { showPaper, takePaper } from '@/features/closing/papers/handlers';
import { showGoal, takeGoal } from '@/features/pairs/goals/handlers';
import {
  sendPairCalendar,
  showAgreement,
  showPair,
  takeAgreement,
  takePairAnswer,
} from '@/features/pairs/home/handlers';
import { showPairLink, takePairLink } from '@/features/pairs/links/handlers';
import { showAsk, showConcern, takeAsk, takeConcern } from '@/features/pairs/asking/handlers';
import { placeAt, placeByLink, showCheckIn, takeCheckIn } from '@/features/pairs/check-ins/handlers';
import { showQuiet, takeQuiet, takeReminders } from '@/features/pairs/quiet/handlers';
import { showMeetings, takeMeeting } from '@/features/pairs/meetings/handlers';

/** What the routes of a pair do, by the rest of the path. */
export async function routePair(request: Request, [a = '', b = '', c = '']: readonly string[]): Promise<Response> {
  const post = request.method === 'POST';
  if (a === 'check-in') {
    return post ? takeCheckIn(request, () => placeByLink(b, c)) : showCheckIn(request, await placeByLink(b, c));
  }
  if (a === 'closing')
    return post ? takeClosing(request, () => closingPlaceByLink(b)) : showClosing(request, await closingPlaceByLink(b));
  if (b === 'papers') return post ? takePaper(request, a, c) : showPaper(request, a, c);
  if (b === 'growth') return showGrowth(request, a);
  if (b === 'closing')
    return post
      ? takeClosing(request, () => closingPlaceAt(request, a))
      : showClosing(request, await closingPlaceAt(request, a));
  if (a === 'quiet') return post ? takeQuiet(request, b) : showQuiet(request, b);
  if (b === 'help') return post ? takeAsk(request, a) : showAsk(request, a);
  if (b === 'concern') return post ? takeConcern(request, a) : showConcern(request, a);
  if (b === 'reminders') return takeReminders(request, a);
  if (b === 'check-in')
    return post
      ? takeCheckIn(request, () => placeAt(request, a, c))
      : showCheckIn(request, await placeAt(request, a, c));
  if (a === 'link') return post ? takePairLink(request, b) : showPairLink(b);
  if (b === 'answer') return takePairAnswer(request, a);
  if (b === 'agreement') return post ? takeAgreement(request, a) : showAgreement(request, a);
  if (b === 'goals') return post ? takeGoal(request, a, c) : showGoal(request, a, c);
  if (b === 'activities') return showActivities(request, a);
  if (b === 'meetings') return post ? takeMeeting(request, a) : showMeetings(request, a);
  if (b === 'dates.ics') return sendPairCalendar(request, a);
  return showPair(request, a);
}
