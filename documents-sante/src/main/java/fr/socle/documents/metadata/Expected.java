package fr.socle.documents.metadata;

import fr.socle.bench.check.Findings;
import fr.socle.documents.codes.Coded;
import fr.socle.documents.codes.ValueSet;
import fr.socle.documents.hl7.Cx;
import fr.socle.documents.hl7.TimeStamp;
import fr.socle.documents.ins.Ins;
import fr.socle.documents.ins.InsKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Findings that several rules write alike. */
final class Expected {
  static final Predicate<String> OID =
      Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+").asMatchPredicate();

  private Expected() {}

  /** An attribute is there a number of times. */
  static void count(String attribute, int found, int least, int most, Findings findings) {
    if (found >= least && found <= most) {
      return;
    }
    String wanted =
        least == most
            ? least + " fois"
            : most == Integer.MAX_VALUE
                ? "au moins " + least + " fois"
                : least == 0 ? most + " fois au plus" : least + " à " + most + " fois";
    findings.add(
        attribute,
        wanted,
        found == 0 ? "absent" : found + " fois",
        found < least
            ? "Ajoutez " + attribute + " aux métadonnées."
            : "N'écrivez " + attribute + " que " + wanted + ".");
  }

  /** A time of metadata has its form; that it has a zone is for {@link #universal}. */
  static void time(String attribute, String value, Findings findings) {
    if (!TimeStamp.hasZone(value)) {
      form(
          attribute,
          List.of(value),
          TimeStamp::isToTheSecond,
          "AAAAMMJJHHMMSS, une date du calendrier",
          findings);
    }
  }

  /** A time of metadata has no zone. */
  static void universal(String attribute, String value, Findings findings) {
    if (TimeStamp.hasZone(value)) {
      findings.add(
          attribute,
          "le temps universel, sans fuseau",
          value,
          "Convertissez " + attribute + " en UTC et ôtez le fuseau.");
    }
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

  /**
   * Every code of an attribute is one of a value set.
   *
   * @param asked name of the value set of metadata, when another stands for it here
   */
  static void codes(
      String attribute, List<Coded> codes, String asked, ValueSet set, Findings findings) {
    for (Coded code : codes) {
      if (!set.contains(code.code(), code.scheme())) {
        findings.add(
            attribute,
            "un code de " + (asked.equals(set.name()) ? "" : asked + ", ici ") + set.title(),
            code.toString(),
            "Prenez le code et le système de " + attribute + " dans " + asked + ".");
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
      Ins.problem(cx.id())
          .ifPresent(
              problem ->
                  findings.add(
                      attribute,
                      "un matricule INS et sa clé",
                      cx.id() + " : " + problem,
                      "Écrivez le matricule INS suivi de sa clé, tels qu'INSi les a rendus."));
    }
  }
}
