// The types a page's script writes its messages by and the schemas the background reads them with say the same.
// The types are checked by tsc, in `npm test`; what is left at run time is that no name is missing.
import type * as z from 'zod/mini';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Ask, AskName } from '../../lib/ask.ts';
import { FROM_OWN_PAGE, FROM_TRACKER, type OwnAsk, type TrackerMessage } from '../../lib/messages.ts';

type Read<N extends AskName> = z.infer<(typeof FROM_TRACKER)[N]>;
type Written<N extends AskName> = z.input<(typeof FROM_TRACKER)[N]>;

describe('ask.ts and messages.ts', () => {
  it('name the same messages', () => {
    const names = {
      question: true,
      save: true,
      undo: true,
      meaning: true,
      draft: true,
      claim: true,
      never: true,
      rows: true,
      chips: true,
      sweepFrom: true,
      sweepAt: true,
      seen: true,
      editor: true,
      shapes: true,
      left: true,
      pane: true,
      stand: true,
      dock: true,
      health: true,
      open: true,
      site: true,
    } satisfies Record<AskName, true>;
    expect(Object.keys(FROM_TRACKER)).toEqual(Object.keys(names));
    expectTypeOf<keyof typeof FROM_TRACKER>().toEqualTypeOf<AskName>();
    expectTypeOf<TrackerMessage['ask']>().toEqualTypeOf<AskName>();
  });

  it('shares no name between tracker pages and own pages', () => {
    expect(Object.keys(FROM_OWN_PAGE).filter((name) => Object.hasOwn(FROM_TRACKER, name))).toEqual([]);
    expectTypeOf<OwnAsk['ask'] & AskName>().toBeNever();
  });

  it('lets a page write whatever the types let it write', () => {
    expectTypeOf<Ask<'question'>>().toExtend<Written<'question'>>();
    expectTypeOf<Ask<'save'>>().toExtend<Written<'save'>>();
    expectTypeOf<Ask<'undo'>>().toExtend<Written<'undo'>>();
    expectTypeOf<Ask<'draft'>>().toExtend<Written<'draft'>>();
    expectTypeOf<Ask<'claim'>>().toExtend<Written<'claim'>>();
    expectTypeOf<Ask<'never'>>().toExtend<Written<'never'>>();
    expectTypeOf<Ask<'left'>>().toExtend<Written<'left'>>();
    expectTypeOf<Ask<'meaning'>>().toExtend<Written<'meaning'>>();
    expectTypeOf<Ask<'rows'>>().toExtend<Written<'rows'>>();
    expectTypeOf<Ask<'chips'>>().toExtend<Written<'chips'>>();
    expectTypeOf<Ask<'editor'>>().toExtend<Written<'editor'>>();
    expectTypeOf<Ask<'shapes'>>().toExtend<Written<'shapes'>>();
    expectTypeOf<Ask<'pane'>>().toExtend<Written<'pane'>>();
    expectTypeOf<Ask<'stand'>>().toExtend<Written<'stand'>>();
    expectTypeOf<Ask<'dock'>>().toExtend<Written<'dock'>>();
    expectTypeOf<Ask<'health'>>().toExtend<Written<'health'>>();
    expectTypeOf<Ask<'open'>>().toExtend<Written<'open'>>();
  });

  it('has no field that only one of them knows', () => {
    expectTypeOf<keyof Ask<'question'>>().toEqualTypeOf<keyof Read<'question'>>();
    expectTypeOf<keyof Ask<'save'>>().toEqualTypeOf<keyof Read<'save'>>();
    expectTypeOf<keyof Ask<'undo'>>().toEqualTypeOf<keyof Read<'undo'>>();
    expectTypeOf<keyof Ask<'draft'>>().toEqualTypeOf<keyof Read<'draft'>>();
    expectTypeOf<keyof Ask<'claim'>>().toEqualTypeOf<keyof Read<'claim'>>();
    expectTypeOf<keyof Ask<'never'>>().toEqualTypeOf<keyof Read<'never'>>();
    expectTypeOf<keyof Ask<'left'>>().toEqualTypeOf<keyof Read<'left'>>();
    expectTypeOf<keyof Ask<'meaning'>>().toEqualTypeOf<keyof Read<'meaning'>>();
    expectTypeOf<keyof Ask<'rows'>>().toEqualTypeOf<keyof Read<'rows'>>();
    expectTypeOf<keyof Ask<'chips'>>().toEqualTypeOf<keyof Read<'chips'>>();
    expectTypeOf<keyof Ask<'editor'>>().toEqualTypeOf<keyof Read<'editor'>>();
    expectTypeOf<keyof Ask<'shapes'>>().toEqualTypeOf<keyof Read<'shapes'>>();
    expectTypeOf<keyof Ask<'pane'>>().toEqualTypeOf<keyof Read<'pane'>>();
    expectTypeOf<keyof Ask<'stand'>>().toEqualTypeOf<keyof Read<'stand'>>();
    expectTypeOf<keyof Ask<'dock'>>().toEqualTypeOf<keyof Read<'dock'>>();
    expectTypeOf<keyof Ask<'health'>>().toEqualTypeOf<keyof Read<'health'>>();
    expectTypeOf<keyof Ask<'open'>>().toEqualTypeOf<keyof Read<'open'>>();
    expectTypeOf<Ask<'open'>['page']>().toEqualTypeOf<Read<'open'>['page']>();
    expectTypeOf<Ask<'save'>['answer']>().toEqualTypeOf<Read<'save'>['answer']>();
  });
});
