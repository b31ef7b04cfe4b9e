package fr.socle.documents.datamatrix;

import static fr.socle.documents.datamatrix.InsDatamatrix.SEPARATOR;

import fr.socle.documents.datamatrix.DatamatrixProblem.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One pass over the text of a data matrix, block after block. Used once. */
final class DatamatrixScan {
  private static final String COMPOSE =
      "Composez chaque bloc de son identifiant (S1 à S7) suivi de sa valeur.";

  private final String text;
  private final Map<Block, String> values = new EnumMap<>(Block.class);
  private final List<DatamatrixProblem> problems = new ArrayList<>();
  private int place;

  DatamatrixScan(String text) {
    this.text = text;
  }

  Map<Block, String> values() {
    return values;
  }

  List<DatamatrixProblem> problems() {
    return problems;
  }

  void run() {
    header();
    while (place < text.length()) {
      Optional<Block> block = blockHere(place);
      if (block.isPresent()) {
        place += 2;
        read(block.get());
      } else if (text.charAt(place) == SEPARATOR) {
        superfluous("entre deux blocs");
      } else {
        unknown();
      }
    }
    for (Block block : Block.values()) {
      if (!block.isOptional() && !values.containsKey(block)) {
        problem(
            Kind.BLOCK,
            block.label(),
            "le bloc",
            "absent",
            "Ajoutez le bloc " + block.label() + ".");
      }
    }
  }

  private void header() {
    String header = InsDatamatrix.HEADER;
    if (text.startsWith(header)) {
      place = header.length();
      return;
    }
    // Where blocks begin in spite of it: after what still looks like a header.
    int end = 0;
    while (end < text.length() && end < header.length() && blockHere(end).isEmpty()) {
      end++;
    }
    problem(
        Kind.HEADER,
        "en-tête",
        "IS01 puis 22 zéros",
        end == 0 ? "absent" : InsDatamatrix.shown(text.substring(0, end)),
        "Commencez le datamatrix par IS01 suivi de 22 zéros.");
    place = end;
  }

  private void read(Block block) {
    int begin = place;
    while (place < text.length()
        && place - begin < block.max()
        && text.charAt(place) != SEPARATOR
        && block.holds(text.charAt(place))
        && !cutShort(block)) {
      place++;
    }
    backBeforeIdentifier(block, begin);
    String value = text.substring(begin, place);
    if (!block.allowsLength(value.length())) {
      problem(
          Kind.BLOCK,
          block.label(),
          block.lengths(),
          value.length() + " : « " + value + " »",
          "Donnez à " + block.label() + " " + block.lengths() + ".");
    }
    if (values.putIfAbsent(block, value) != null) {
      problem(
          Kind.BLOCK,
          block.label(),
          "un seul bloc",
          "deux",
          "N'écrivez " + block.label() + " qu'une fois.");
    }
    separatorAfter(block, value);
  }

  /** A value of fixed length that is too short: the next block begins before its end. */
  private boolean cutShort(Block block) {
    return block.isFixed() && blockHere(place).isPresent();
  }

  /** Names end at the first digit: the letter before it is then the one of an identifier. */
  private void backBeforeIdentifier(Block block, int begin) {
    boolean stopped = place < text.length() && text.charAt(place) != SEPARATOR;
    boolean name = block == Block.FIRST_NAMES || block == Block.BIRTH_NAME;
    if (name && stopped && place > begin && blockHere(place - 1).isPresent()) {
      place--;
    }
  }

  private void separatorAfter(Block block, String value) {
    boolean here = place < text.length() && text.charAt(place) == SEPARATOR;
    boolean last = place + (here ? 1 : 0) >= text.length();
    boolean wanted = !block.isFixed() && value.length() < block.max() && !last;
    if (wanted && !here) {
      problem(
          Kind.SEPARATOR,
          "après " + block.label(),
          "le séparateur GS (ASCII 29)",
          "aucun",
          "Fermez "
              + block.label()
              + " par GS : sa valeur n'a pas sa longueur maximale et un bloc suit.");
    } else if (here && !wanted) {
      superfluous("après " + block.label());
    } else if (here) {
      place++;
    }
  }

  private void superfluous(String where) {
    place++;
    problem(
        Kind.SEPARATOR,
        where,
        "aucun séparateur",
        "\u241d",
        "Retirez le séparateur GS : il ne ferme qu'une valeur de longueur variable, plus courte que"
            + " son maximum, et suivie d'un bloc.");
  }

  private void unknown() {
    int begin = place;
    do {
      place++;
    } while (place < text.length() && blockHere(place).isEmpty());
    problem(
        Kind.BLOCK,
        "position " + (begin + 1),
        "un bloc S1 à S7",
        "« " + InsDatamatrix.shown(text.substring(begin, place)) + " »",
        COMPOSE);
  }

  private Optional<Block> blockHere(int at) {
    return at + 2 <= text.length() ? Block.byId(text.substring(at, at + 2)) : Optional.empty();
  }

  private void problem(Kind kind, String location, String expected, String found, String mend) {
    problems.add(new DatamatrixProblem(kind, location, expected, found, mend));
  }
}
