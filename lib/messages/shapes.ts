import * as z from 'zod/mini';

/** Shapes that several messages share. Every text has a length and every id a pattern. */
export const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export const clioId = z.string().check(z.regex(/^[0-9]{1,20}$/));
export const connectionId = z.string().check(z.regex(/^(highlevel:[A-Za-z0-9_-]{1,64}|clio:(us|eu|ca|au):[0-9]{1,20})$/));
export const text = (max: number) => z.string().check(z.maxLength(max));
export const some = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
export const nothing = z.strictObject({});

export type Party = 'page' | 'panel' | 'console';
export const message = <P extends z.ZodMiniType>(from: Party[], payload: P) => ({ from, payload });
