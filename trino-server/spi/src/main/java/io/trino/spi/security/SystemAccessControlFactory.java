package io.trino.spi.security;

import java.util.Map;

/** Makes an access control. */
public interface SystemAccessControlFactory {
  String getName();

  SystemAccessControl create(Map<String, String> config, SystemAccessControlContext context);

  /** What Trino gives. */
  interface SystemAccessControlContext {}
}
