package fr.socle.documents.datamatrix;

import fr.socle.bench.world.LexicalRules;
import fr.socle.documents.ins.Ins;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of an INS data matrix: an INS and the strict traits that go with it (insi.md 9 (S:6,
 * S:15)).
 *
 * @param ins the INS
 * @param firstNames birth first names in order, separated by spaces
 * @param birthName birth name
 * @param sex {@code F} or {@code M}
 * @param birthDate {@code YYYY-MM-DD}; a string because it may be out of the calendar
 * @param birthPlace COG code of five characters, null when left out
 */
public record InsDatamatrix(
    Ins ins,
    String firstNames,
    String birthName,
    String sex,
    String birthDate,
    @Nullable String birthPlace) {
  /** Closes a value that could have been longer and is not the last: ASCII 29. */
  public static final char SEPARATOR = '\u001d';

  /** Kind of content, version of the format, and zeros in the place of a signature. */
  static final String HEADER = "IS01" + "0".repeat(22);

  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern PLACE = Pattern.compile("([0-9]{2}|2[AB])[0-9]{3}");
  private static final Pattern SEX = Pattern.compile("[FM]");

  /**
   * A content, checked.
   *
   * @throws IllegalArgumentException in French, naming the value that is wrong
   */
  public InsDatamatrix {
    need(Block.FIRST_NAMES, firstNames, isName(firstNames, Block.FIRST_NAMES));
    need(Block.BIRTH_NAME, birthName, isName(birthName, Block.BIRTH_NAME));
    need(Block.SEX, sex, isSex(sex));
    need(Block.BIRTH_DATE, birthDate, DATE.matcher(birthDate).matches());
    if (birthPlace != null) {
      need(Block.BIRTH_PLACE, birthPlace, isPlace(birthPlace));
    }
  }

  /** The text of the symbol, blocks in the order of their identifiers. */
  public String text() {
    Map<Block, String> values = values();
    StringBuilder text = new StringBuilder(HEADER);
    int left = values.size();
    for (Map.Entry<Block, String> each : values.entrySet()) {
      Block block = each.getKey();
      text.append(block.id()).append(each.getValue());
      left--;
      if (!block.isFixed() && each.getValue().length() < block.max() && left > 0) {
        text.append(SEPARATOR);
      }
    }
    return text.toString();
  }

  /** What each block holds, as written in the symbol. */
  public Map<Block, String> values() {
    Map<Block, String> values = new EnumMap<>(Block.class);
    values.put(Block.MATRICULE, ins.value());
    values.put(Block.OID, ins.oid());
    values.put(Block.FIRST_NAMES, firstNames);
    values.put(Block.BIRTH_NAME, birthName);
    values.put(Block.SEX, sex);
    values.put(Block.BIRTH_DATE, written(birthDate));
    if (birthPlace != null) {
      values.put(Block.BIRTH_PLACE, birthPlace);
    }
    return values;
  }

  /** A text in which separators can be seen. */
  public static String shown(String text) {
    return text.replace(SEPARATOR, '\u241d');
  }

  /** The date as the symbol writes it, day first. */
  static String written(String isoDate) {
    return DATE.matcher(isoDate).replaceFirst("$3-$2-$1");
  }

  // insi.md 5.3, column of S3 and S4: double hyphens are allowed, and any last character.
  static boolean isName(String value, Block block) {
    return block.allowsLength(value.length()) && LexicalRules.isBirthName(value);
  }

  static boolean isSex(String value) {
    return SEX.matcher(value).matches();
  }

  static boolean isPlace(String value) {
    return PLACE.matcher(value).matches();
  }

  private static void need(Block block, String value, boolean right) {
    if (!right) {
      throw new IllegalArgumentException(
          "Datamatrix INS, %s : « %s » n'est pas une valeur permise."
              .formatted(block.label(), value));
    }
  }
}
