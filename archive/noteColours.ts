/** Each also has a form of its own wherever it is shown: nobody needs to see colours to tell them apart. */
export const noteColours = ["keep", "discuss", "check", "idea"] as const;
export type NoteColour = (typeof noteColours)[number];
