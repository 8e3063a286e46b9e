package org.citylake.access.grant;

/** How a column is shown, from the clearest on. */
public enum Sight {
  /** As it stands. */
  CLEAR,
  /** A token, which stands for a personal value. */
  TOKEN,
  /** A mark in place of a text, nothing in place of others. */
  MASKED
}
