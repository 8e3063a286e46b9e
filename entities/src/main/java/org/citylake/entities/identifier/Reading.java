package org.citylake.entities.identifier;

import java.util.Optional;

/**
 * What came of reading a text as an identifier: right with its parts, or wrong with one reason.
 *
 * @param <T> the identifier
 */
public sealed interface Reading<T> {
  /** The identifier, when the text is right. */
  Optional<T> right();

  /** What is wrong, when it is not. */
  Optional<Wrong<T>> wrong();

  /** The text is right; whether the number was ever given to anybody is not known. */
  record Right<T>(T identifier) implements Reading<T> {
    @Override
    public Optional<T> right() {
      return Optional.of(identifier);
    }

    @Override
    public Optional<Wrong<T>> wrong() {
      return Optional.empty();
    }
  }

  /**
   * The text is wrong.
   *
   * @param reason the first thing that is wrong
   * @param message one sentence with the place of the fault and the text masked: at most the first
   *     six digits and the last character are shown
   * @param suggestion the only right identifier that letters and digits mixed up could have come
   *     from, for a person to confirm; not masked
   */
  record Wrong<T>(Reason reason, String message, Optional<String> suggestion)
      implements Reading<T> {
    @Override
    public Optional<T> right() {
      return Optional.empty();
    }

    @Override
    public Optional<Wrong<T>> wrong() {
      return Optional.of(this);
    }

    /** The wrong reading of a text, whose message ends with the text masked. */
    static <T> Wrong<T> of(Reason reason, String sentence, String text) {
      return new Wrong<>(reason, sentence + ": " + WrittenText.masked(text), Optional.empty());
    }
  }
}
