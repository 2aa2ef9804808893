/** What a person can mend: its message is all that is shown. */
export class Mistake extends Error {}
