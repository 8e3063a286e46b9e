package org.citylake.core.declaration;

import java.util.List;
import org.citylake.core.problem.Problem;

/**
 * What a reading of the declarations gave.
 *
 * @param library every declaration that could be read, those with problems of content included
 * @param problems all that is wrong, ordered by file and line
 */
public record ReadResult(DeclarationLibrary library, List<Problem> problems) {
  public ReadResult {
    problems = List.copyOf(problems);
  }
}
