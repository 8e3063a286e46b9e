package org.citylake.core.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citylake.core.problem.Problem;
import org.citylake.core.problem.Problems;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML 1.2 document by its JSON schema: dates and unquoted words stay texts. Keys that
 * stand twice and aliases are problems, so a file says each thing once and cannot grow when read.
 */
public final class YamlReader {
  private static final int LONGEST_FILE = 1 << 20;

  private final String name;
  private final Problems problems;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /**
   * Reads the file; adds what is wrong to the problems.
   *
   * @param file the file to read
   * @param name its path as problems show it
   * @return empty when the file cannot be read as YAML
   */
  public static Optional<YamlFile> read(Path file, String name, Problems problems) {
    Problems own = new Problems();
    Optional<YamlFile> read = Optional.empty();
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
      LoadSettings settings =
          LoadSettings.builder().setLabel(name).setCodePointLimit(LONGEST_FILE).build();
      Optional<Node> node = new Compose(settings).composeString(text);
      YamlReader reader = new YamlReader(name, own);
      if (node.isEmpty()) {
        own.add(name, 1, "yaml", "", "The file is empty");
      } else {
        JsonNode root = reader.convert(node.get(), "");
        read = Optional.of(new YamlFile(name, root, reader.lines));
      }
    } catch (CharacterCodingException e) {
      own.add(name, 0, "encoding", "", "The file is not UTF-8; save it as UTF-8");
    } catch (MarkedYamlEngineException e) {
      own.add(name, line(e.getProblemMark()), "yaml", "", "Not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      own.add(name, 0, "yaml", "", "Not YAML: " + e.getMessage());
    }
    own.all().forEach(problems::add);
    return own.isEmpty() ? read : Optional.empty();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  private JsonNode convert(Node node, String pointer) {
    int line = line(node.getStartMark());
    lines.putIfAbsent(pointer, line);
    if (!seen.add(node)) {
      problems.add(
          name, lines.get(pointer), "yaml-alias", "", "Aliases are not read; write it out");
      return JsonNodeFactory.instance.nullNode();
    }
    if (node instanceof MappingNode mapping) {
      return mapping(mapping, pointer);
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (Node item : sequence.getValue()) {
        array.add(convert(item, pointer + "/" + array.size()));
      }
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private ObjectNode mapping(MappingNode mapping, String pointer) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      int line = line(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(name, line, "yaml", "", "A key must be a plain text");
        continue;
      }
      String key = keyNode.getValue();
      String place = YamlFile.child(pointer, key);
      if (object.has(key)) {
        problems.add(
            new Problem(
                name,
                line,
                "duplicate-key",
                key,
                "The key '" + key + "' stands twice, first on line " + lines.get(place)));
        continue;
      }
      lines.put(place, line);
      object.set(key, convert(entry.getValueNode(), place));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return factory.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return factory.booleanNode(text.equals("true"));
    }
    if (tag.equals(Tag.INT)) {
      BigInteger number = new BigInteger(text);
      return number.bitLength() < Integer.SIZE
          ? factory.numberNode(number.intValue())
          : factory.numberNode(number);
    }
    if (tag.equals(Tag.FLOAT) && !text.startsWith(".") && !text.startsWith("-.")) {
      return factory.numberNode(new BigDecimal(text));
    }
    return factory.textNode(text);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(m -> m.getLine() + 1).orElse(0);
  }
}
