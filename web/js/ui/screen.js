/**
 * Whether there is no room for the settings beside the figures: then the controls are under the thumb. The style
 * sheets say the same.
 */
export const narrow = matchMedia("(max-width: 47.99rem), (max-width: 63.99rem) and (max-height: 39.99rem)");
