import { plain } from './checks-sync.ts';
import { editHighLevelNote } from './edits-notes.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';
import { notesOf } from './systems.ts';

/** The button that compares everybody, pressed by somebody. */
const press = (stage: Stage) => stage.ask('console', 'reconcile.run', {});

/**
 * Often pressed again while everybody is being read: somebody has put a note right that was read a moment ago, and wants it compared. No list
 * of changes tells of it, so that what was asked for last is all that brings it over.
 */
export async function pressedTwice(stage: Stage, memory: Memory): Promise<void> {
  const { chance, weather, time } = stage;
  const known = new Set(notesOf.clio(stage).map(({ detail }) => detail));
  const shared = notesOf.highlevel(stage).filter(({ body }) => known.has(plain(body)));
  if (!shared.length || chance.chance(0.2)) return void (await press(stage));
  const { id, contactId } = chance.pick(shared);
  const meanwhile = () => {
    editHighLevelNote(
      stage,
      memory,
      notesOf.highlevel(stage).filter((one) => one.id === id),
    );
    void stage.say('console', 'reconcile.run', {});
  };
  // The person's notes have long been read when this last answer of theirs comes.
  weather.aimed.push({ at: 'read', path: new RegExp(`/contacts/${contactId}/appointments$`), mishap: 'slow', meanwhile });
  await press(stage);
  await time.run(time.now() + 120_000);
  weather.aimed = [];
}
