/** The tabs of a person, in their order. */
export const TABS = ['contact', 'tasks', 'notes', 'appointments', 'activity'] as const;
export type TabId = (typeof TABS)[number];
export const isTab = (tab: string): tab is TabId => TABS.some((one) => one === tab);
