package fr.socle.lps.actions;

import fr.socle.lps.identite.IdentityAttribute;
import fr.socle.lps.identite.Sex;
import fr.socle.lps.identite.Traits;
import fr.socle.lps.pilote.Input;
import fr.socle.lps.pilote.InputRefused;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The traits a user typed: all of them at creation, some of them at a change. */
record TraitsInput(
    Optional<String> birthName,
    Optional<List<String>> firstNames,
    Optional<String> firstName,
    Optional<Sex> sex,
    Optional<String> birthDate,
    Optional<String> birthPlace,
    Optional<String> usedName,
    Optional<String> usedFirstName) {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern COG = Pattern.compile("([0-9]{2}|2[AB])[0-9]{3}"); // insi.md 5.4

  static TraitsInput read(Input input) {
    Optional<List<String>> firstNames =
        input.optionalTexts("prenomsNaissance").filter(names -> !names.isEmpty());
    if (firstNames.isPresent() && firstNames.get().stream().anyMatch(String::isBlank)) {
      throw new InputRefused("« prenomsNaissance » contient un prénom vide.");
    }
    return new TraitsInput(
        filled(input, "nomNaissance"),
        firstNames,
        filled(input, "premierPrenom"),
        input.optionalText("sexe").map(TraitsInput::sex),
        input.optionalText("dateNaissance").map(TraitsInput::date),
        input.optionalText("lieuNaissance").map(TraitsInput::cogOrEmpty),
        input.optionalText("nomUtilise"),
        input.optionalText("prenomUtilise"));
  }

  /** The compulsory trait that was not typed, as the user knows it (INS/va1.21). */
  Optional<String> missing() {
    if (birthName.isEmpty()) {
      return Optional.of("nom de naissance");
    }
    if (firstNames.isEmpty() && firstName.isEmpty()) {
      return Optional.of("premier prénom");
    }
    if (sex.isEmpty()) {
      return Optional.of("sexe");
    }
    if (birthDate.isEmpty()) {
      return Optional.of("date de naissance");
    }
    return absentIfEmpty(birthPlace) == null
        ? Optional.of("le code du lieu de naissance (99999 s'il est inconnu)")
        : Optional.empty();
  }

  /** The traits of a new record; what is missing stays empty. */
  Traits complete() {
    List<String> names = firstNames.or(() -> firstName.map(List::of)).orElse(List.of("INCONNU"));
    return new Traits(
        birthName.orElse(""),
        names,
        firstName.orElse(names.get(0)),
        sex.orElse(Sex.I),
        birthDate.orElse(""),
        absentIfEmpty(birthPlace),
        absentIfEmpty(usedName),
        absentIfEmpty(usedFirstName));
  }

  /** The traits of a record with the typed ones in place of the old. */
  Traits over(Traits old) {
    return new Traits(
        birthName.orElse(old.birthName()),
        firstNames.orElse(old.firstNames()),
        firstName.orElse(old.firstName()),
        sex.orElse(old.sex()),
        birthDate.orElse(old.birthDate()),
        birthPlace.isPresent() ? absentIfEmpty(birthPlace) : old.birthPlace(),
        usedName.isPresent() ? absentIfEmpty(usedName) : old.usedName(),
        usedFirstName.isPresent() ? absentIfEmpty(usedFirstName) : old.usedFirstName());
  }

  /** How many fields the user filled. */
  int fields() {
    return (int)
        Stream.of(
                birthName,
                firstNames,
                firstName,
                sex,
                birthDate,
                birthPlace,
                usedName,
                usedFirstName)
            .filter(Optional::isPresent)
            .count();
  }

  /** The marks a user set, or nothing when he did not touch them. */
  static Optional<Set<IdentityAttribute>> attributes(Input input) {
    return input.optionalTexts("attributs").map(TraitsInput::attributes);
  }

  static String cog(String text) {
    if (!COG.matcher(text).matches()) {
      throw new InputRefused(
          "Un lieu de naissance est un code COG de 5 caractères, par exemple 2A004 ou 99100.");
    }
    return text;
  }

  private static Set<IdentityAttribute> attributes(List<String> words) {
    Set<IdentityAttribute> attributes = EnumSet.noneOf(IdentityAttribute.class);
    for (String word : words) {
      attributes.add(
          IdentityAttribute.byWire(word)
              .orElseThrow(
                  () ->
                      new InputRefused(
                          "Attribut inconnu : « "
                              + word
                              + " ». Attributs acceptés : douteux, fictif, homonyme.")));
    }
    return attributes;
  }

  private static Optional<String> filled(Input input, String member) {
    return input.has(member) ? Optional.of(input.text(member)) : Optional.empty();
  }

  private static Sex sex(String text) {
    return Stream.of(Sex.values())
        .filter(sex -> sex.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new InputRefused("« sexe » vaut F, M ou I."));
  }

  private static String date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new InputRefused("« dateNaissance » s'écrit AAAA-MM-JJ.");
    }
    return text;
  }

  private static String cogOrEmpty(String text) {
    return text.isEmpty() ? text : cog(text);
  }

  private static @Nullable String absentIfEmpty(Optional<String> text) {
    return text.filter(value -> !value.isEmpty()).orElse(null);
  }
}
