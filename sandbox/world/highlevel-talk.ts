import { hlUser, MAIN_LOCATION } from './firm.ts';
import { hlId } from './ids.ts';
import type { Calendar } from './time.ts';
import type { HlMessage, HlSalesRows } from './types-highlevel-sales.ts';

/** HighLevel's id of a conversation by its contact's key. */
export const hlConversation = (of: string): string => hlId(`conversation:${of}`);

type Line = [type: string, direction: 'inbound' | 'outbound', body: string, age: number, at: string, more?: Partial<HlMessage>];
interface Talk {
  of: string;
  owner?: string;
  unread?: number;
  starred?: boolean;
  lines: Line[];
}

// Marisol has no phone in HighLevel, so all of her talk is e-mail.
const TALKS: Talk[] = [
  {
    of: 'marisol',
    owner: 'priya',
    unread: 1,
    starred: true,
    lines: [
      ['TYPE_EMAIL', 'outbound', 'Here is what happens next.', 20, '16:00', { subject: 'Next steps', status: 'opened' }],
      ['TYPE_EMAIL', 'inbound', 'Thank you. When is the hearing?', 2, '18:20', { subject: 'Re: Next steps' }],
    ],
  },
  {
    of: 'claire-dubois',
    owner: 'priya',
    lines: [
      [
        ...(['TYPE_CALL', 'inbound', '', 4, '17:20'] as const),
        { call: { duration: 372, status: 'completed' }, transcript: 'Good morning. It is about the consultation.' },
      ],
      ['TYPE_SMS', 'outbound', 'Your consultation is confirmed.', 2, '18:05', { status: 'delivered' }],
      ['TYPE_SMS', 'inbound', 'Thank you, I will be there.', 1, '18:20'],
    ],
  },
  {
    of: 'david-s-kim',
    owner: 'grace',
    lines: [
      ['TYPE_CALL', 'inbound', '', 6, '20:15', { call: { duration: 0, status: 'voicemail' } }],
      ['TYPE_SMS', 'outbound', 'We tried to call you back.', 5, '16:45', { source: 'workflow', status: 'delivered' }],
    ],
  },
  { of: 'lead-aisha', unread: 2, lines: [['TYPE_SMS', 'inbound', 'Do you take divorce cases?', 1, '21:10']] },
];

function messageRow(talk: Talk, index: number, calendar: Calendar): HlMessage {
  const [messageType, direction, body, age, at, more] = talk.lines[index]!;
  return {
    ...{
      id: hlId(`message:${talk.of}:${index}`),
      conversationId: hlConversation(talk.of),
      contactId: hlId(`contact:${talk.of}`),
    },
    ...{ locationId: MAIN_LOCATION, messageType, direction, status: direction === 'inbound' ? 'read' : 'sent', body },
    ...{ attachments: [], source: 'app' as const, dateAdded: calendar.past(-age, at) },
    ...(talk.owner && direction === 'outbound' ? { userId: hlUser(talk.owner) } : {}),
    ...more,
  };
}

/** Talk with contacts; the newest message of each is the last one. */
export function conversationRows(calendar: Calendar): Pick<HlSalesRows, 'conversations' | 'messages'> {
  return {
    conversations: TALKS.map((talk) => ({
      ...{ id: hlConversation(talk.of), locationId: MAIN_LOCATION, contactId: hlId(`contact:${talk.of}`), deleted: false },
      ...(talk.owner ? { assignedTo: hlUser(talk.owner) } : {}),
      ...{ unreadCount: talk.unread ?? 0, starred: talk.starred ?? false },
      ...{ dateAdded: calendar.past(-(talk.lines[0]?.[3] ?? 1), '12:00'), dateUpdated: calendar.past(-1, '21:10') },
    })),
    messages: TALKS.flatMap((talk) => talk.lines.map((_, index) => messageRow(talk, index, calendar))),
  };
}
