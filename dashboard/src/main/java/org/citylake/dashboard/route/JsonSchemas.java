package org.citylake.dashboard.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.citylake.core.json.Json;

/** The schemas of what the API takes and gives: {@code components/schemas} of its document. */
final class JsonSchemas {
  private static final String RESOURCE = "/org/citylake/dashboard/api/schemas.json";

  private final ObjectNode tree;

  private JsonSchemas(ObjectNode tree) {
    this.tree = tree;
  }

  /** The schemas that the jar brings. */
  static JsonSchemas load() {
    try (InputStream in = JsonSchemas.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return new JsonSchemas((ObjectNode) Json.mapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  /** All of them by name. */
  ObjectNode tree() {
    return tree.deepCopy();
  }

  /** Whether the value has the form of the schema. */
  boolean fits(String name, JsonNode value) {
    return schema(name).validate(value).isEmpty();
  }

  private Schema schema(String name) {
    ObjectNode root = Json.mapper().createObjectNode();
    root.put("$ref", "#/components/schemas/" + name);
    root.putObject("components").set("schemas", tree);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(root);
  }
}
