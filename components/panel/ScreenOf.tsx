import type { JSX } from 'preact';
import type { Screen } from '../../lib/model/panel.ts';
import { ChooseScreen } from './ChooseScreen.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';
import { HintScreen } from './HintScreen.tsx';
import { NoneScreen } from './NoneScreen.tsx';
import { PairScreen } from './PairScreen.tsx';
import { PersonScreen } from './PersonScreen.tsx';
import {
  CompanyScreen,
  ConnectingScreen,
  DeletedScreen,
  LoadingScreen,
  NotConnectedScreen,
  NotRecordScreen,
} from './QuietScreens.tsx';
import { ReconnectScreen } from './ReconnectScreen.tsx';

export function ScreenOf({ screen, tab, onTab }: { screen: Screen; tab: string; onTab: (tab: string) => void }): JSX.Element {
  switch (screen.kind) {
    case 'not-record':
      return <NotRecordScreen />;
    case 'not-connected':
      return <NotConnectedScreen {...screen} />;
    case 'connecting':
      return <ConnectingScreen system={screen.system} />;
    case 'hint':
      return <HintScreen {...screen} />;
    case 'pair':
      return <PairScreen {...screen} />;
    case 'loading':
      return <LoadingScreen name={screen.name} />;
    case 'company':
      return <CompanyScreen name={screen.name} />;
    case 'deleted':
      return <DeletedScreen {...screen} />;
    case 'reconnect':
      return <ReconnectScreen {...screen} />;
    case 'choose':
      return <ChooseScreen {...screen} />;
    case 'none':
      return <NoneScreen {...screen} />;
    case 'person':
      return <PersonScreen person={screen.person} tab={tab} onTab={onTab} />;
    case 'error':
      return <ErrorScreen {...screen} />;
  }
}
