package fr.socle.features.report.exchange;

import fr.socle.features.report.exchange.Table.Role;
import fr.socle.features.report.exchange.Table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds the row a finding speaks of. What is missing from a message has no row: one is put in where
 * it is missing, so that the reader sees the hole.
 */
final class PlaceFinder {
  static final String ABSENT = "absent";

  private final List<Table> tables;

  PlaceFinder(List<Table> tables) {
    this.tables = new ArrayList<>(tables);
  }

  /** Position of a row. */
  record Position(int table, int row) {}

  /** The tables, with the rows that were put in. */
  List<Table> tables() {
    return List.copyOf(tables);
  }

  /** Puts in the row of something that is missing, if it has none and there is an obvious place. */
  void makeRoomFor(String location, String found) {
    Place place = Place.of(location);
    if (place.isEmpty() || find(place).isPresent()) {
      return;
    }
    if (place.isDeep()) {
      parentOf(place).ifPresent(parent -> insertBelow(parent, place));
    } else if (place.isName() && speaksOfAbsence(found)) {
      parameters(place).ifPresent(table -> append(table, place));
    }
  }

  Optional<Position> find(String location) {
    Place place = Place.of(location);
    return place.isEmpty() ? Optional.empty() : find(place);
  }

  private Optional<Position> find(Place place) {
    return first((table, row) -> fits(place, table) && place.is(row.path()))
        .or(() -> first((table, row) -> fits(place, table) && place.isEndOf(row.path())));
  }

  private static boolean fits(Place place, Table table) {
    return !place.header() || table.title().startsWith("En-têtes");
  }

  private Optional<Position> first(BiPredicate<Table, Row> test) {
    return inOrder()
        .flatMap(
            t ->
                IntStream.range(0, tables.get(t).rows().size())
                    .filter(r -> test.test(tables.get(t), tables.get(t).rows().get(r)))
                    .mapToObj(r -> new Position(t, r)))
        .findFirst();
  }

  /**
   * Tables in the order of their roles: the request before the answer, the wire before the rest.
   */
  private java.util.stream.Stream<Integer> inOrder() {
    return IntStream.range(0, tables.size())
        .boxed()
        .sorted(Comparator.comparing(t -> tables.get(t).role()));
  }

  private Optional<Position> parentOf(Place place) {
    Position best = null;
    int longest = 0;
    for (int t = 0; t < tables.size(); t++) {
      List<Row> rows = tables.get(t).rows();
      if (tables.get(t).role() != Role.XML && tables.get(t).role() != Role.JSON) {
        continue;
      }
      for (int r = 0; r < rows.size(); r++) {
        String path = rows.get(r).path();
        if (place.isBelow(path) && path.length() > longest) {
          longest = path.length();
          best = new Position(t, r);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private void insertBelow(Position parent, Place place) {
    Table table = tables.get(parent.table());
    Row above = table.rows().get(parent.row());
    String rest = place.path().substring(above.path().length() + 1);
    List<Row> rows = new ArrayList<>(table.rows());
    int end = parent.row() + 1;
    while (end < rows.size() && rows.get(end).depth() > above.depth()) {
      end++;
    }
    rows.add(end, new Row(above.depth() + 1, rest, ABSENT, place.path()));
    tables.set(parent.table(), new Table(table.title(), table.role(), table.open(), rows));
  }

  private Optional<Integer> parameters(Place place) {
    List<Role> roles =
        place.header() ? List.of(Role.HEADERS) : List.of(Role.FORM, Role.QUERY, Role.JSON);
    return inOrder()
        .filter(t -> roles.contains(tables.get(t).role()))
        .min(Comparator.comparing(t -> roles.indexOf(tables.get(t).role())));
  }

  private void append(int index, Place place) {
    Table table = tables.get(index);
    List<Row> rows = new ArrayList<>(table.rows());
    rows.add(new Row(0, place.path(), ABSENT, place.path()));
    tables.set(index, new Table(table.title(), table.role(), true, rows));
  }

  private static boolean speaksOfAbsence(String found) {
    String text = found.toLowerCase(Locale.FRENCH);
    return text.isBlank()
        || List.of("absent", "aucun", "manqu", "rien", "pas de ").stream().anyMatch(text::contains);
  }
}
