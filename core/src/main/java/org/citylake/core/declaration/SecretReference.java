package org.citylake.core.declaration;

/** Where a secret is kept. Declarations hold references, never secrets. */
public sealed interface SecretReference {

  /** An environment variable of the process that uses it. */
  record Environment(String name) implements SecretReference {}

  /** A file; spaces and line breaks around its text do not belong to the secret. */
  record File(String path) implements SecretReference {}
}
