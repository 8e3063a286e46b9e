package org.citylake.lakehouse.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citylake.core.declaration.DeclarationLibrary;
import org.citylake.core.declaration.ViewDeclaration;

/** The declared views with everything in them that is declared and no table. */
public final class ReleasedViews {
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*--.*\\R?");
  private static final Pattern DECLARED =
      Pattern.compile("\\b(codelist\\.[a-z][a-z0-9_]*|declared\\.indicator)\\b");

  private final DeclarationLibrary library;

  private ReleasedViews(DeclarationLibrary library) {
    this.library = library;
  }

  /** All views of the declarations. */
  public static List<ReleasedView> of(DeclarationLibrary library) {
    ReleasedViews views = new ReleasedViews(library);
    return library.views().stream().map(views::released).toList();
  }

  private ReleasedView released(ViewDeclaration view) {
    List<String> named = new ArrayList<>(view.tablesRead());
    view.viewsRead().forEach(id -> named.add(ViewDeclaration.PREFIX + id));
    return new ReleasedView(
        view.id(),
        view.description(),
        view.columns().stream()
            .map(c -> new ReleasedView.Column(c.name(), c.type(), c.description()))
            .toList(),
        DECLARED
            .matcher(COMMENT_LINE.matcher(view.query()).replaceAll(""))
            .replaceAll(
                found -> Matcher.quoteReplacement(DeclaredRows.of(library, found.group(1)))),
        named,
        List.copyOf(tables(view, new TreeSet<>())));
  }

  /** Tables of the view and of the views that it reads; a view that reads itself adds nothing. */
  private Set<String> tables(ViewDeclaration view, Set<String> seen) {
    Set<String> tables = new TreeSet<>(view.tablesRead());
    if (seen.add(view.id())) {
      view.viewsRead()
          .forEach(
              id -> library.findView(id).ifPresent(other -> tables.addAll(tables(other, seen))));
    }
    return tables;
  }
}
