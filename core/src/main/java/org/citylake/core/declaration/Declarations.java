package org.citylake.core.declaration;

import java.util.List;
import org.citylake.core.codelist.Codelist;
import org.citylake.core.problem.Problems;

/**
 * All declarations with their files, for the rules that look from one to another.
 *
 * @param folders every folder found, also those that could not be read
 */
record Declarations(
    List<DeclarationFolder> folders,
    List<Loaded<SourceDeclaration>> sources,
    List<Loaded<TableDeclaration>> tables,
    List<Loaded<IndicatorDeclaration>> indicators,
    List<Loaded<EditionDeclaration>> editions,
    List<Loaded<ExportDeclaration>> exports,
    List<Loaded<PageDeclaration>> pages,
    List<Loaded<Codelist>> codelists) {

  void check(Problems problems) {}
}
