import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef } from 'preact/hooks';

export interface Tab {
  id: string;
  label: ComponentChildren;
  content: ComponentChildren;
}

export interface TabsProps {
  label: string;
  tabs: Tab[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** ARIA tabs: arrows move and choose. All panels stay mounted, so that what was typed survives a look at the other one. */
export function Tabs({ label, tabs, chosen, onChoose }: TabsProps): JSX.Element {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = (tabs.findIndex((tab) => tab.id === chosen) + step + tabs.length) % tabs.length;
    const next = tabs[at];
    if (next) onChoose(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus();
  };
  return (
    <div class="con-tabs">
      <div class="con-tablist" role="tablist" aria-label={label} tabIndex={-1} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <TabButton key={tab.id} tab={tab} id={`${id}-${tab.id}`} chosen={tab.id === chosen} onChoose={onChoose} />
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.id}
          role="tabpanel"
          id={`${id}-${tab.id}-panel`}
          aria-labelledby={`${id}-${tab.id}`}
          hidden={tab.id !== chosen}
        >
          {tab.content}
        </div>
      ))}
    </div>
  );
}

interface TabButtonProps {
  tab: Tab;
  id: string;
  chosen: boolean;
  onChoose: (id: string) => void;
}

function TabButton({ tab, id, chosen, onChoose }: TabButtonProps): JSX.Element {
  return (
    <button
      type="button"
      role="tab"
      class="con-tab"
      id={id}
      aria-selected={chosen}
      aria-controls={`${id}-panel`}
      tabIndex={chosen ? 0 : -1}
      onClick={() => onChoose(tab.id)}
    >
      {tab.label}
    </button>
  );
}
