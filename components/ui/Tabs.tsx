import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  count?: number;
}

export interface TabsProps<Id extends string> {
  label: string;
  tabs: Tab<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
  /** The chosen tab's panel. */
  children: ComponentChildren;
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs of the ARIA pattern: arrows, Home and End move and choose; one stop in the tab order. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Id>): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(
      tabs.findIndex((tab) => tab.id === chosen),
      tabs.length,
    );
    onChoose(tabs[next]!.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.id} base={id} tab={tab} chosen={tab.id === chosen} onChoose={onChoose} />
        ))}
      </div>
      <div class="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen}`} tabIndex={-1}>
        {children}
      </div>
    </>
  );
}

interface TabButtonProps<Id extends string> {
  base: string;
  tab: Tab<Id>;
  chosen: boolean;
  onChoose: (id: Id) => void;
}

function TabButton<Id extends string>({ base, tab, chosen, onChoose }: TabButtonProps<Id>): JSX.Element {
  return (
    <button
      type="button"
      role="tab"
      class="tab"
      id={`${base}-${tab.id}`}
      aria-selected={chosen ? 'true' : 'false'}
      aria-controls={chosen ? `${base}-panel` : undefined}
      tabIndex={chosen ? 0 : -1}
      onClick={() => onChoose(tab.id)}
    >
      {tab.label}
      {tab.count ? <span class="tab-count"> {tab.count}</span> : null}
    </button>
  );
}
