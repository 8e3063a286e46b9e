package org.citylake.superset.declared;

import java.nio.file.Path;
import org.citylake.access.user.Principal;

/**
 * How Superset reaches the published tables.
 *
 * @param host where Trino answers
 * @param port its port
 * @param reader the user of CityLake by whose grants Superset sees
 * @param certificate the server's certificate, readable by Superset
 */
public record SqlConnection(String host, int port, Principal reader, Path certificate) {}
