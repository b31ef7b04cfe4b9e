package fr.socle.insi.check;

import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.util.List;

/** What is asked of a printed identity (INSI-T14; insi.md 5.8, 9; INS/va1.03, 1.53). */
final class PrintRules {
  static final Rule PRESENT =
      new Rule(
          "INSI-T14-1",
          RuleSource.TEXTE,
          "segur.md 4 (INS/va1.03, S: REG)",
          List.of("INS/va1.03"),
          "L'édition papier d'une identité qualifiée porte le datamatrix INS.");

  static final Rule SAME_INS =
      new Rule(
          "INSI-T14-2",
          RuleSource.TEXTE,
          "segur.md 4 (INS/va1.03, S: REG)",
          List.of("INS/va1.03"),
          "Le datamatrix porte l'INS du patient, tel qu'INSi l'a rendu.");

  static final Rule FORMAT =
      onFormat("INSI-T14-3", "9 (S:6, S:15)", "Le datamatrix a l'en-tête et les blocs du format.");

  static final Rule SEPARATORS =
      onFormat(
          "INSI-T14-4",
          "9 (S:6)",
          "GS ferme une valeur de longueur variable, plus courte que son maximum et suivie d'un bloc,"
              + " et elle seule.");

  static final Rule SAME_TRAITS =
      onFormat("INSI-T14-5", "9 (S:6)", "Les traits du datamatrix sont ceux qu'INSi a rendus.");

  static final Rule SQUARE = onFormat("INSI-T14-6", "9 (S:6)", "Le symbole est carré.");

  static final Rule QUIET =
      onFormat("INSI-T14-9", "9 (S:6)", "Une marge blanche entoure le symbole.");

  static final Rule FIRST_PAGE =
      onFormat("INSI-T14-7", "5.8 (S:6, EXI DIF 02)", "Le datamatrix est sur la première page.");

  static final Rule QUALIFIED_ONLY =
      new Rule(
          "INSI-T14-8",
          RuleSource.TEXTE,
          "segur.md 4 (INS/va1.53, S: REG); insi.md 9 (S:6)",
          List.of("INS/va1.53", "INSI-T12"),
          "Seule une identité qualifiée s'imprime avec l'INS dans un datamatrix.");

  static final Rule SYMBOL_OF_QUALIFIED_ONLY =
      onFormat(
          "INSI-T14-11",
          "9 (S:6)",
          "Seule une identité qualifiée porte un symbole INS, même vide.");

  static final Rule NUMBER_OF_QUALIFIED_ONLY =
      new Rule(
          "INSI-T14-10",
          RuleSource.TEXTE,
          "segur.md 4 (INS/va1.53, S: REG)",
          List.of("INS/va1.53", "INSI-T12"),
          "Seule une identité qualifiée s'imprime avec son matricule INS ou son OID.");

  private PrintRules() {}

  // The document of the format is read through a third party and numbers no requirement: VU.
  private static Rule onFormat(String id, String key, String title) {
    return InsiRules.rule(id, RuleSource.VU, key, title, "INSI-T14");
  }
}
