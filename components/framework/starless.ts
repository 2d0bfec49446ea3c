/** A name that can stand in a text whose asterisks emphasise: its own asterisks look alike and mean nothing. */
export const starless = (name: string): string => name.replaceAll('*', '∗');
