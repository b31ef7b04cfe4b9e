package fr.socle.insi.check;

import java.util.Optional;

/** The lexical rules of names: insi.md 5.3 (S2: 6, EF_INS01_03, EF_INS10_01, EF_INS10_02). */
final class NameWriting {
  private NameWriting() {}

  /** What to change in a birth name. */
  static Optional<String> faultInBirthName(String name) {
    return character(name).or(() -> firstCharacter(name)).or(() -> sequence(name));
  }

  /** What to change in a first name, or in a list of them; double hyphens left aside. */
  static Optional<String> faultInFirstName(String name) {
    return faultInBirthName(name).or(() -> lastCharacter(name));
  }

  private static Optional<String> character(String name) {
    return name.codePoints()
        .filter(c -> !(c >= 'A' && c <= 'Z') && c != ' ' && c != '\'' && c != '-')
        .mapToObj(
            c ->
                "Remplacez le caractère « "
                    + Character.toString(c)
                    + " » : n'écrivez que des capitales sans accent, des espaces, des apostrophes"
                    + " et des tirets.")
        .findFirst();
  }

  private static Optional<String> firstCharacter(String name) {
    return name.startsWith("-") ? Optional.of("Ne commencez pas par un tiret.") : Optional.empty();
  }

  private static Optional<String> lastCharacter(String name) {
    return name.endsWith("-") || name.endsWith("'")
        ? Optional.of("Ne terminez pas un prénom par un tiret ou une apostrophe.")
        : Optional.empty();
  }

  private static Optional<String> sequence(String name) {
    if (name.contains("  ") || name.contains("''")) {
      return Optional.of("Ne doublez ni l'espace ni l'apostrophe.");
    }
    return name.contains(" '") || name.contains("' ")
        ? Optional.of("N'accolez pas d'espace à une apostrophe.")
        : Optional.empty();
  }
}
