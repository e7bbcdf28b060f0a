/** Message types of the official file, which lists them for answers and filters. */
export const MESSAGE_TYPES =
  `CALL SMS RCS EMAIL SMS_REVIEW_REQUEST WEBCHAT SMS_NO_SHOW_REQUEST CAMPAIGN_SMS CAMPAIGN_CALL CAMPAIGN_EMAIL
CAMPAIGN_VOICEMAIL FACEBOOK CAMPAIGN_FACEBOOK CAMPAIGN_MANUAL_CALL CAMPAIGN_MANUAL_SMS GMB CAMPAIGN_GMB REVIEW INSTAGRAM WHATSAPP
CUSTOM_SMS CUSTOM_EMAIL CUSTOM_PROVIDER_SMS CUSTOM_PROVIDER_EMAIL IVR_CALL ACTIVITY_CONTACT ACTIVITY_INVOICE ACTIVITY_PAYMENT
ACTIVITY_OPPORTUNITY LIVE_CHAT LIVE_CHAT_INFO_MESSAGE ACTIVITY_APPOINTMENT FACEBOOK_COMMENT INSTAGRAM_COMMENT CUSTOM_CALL
INTERNAL_COMMENT ACTIVITY_EMPLOYEE_ACTION_LOG TIKTOK TIKTOK_COMMENT ACTIVITY_WHATSAPP FORM_SUBMISSION SMS_REACTION`
    .split(/\s+/)
    .map((name) => `TYPE_${name}`);

/** The number beside the name; the file gives numbers without a table, these are the ones its examples and the vendor's guide show. */
export const typeNumber = (name: string): number => ({ TYPE_CALL: 1, TYPE_SMS: 2, TYPE_EMAIL: 3 })[name] ?? 20;

/** What a body's `type` becomes in the stored message. */
export const storedType = (sent: string): string =>
  ({ Email: 'TYPE_EMAIL', Call: 'TYPE_CALL', IVR_Call: 'TYPE_IVR_CALL', Custom: 'TYPE_CUSTOM_SMS' })[sent] ??
  (MESSAGE_TYPES.includes(`TYPE_${sent.toUpperCase()}`) ? `TYPE_${sent.toUpperCase()}` : 'TYPE_SMS');

export const CALL_STATUSES = [
  'pending',
  'completed',
  'answered',
  'busy',
  'no-answer',
  'failed',
  'canceled',
  'voicemail',
] as const;
