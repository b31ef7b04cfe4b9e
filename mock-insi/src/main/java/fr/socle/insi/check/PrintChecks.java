package fr.socle.insi.check;

import fr.socle.bench.journal.FindingDraft;
import fr.socle.documents.datamatrix.Block;
import fr.socle.documents.datamatrix.DatamatrixProblem;
import fr.socle.documents.datamatrix.DatamatrixProblem.Kind;
import fr.socle.documents.datamatrix.DatamatrixReading;
import fr.socle.documents.datamatrix.FoundSymbol;
import fr.socle.documents.datamatrix.InsDatamatrix;
import fr.socle.documents.ins.Ins;
import fr.socle.exigences.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges what a software printed of an identity. */
public final class PrintChecks {
  private static final List<Block> INS = List.of(Block.MATRICULE, Block.OID);
  private static final List<Block> TRAITS =
      List.of(Block.FIRST_NAMES, Block.BIRTH_NAME, Block.SEX, Block.BIRTH_DATE, Block.BIRTH_PLACE);

  private PrintChecks() {}

  /**
   * An INS data matrix that was found.
   *
   * @param page page it is on, from 1
   * @param symbol its symbol
   * @param reading what it says
   */
  public record Printed(int page, FoundSymbol symbol, DatamatrixReading reading) {}

  /** Says that a qualified identity is printed without a symbol. */
  public static List<FindingDraft> ofMissing() {
    return List.of(
        new FindingDraft(
            PrintRules.PRESENT,
            "page imprimée",
            "un datamatrix INS lisible",
            "aucun",
            "Imprimez le datamatrix INS d'une identité qualifiée, entouré d'une marge blanche d'un"
                + " module au moins."));
  }

  /**
   * Judges what is printed of an identity that the software holds for qualified.
   *
   * @param expected what INSi answers for the patient
   */
  public static List<FindingDraft> ofQualified(List<Printed> printed, InsDatamatrix expected) {
    List<FindingDraft> findings = new ArrayList<>();
    // A page may also bear the INS of somebody else, of a mother for instance.
    List<Printed> own = printed.stream().filter(each -> bearsInsOf(each, expected)).toList();
    for (Printed each : own.isEmpty() ? printed : own) {
      form(each, findings);
      content(each, expected, findings);
    }
    return List.copyOf(findings);
  }

  /**
   * Judges the print of an identity that is not qualified.
   *
   * @param lines text of the pages
   * @param ins what INSi answers for the patient, null when it answers none
   */
  public static List<FindingDraft> ofUnqualified(
      List<Printed> printed, List<String> lines, @Nullable Ins ins) {
    List<FindingDraft> findings = new ArrayList<>();
    for (Printed each : printed) {
      boolean bearsIns = each.reading().hasIns();
      findings.add(
          new FindingDraft(
              bearsIns ? PrintRules.QUALIFIED_ONLY : PrintRules.SYMBOL_OF_QUALIFIED_ONLY,
              place(each),
              "aucun datamatrix INS",
              bearsIns
                  ? "un datamatrix qui porte le matricule "
                      + InsiRules.shown(each.reading().values().get(Block.MATRICULE))
                  : "un datamatrix INS sans matricule ni OID",
              "N'imprimez le datamatrix INS que d'une identité qualifiée."));
    }
    lines.stream()
        .filter(line -> ins != null && InsInText.isOn(line, ins))
        .forEach(
            line ->
                findings.add(
                    new FindingDraft(
                        PrintRules.NUMBER_OF_QUALIFIED_ONLY,
                        "texte de la page",
                        "ni matricule INS ni OID",
                        "« " + line + " »",
                        "N'imprimez l'INS que d'une identité qualifiée : les traits seuls sinon.")));
    return List.copyOf(findings);
  }

  private static boolean bearsInsOf(Printed printed, InsDatamatrix expected) {
    return INS.stream()
        .allMatch(
            block ->
                Objects.equals(
                    printed.reading().values().get(block), expected.values().get(block)));
  }

  private static void form(Printed printed, List<FindingDraft> findings) {
    for (DatamatrixProblem problem : printed.reading().problems()) {
      Rule rule = problem.kind() == Kind.SEPARATOR ? PrintRules.SEPARATORS : PrintRules.FORMAT;
      findings.add(
          new FindingDraft(
              rule,
              place(printed) + ", " + problem.location(),
              problem.expected(),
              problem.found(),
              problem.mend()));
    }
    if (!printed.symbol().square()) {
      findings.add(
          new FindingDraft(
              PrintRules.SQUARE,
              place(printed),
              "un symbole carré",
              "un rectangle",
              "Demandez à votre générateur de codes-barres la forme carrée."));
    }
    if (!printed.symbol().quiet()) {
      findings.add(
          new FindingDraft(
              PrintRules.QUIET,
              place(printed),
              "une marge blanche d'un module au moins",
              "quelque chose d'imprimé contre le symbole",
              "Laissez autour du datamatrix INS une marge blanche d'un module au moins."));
    }
    if (printed.page() != 1) {
      findings.add(
          new FindingDraft(
              PrintRules.FIRST_PAGE,
              place(printed),
              "page 1",
              "page " + printed.page(),
              "Placez le datamatrix INS sur la première page du document."));
    }
  }

  private static void content(
      Printed printed, InsDatamatrix expected, List<FindingDraft> findings) {
    Map<Block, String> wanted = expected.values();
    Map<Block, String> read = printed.reading().values();
    for (Block block : INS) {
      if (!Objects.equals(wanted.get(block), read.get(block))) {
        findings.add(
            different(
                PrintRules.SAME_INS,
                printed,
                block,
                wanted,
                "Imprimez l'INS qu'INSi a rendu pour ce patient : matricule, clé et OID."));
      }
    }
    for (Block block : TRAITS) {
      String value = read.get(block);
      // What is missing is a matter of format; S7 may be left out.
      if (value != null && !value.equals(wanted.get(block))) {
        findings.add(
            different(
                PrintRules.SAME_TRAITS,
                printed,
                block,
                wanted,
                "Mettez dans le datamatrix les traits qu'INSi a rendus, tous les prénoms compris."));
      }
    }
  }

  private static FindingDraft different(
      Rule rule, Printed printed, Block block, Map<Block, String> wanted, String mend) {
    return new FindingDraft(
        rule,
        place(printed) + ", " + block.label(),
        InsiRules.shown(wanted.get(block)),
        InsiRules.shown(printed.reading().values().get(block)),
        mend);
  }

  private static String place(Printed printed) {
    return "datamatrix INS, page " + printed.page();
  }
}
