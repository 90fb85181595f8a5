/** Durations of asking nodes beyond layer 2, in milliseconds. */

/** Between two questions to one target. */
export const ASK_INTERVAL = 1_000

/** With many targets the intervals are stretched: no more than 50 questions a second. */
export const LEAST_GAP = 20

/** At most so many questions are under way. */
export const MOST_IN_FLIGHT = 16

/** A target that has not answered by then is silent. */
export const ANSWER_TIMEOUT = 800

/** A planned move waits for endpoints this long at the most. */
export const LONGEST_WAIT = 3_000

/** How often it is asked for them. */
export const AWAITED_INTERVAL = 100
