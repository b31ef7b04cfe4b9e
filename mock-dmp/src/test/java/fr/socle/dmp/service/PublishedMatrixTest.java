package fr.socle.dmp.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every cell of both matrices against what is published: dmp.md 5.3 (S:526; S:606 for AIR). */
class PublishedMatrixTest {
  private static final RightsMatrix MATRIX = RightsMatrix.standard();
  private static final String COLUMNS =
      "PS n | PS r | PS b | D n | D r | D b | DT | MT n | MT b | CPE n | IND n | IND r";

  // Rows as they are published, some for several acts.
  private static final Map<String, List<Act>> ROWS =
      Map.ofEntries(
          row("Y|Y|Y|Y|Y|Y|Y|Y|Y|Y|Y|Y", Act.EXISTENCE, Act.READ_IDENTITY),
          row("Y|-|-|Y|-|-|-|Y|-|1|-|-", Act.DECLARE),
          row("Y|-|-|Y|-|-|-|Y|-|-|-|-", Act.WITHDRAW),
          row("-|-|-|-|-|-|-|Y|-|-|-|-", Act.STOP_TREATING),
          row("Y|Y|Y|Y|Y|Y|Y|Y|Y|2|3|-", Act.PATIENTS),
          row("-|Y|-|-|Y|-|-|-|-|-|-|Y", Act.SEARCH),
          row("Y|Y|Y|Y|Y|Y|Y|Y|Y|Y|-|-", Act.WEB),
          row("Y|-|-|Y|-|-|Y|Y|-|-|-|-", Act.AUTHORIZATIONS, Act.MASK, Act.SHOW),
          row("Y|Y|Y|Y|Y|Y|Y|Y|Y|-|4|4", Act.SUBMIT),
          row("-|-|-|-|-|-|-|-|-|4|-|-", Act.SUBMIT_FOR),
          row("Y|Y|Y|Y|Y|Y|Y|Y|Y|-|-|-", Act.FIND),
          row("Y|Y|Y|Y|Y|Y|Y|Y|Y|5|5|5", Act.FIND_BY_REFERENCE),
          row("Y|Y|Y|Y|Y|Y|-|Y|Y|-|-|-", Act.READ),
          row("6|7|7|6|7|7|-|Y|7|-|-|-", Act.READ_MASKED),
          row("8|-|-|8|-|-|8|Y|-|-|-|-", Act.UNMASK),
          row("8|-|-|8|Y|Y|8|Y|Y|-|-|-", Act.ARCHIVE),
          row("8|8|8|8|8|8|8|8|8|9|9|9", Act.DELETE));

  // 606: what a login without profession may do in AIR.
  private static final Map<Act, String> EMPLOYEE_IN_AIR =
      Map.of(
          Act.EXISTENCE, "Y",
          Act.DECLARE, "1",
          Act.PATIENTS, "3",
          Act.WEB, "Y",
          Act.READ_IDENTITY, "Y",
          Act.FIND_BY_REFERENCE, "5",
          Act.DELETE, "9");

  private static Map.Entry<String, List<Act>> row(String cells, Act... acts) {
    return Map.entry(cells, List.of(acts));
  }

  @Test
  void everyActIsPublishedOnce() {
    List<Act> published = ROWS.values().stream().flatMap(List::stream).toList();

    assertThat(published).containsExactlyInAnyOrder(Act.values());
  }

  @Test
  void everyCellByCardAndInIndirectModeIsThePublishedOne() {
    List<String> columns = List.of(COLUMNS.split(" \\| ", -1));
    List<String> wrong = new ArrayList<>();
    ROWS.forEach(
        (cells, acts) -> {
          String[] published = cells.split("\\|", -1);
          assertThat(published).hasSameSizeAs(columns);
          for (Act act : acts) {
            for (int i = 0; i < published.length; i++) {
              String column = columns.get(i);
              AuthenticationMode mode =
                  column.startsWith("IND")
                      ? AuthenticationMode.INDIRECTE
                      : AuthenticationMode.DIRECTE;
              compare(act, column, mode, published[i], wrong);
            }
          }
        });

    assertThat(wrong).isEmpty();
  }

  /** The same rights as by card, but no feeding; an employee has a column of his own. */
  @Test
  void everyCellInAirIsThatOfTheCardButForThePublishedExceptions() {
    Set<Act> closed = Set.of(Act.SUBMIT, Act.SUBMIT_FOR);
    List<String> columns = List.of(COLUMNS.split(" \\| ", -1)).subList(0, 9);
    Set<Act> seen = new HashSet<>();
    List<String> wrong = new ArrayList<>();
    ROWS.forEach(
        (cells, acts) -> {
          for (Act act : acts) {
            seen.add(act);
            for (int i = 0; i < columns.size(); i++) {
              String byCard = cells.split("\\|", -1)[i];
              compare(
                  act,
                  columns.get(i),
                  AuthenticationMode.INDIRECTE_RENFORCEE,
                  closed.contains(act) ? "-" : byCard,
                  wrong);
            }
            compare(
                act,
                "CPE n",
                AuthenticationMode.INDIRECTE_RENFORCEE,
                EMPLOYEE_IN_AIR.getOrDefault(act, "-"),
                wrong);
          }
        });

    assertThat(seen).containsExactlyInAnyOrder(Act.values());
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      Act act, String column, AuthenticationMode mode, String published, List<String> wrong) {
    Right found = MATRIX.right(caller(column, mode), column.startsWith("MT"), act);
    if (!found.equals(Right.of(published))) {
      wrong.add(act + ", " + column + ", " + mode + ": " + found + ", not " + published);
    }
  }

  private static DmpCaller caller(String column, AuthenticationMode mode) {
    Purpose purpose =
        switch (column.charAt(column.length() - 1)) {
          case 'r' -> Purpose.CENTRE_15;
          case 'b' -> Purpose.BRIS_DE_GLACE;
          default -> Purpose.NORMAL;
        };
    String who = column.split(" ", -1)[0];
    boolean card = mode == AuthenticationMode.DIRECTE;
    return new DmpCaller(
        mode,
        purpose,
        "899900099997",
        "LEA DUPONT-TEST",
        "1750999997",
        "",
        roles(who, card),
        card ? (who.equals("CPE") ? "CPE" : "CPS") : null,
        false);
  }

  private static List<CodedValue> roles(String who, boolean card) {
    return switch (who) {
      case "PS" -> List.of(role("60", DmpCaller.PROFESSIONS));
      case "DT" -> List.of(role("10", DmpCaller.PROFESSIONS), role("SM25", "1.2.250.1.71.4.2.5"));
      case "CPE" -> card ? List.of(role("60", DmpCaller.PROFESSIONS)) : List.of();
      default -> List.of(role("10", DmpCaller.PROFESSIONS), role("SM26", "1.2.250.1.71.4.2.5"));
    };
  }

  private static CodedValue role(String code, String system) {
    return new CodedValue("Role", code, system, "", "");
  }
}
