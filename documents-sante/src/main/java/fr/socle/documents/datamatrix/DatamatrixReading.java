package fr.socle.documents.datamatrix;

import fr.socle.documents.datamatrix.DatamatrixProblem.Kind;
import fr.socle.documents.ins.Ins;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What was read in the text of a data matrix: the values found, whatever their order, and what is
 * wrong with them.
 *
 * @param values value of each block found
 * @param problems what is wrong, in the order of the text
 */
public record DatamatrixReading(Map<Block, String> values, List<DatamatrixProblem> problems) {
  private static final Pattern MATRICULE_BLOCK = Pattern.compile("S1[0-9AB]{15}");
  private static final Pattern OID_BLOCK = Pattern.compile("S21\\.2\\.250\\.1\\.213\\.1\\.4\\.");
  private static final Pattern DATE = Pattern.compile("([0-9]{2})-([0-9]{2})-([0-9]{4})");

  /** Copies the collections. */
  public DatamatrixReading {
    Map<Block, String> copied = new EnumMap<>(Block.class);
    copied.putAll(values);
    values = Collections.unmodifiableMap(copied);
    problems = List.copyOf(problems);
  }

  /** Reads a text, tolerant of the order of the blocks, of lost and of superfluous separators. */
  public static DatamatrixReading of(String text) {
    DatamatrixScan scan = new DatamatrixScan(text);
    scan.run();
    List<DatamatrixProblem> problems = new ArrayList<>(scan.problems());
    problems.addAll(contentProblems(scan.values()));
    return new DatamatrixReading(scan.values(), problems);
  }

  /**
   * Whether a text is meant as an INS data matrix, right or wrong: it begins as one, or bears the
   * blocks of an INS under another header.
   */
  public static boolean isInsDatamatrix(String text) {
    return text.startsWith("IS0")
        || (MATRICULE_BLOCK.matcher(text).find() && OID_BLOCK.matcher(text).find());
  }

  /** Whether a matricule or an OID was read. */
  public boolean hasIns() {
    return values.containsKey(Block.MATRICULE) || values.containsKey(Block.OID);
  }

  /** The content, when every value is there and rightly written. */
  public Optional<InsDatamatrix> content() {
    boolean whole =
        problems.stream()
            .noneMatch(each -> each.kind() == Kind.BLOCK || each.kind() == Kind.CONTENT);
    if (!whole) {
      return Optional.empty();
    }
    return Optional.of(
        new InsDatamatrix(
            Ins.of(value(Block.MATRICULE), value(Block.OID)),
            value(Block.FIRST_NAMES),
            value(Block.BIRTH_NAME),
            value(Block.SEX),
            DATE.matcher(value(Block.BIRTH_DATE)).replaceFirst("$3-$2-$1"),
            values.get(Block.BIRTH_PLACE)));
  }

  private String value(Block block) {
    String value = values.get(block);
    if (value == null) {
      throw new IllegalStateException("no problem, yet no value of " + block);
    }
    return value;
  }

  private static List<DatamatrixProblem> contentProblems(Map<Block, String> values) {
    List<DatamatrixProblem> problems = new ArrayList<>();
    insProblem(values).ifPresent(problems::add);
    for (Block name : List.of(Block.FIRST_NAMES, Block.BIRTH_NAME)) {
      badly(values, name, v -> InsDatamatrix.isName(v, name), "capitales A-Z, espace, ' et -")
          .ifPresent(problems::add);
    }
    badly(values, Block.SEX, InsDatamatrix::isSex, "F ou M").ifPresent(problems::add);
    badly(values, Block.BIRTH_DATE, v -> DATE.matcher(v).matches(), "JJ-MM-AAAA")
        .ifPresent(problems::add);
    badly(values, Block.BIRTH_PLACE, InsDatamatrix::isPlace, "code COG de 5 caractères")
        .ifPresent(problems::add);
    return problems;
  }

  private static Optional<DatamatrixProblem> insProblem(Map<Block, String> values) {
    String matricule = values.get(Block.MATRICULE);
    String oid = values.get(Block.OID);
    if (matricule == null || oid == null) {
      return Optional.empty(); // The missing block is a problem already.
    }
    try {
      Ins unused = Ins.of(matricule, oid);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          new DatamatrixProblem(
              Kind.CONTENT,
              Block.MATRICULE.label() + ", " + Block.OID.label(),
              "un matricule INS, sa clé et l'OID de son autorité",
              matricule + ", " + oid + " : " + e.getMessage(),
              "Imprimez l'INS tel qu'INSi l'a rendu : matricule, clé et OID."));
    }
  }

  private static Optional<DatamatrixProblem> badly(
      Map<Block, String> values, Block block, Predicate<String> right, String expected) {
    String value = values.get(block);
    if (value == null || right.test(value)) {
      return Optional.empty();
    }
    return Optional.of(
        new DatamatrixProblem(
            Kind.CONTENT,
            block.label(),
            expected,
            value.isEmpty() ? "vide" : InsDatamatrix.shown(value),
            "Écrivez " + block.label() + " sous la forme " + expected + "."));
  }
}
