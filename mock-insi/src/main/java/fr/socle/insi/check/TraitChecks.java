package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.service.TraitSearch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** INSI-T05: the criteria of a search by traits are written as INSi reads them. */
final class TraitChecks {
  private static final String T05 = "INSI-T05";
  private static final String BODY = "/Envelope/Body/RECSANSVITALE/";
  private static final Pattern PLACE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T05-1",
                  RuleSource.TEXTE,
                  "2.4 (S:1, XSD)",
                  "Le corps suit le schéma RECSANSVITALE, ordre des éléments compris.",
                  T05),
              BodyChecks.schema()),
          Check.of(
              rule(
                  "INSI-T05-2",
                  RuleSource.VU,
                  "2.4 (S:4, faute insi_19)",
                  "NomNaissance est rempli.",
                  T05),
              on((search, out) -> filled(search.birthName(), "NomNaissance", out))),
          Check.of(
              rule("INSI-T05-3", RuleSource.CONNU, "2.4 (K)", "Prenom est rempli.", T05),
              on((search, out) -> filled(search.firstNamesInOne(), "Prenom", out))),
          Check.of(
              rule(
                  "INSI-T05-4",
                  RuleSource.VU,
                  "2.4 (S:14, faute insi_24)",
                  "Sexe vaut M ou F.",
                  T05),
              on(TraitChecks::sex)),
          Check.of(
              rule(
                  "INSI-T05-5",
                  RuleSource.CONNU,
                  "2.4 (K)",
                  "DateNaissance est remplie, sous la forme AAAA-MM-JJ.",
                  T05),
              on(TraitChecks::date)),
          Check.of(
              rule(
                  "INSI-T05-6",
                  RuleSource.VU,
                  "5.4 (S:6)",
                  "LieuNaissance, s'il est donné, est un code COG de cinq caractères.",
                  T05),
              on(TraitChecks::place)),
          Check.of(
              rule(
                  "INSI-T05-7",
                  RuleSource.SECONDE_MAIN,
                  "5.3 (S2: 6, EF_INS01_03, EF_INS10_01, EF_INS10_02)",
                  "Le nom de naissance est écrit avec les caractères admis.",
                  T05),
              on(TraitChecks::birthName)),
          Check.of(
              rule(
                  "INSI-T05-8",
                  RuleSource.SECONDE_MAIN,
                  "5.3 (S2: 6, EF_INS01_03, EF_INS10_01, EF_INS10_02)",
                  "Les prénoms sont écrits avec les caractères admis.",
                  T05),
              on(TraitChecks::firstNames)),
          Check.of(
              rule(
                  "INSI-T05-9",
                  // The guide forbids it, a client test allows it: the sources disagree.
                  RuleSource.VU,
                  "5.3 (S:6 ; contredit par S:2)",
                  "Un prénom ne contient pas de double tiret.",
                  T05),
              on(TraitChecks::doubleHyphen)),
          Check.of(
              rule(
                  "INSI-T05-15",
                  // 2.4 lets any lunar date be asked; 5.4 says how an unknown day is written.
                  RuleSource.VU,
                  "5.4 (S:6, EXI ID 11 ; nuancé par 2.4 (K))",
                  "Une date de naissance cherchée n'a ni jour ni mois 00.",
                  T05),
              on(TraitChecks::unknownDay)));

  private TraitChecks() {}

  private static Check.Judge<InsiCall> on(BodyChecks.OnCriteria<TraitSearch> rule) {
    return BodyChecks.on(request -> Optional.ofNullable(request.search()), rule);
  }

  private static void filled(@Nullable String value, String element, Findings findings) {
    if (value == null || value.isBlank()) {
      findings.add(
          BODY + element,
          "une valeur",
          shown(value),
          "Remplissez " + element + " : INSi ne cherche pas sans lui.");
    }
  }

  private static void sex(TraitSearch search, Findings findings) {
    String sex = search.sex();
    if (!"M".equals(sex) && !"F".equals(sex)) {
      findings.add(
          BODY + "Sexe",
          "M ou F",
          shown(sex),
          "Mettez M ou F dans Sexe ; n'appelez pas INSi tant que le sexe n'est pas connu.");
    }
  }

  private static void date(TraitSearch search, Findings findings) {
    String date = search.birthDate();
    if (date == null || !BodyChecks.DATE.matcher(date).matches()) {
      findings.add(
          BODY + "DateNaissance",
          "AAAA-MM-JJ",
          shown(date),
          "Écrivez la date de naissance sous la forme AAAA-MM-JJ.");
    }
  }

  private static void unknownDay(TraitSearch search, Findings findings) {
    String date = search.birthDate();
    if (date != null && BodyChecks.DATE.matcher(date).matches() && date.contains("-00")) {
      findings.add(
          BODY + "DateNaissance",
          "01 pour un jour ou un mois inconnu ; le 31/12 pour les deux",
          date,
          "Ne cherchez pas 00 : écrivez 01 pour un jour ou un mois inconnu, 31/12 quand ni l'un ni"
              + " l'autre n'est connu.");
    }
  }

  private static void place(TraitSearch search, Findings findings) {
    String place = search.birthPlace();
    if (place != null && !PLACE.matcher(place).matches()) {
      findings.add(
          BODY + "LieuNaissance",
          "un code COG, comme 63220, 2A004 ou 99100",
          shown(place),
          "Mettez dans LieuNaissance le code COG de la commune ou du pays, ou retirez l'élément.");
    }
  }

  private static void birthName(TraitSearch search, Findings findings) {
    if (search.birthName() != null) {
      String name = search.birthName();
      NameWriting.faultInBirthName(name)
          .ifPresent(
              mend ->
                  findings.add(
                      BODY + "NomNaissance",
                      "A-Z, espace, apostrophe ou tiret ; ni espace ni apostrophe doublés",
                      name,
                      mend));
    }
  }

  private static void firstNames(TraitSearch search, Findings findings) {
    for (String name : search.firstNames()) {
      NameWriting.faultInFirstName(name)
          .ifPresent(
              mend ->
                  findings.add(
                      BODY + "Prenom",
                      "A-Z, espace, apostrophe ou tiret ; ni espace ni apostrophe doublés",
                      name,
                      mend));
    }
  }

  private static void doubleHyphen(TraitSearch search, Findings findings) {
    for (String name : search.firstNames()) {
      if (name.contains("--")) {
        findings.add(
            BODY + "Prenom",
            "un seul tiret",
            name,
            "Écrivez un seul tiret : le double tiret n'est admis que dans le nom de naissance.");
      }
    }
  }
}
