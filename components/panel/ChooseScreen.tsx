import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Candidate } from '../../lib/model/link.ts';
import type { Screen } from '../../lib/model/panel.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { CandidateWords } from './CandidateCard.tsx';
import { CreateButton, CreatePreview } from './CreatePreview.tsx';
import { usePanel } from './context.ts';
import { Body, Foot, Head } from './Head.tsx';
import { WaitingList } from './WaitingList.tsx';

/** Several could be it: a person decides, nobody is chosen beforehand. */
export function ChooseScreen({ name, candidates, location, create }: Extract<Screen, { kind: 'choose' }>): JSX.Element {
  const [picked, setPicked] = useState('');
  const [creating, setCreating] = useState(false);
  const head = (
    <Head
      title={name}
      sub={i18n.t('panel.choose.sub', [location.name])}
      badge={<Badge tone="accent">{i18n.t('panel.choose.badge')}</Badge>}
    />
  );
  if (creating) return <Creating head={head} create={create} location={location.name} back={() => setCreating(false)} />;
  return (
    <>
      {head}
      <Body>
        <Cards candidates={candidates} picked={picked} onPick={setPicked} />
        <Button kind="quiet" class="start" onClick={() => setCreating(true)}>
          {i18n.t('panel.choose.none')}
        </Button>
        <WaitingList />
        <Card level={2} look="sunken" title={i18n.t('panel.choose.rememberedTitle')}>
          <p class="muted small">{i18n.t('panel.choose.remembered')}</p>
        </Card>
      </Body>
      <LinkFoot candidate={candidates.find((one) => one.id === picked)} />
    </>
  );
}

interface CardsProps {
  candidates: Candidate[];
  picked: string;
  onPick: (id: string) => void;
}

function Cards({ candidates, picked, onPick }: CardsProps): JSX.Element {
  return (
    <fieldset class="cards">
      <legend class="lead">{i18n.t('panel.choose.ask')}</legend>
      {candidates.map((candidate) => (
        <label key={candidate.id} class="pick">
          <input
            type="radio"
            name="candidate"
            aria-label={candidate.name}
            checked={candidate.id === picked}
            onChange={() => onPick(candidate.id)}
          />
          <CandidateWords candidate={candidate} />
        </label>
      ))}
    </fieldset>
  );
}

function LinkFoot({ candidate }: { candidate?: Candidate }): JSX.Element {
  const { view, act, busy } = usePanel();
  const link = () => {
    if (candidate) void act('link', 'link.set', { key: view.key, highlevelId: candidate.id });
  };
  return (
    <Foot>
      <Button kind="primary" class="grow" disabled={!candidate} busy={busy.has('link')} onClick={link}>
        {candidate ? i18n.t('panel.choose.link', [candidate.name]) : i18n.t('panel.choose.first')}
      </Button>
    </Foot>
  );
}

interface CreatingProps {
  head: JSX.Element;
  create: Extract<Screen, { kind: 'choose' }>['create'];
  location: string;
  back: () => void;
}

function Creating({ head, create, location, back }: CreatingProps): JSX.Element {
  return (
    <>
      {head}
      <Body>
        <Button kind="quiet" size="small" icon="back" class="start" onClick={back}>
          {i18n.t('panel.choose.back')}
        </Button>
        <CreatePreview rows={create} location={location} />
      </Body>
      <Foot>
        <CreateButton rows={create} />
      </Foot>
    </>
  );
}
