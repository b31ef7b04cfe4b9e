package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.bench.world.Matricule;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.ins.InsKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Findings that several rules write alike. */
final class Expected {
  static final Predicate<String> OID =
      Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+").asMatchPredicate();
  private static final int MATRICULE = 13;

  private Expected() {}

  /** An attribute is there a number of times. */
  static void count(String attribute, int found, int least, int most, Findings findings) {
    if (found >= least && found <= most) {
      return;
    }
    String wanted =
        least == most
            ? least + " fois"
            : most == Integer.MAX_VALUE ? "au moins " + least : least + " à " + most;
    findings.add(
        attribute,
        wanted,
        found == 0 ? "absent" : found + " fois",
        found < least
            ? "Ajoutez " + attribute + " aux métadonnées."
            : "N'écrivez " + attribute + " que le nombre de fois permis.");
  }

  /** Every value of an attribute has a form. */
  static void form(
      String attribute,
      List<String> values,
      Predicate<String> right,
      String expected,
      Findings findings) {
    for (String value : values) {
      if (!right.test(value)) {
        findings.add(
            attribute,
            expected,
            value.isEmpty() ? "vide" : value,
            "Écrivez " + attribute + " sous la forme : " + expected + ".");
      }
    }
  }

  /** Every code of an attribute is one of a value set. */
  static void codes(String attribute, List<Coded> codes, ValueSet set, Findings findings) {
    for (Coded code : codes) {
      if (!set.contains(code.code(), code.scheme())) {
        findings.add(
            attribute,
            "un code de " + set.title(),
            code.toString(),
            "Prenez le code et le système de " + attribute + " dans " + set.name() + ".");
      }
    }
  }

  /** A patient is identified by an INS. */
  static void ins(String attribute, List<String> values, Findings findings) {
    for (String value : values) {
      Cx cx = Cx.read(value);
      if (!cx.idType().equals(Cx.NATIONAL) || InsKind.ofOid(cx.authority()).isEmpty()) {
        findings.add(
            attribute,
            "matricule^^^&OID de l'INS&ISO^NH",
            value,
            "Écrivez " + attribute + " : l'INS et sa clé, l'OID de son autorité, le type NH.");
      }
    }
  }

  /** The matricule of an INS and its key. */
  static void key(String attribute, List<String> values, Findings findings) {
    for (String value : values) {
      Cx cx = Cx.read(value);
      if (InsKind.ofOid(cx.authority()).isEmpty()) {
        continue; // Another rule says so.
      }
      String id = cx.id();
      String problem =
          id.length() == MATRICULE + 2
              ? Matricule.problem(id.substring(0, MATRICULE), id.substring(MATRICULE)).orElse("")
              : "15 caractères attendus, clé comprise";
      if (!problem.isEmpty()) {
        findings.add(
            attribute,
            "un matricule INS et sa clé",
            id + " : " + problem,
            "Écrivez le matricule INS suivi de sa clé, tels qu'INSi les a rendus.");
      }
    }
  }
}
