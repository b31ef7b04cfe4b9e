package fr.socle.insi.check;

import static fr.socle.insi.check.InsiRules.rule;
import static fr.socle.insi.check.InsiRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.insi.protocol.ContexteLps;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.service.Control;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** INSI-T02: which software calls, by ContexteLPS. */
final class SoftwareChecks {
  private static final String T02 = "INSI-T02";
  private static final String LPS = "/Envelope/Header/ContexteLPS";
  private static final Pattern NOM = Pattern.compile("urn:lps:[^:]+(?::[^:]+)?");

  static final List<Check<InsiCall>> ALL =
      List.of(
          Check.of(
              rule(
                  "INSI-T02-7",
                  RuleSource.VU,
                  "2.3 (S:2, S:13)",
                  "LPS/IDAM porte le numéro d'autorisation, avec R=\"4\".",
                  T02),
              SoftwareChecks::idam),
          Check.of(
              rule(
                  "INSI-T02-8",
                  // The refusal was captured, but which numbers are known is a setting of the
                  // bench.
                  RuleSource.VU,
                  "2.7 (S:2, refus desir_550 capturé)",
                  "Le numéro d'autorisation est connu du service.",
                  T02),
              SoftwareChecks::knownIdam),
          Check.of(
              rule(
                  "INSI-T02-10",
                  // The official sample (S:19) has a plain name: information at most.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:3, S:7, S:19)",
                  "LPS/Nom a la forme urn:lps:<nom>:<version>.",
                  T02),
              SoftwareChecks::name),
          Check.of(
              rule(
                  "INSI-T02-16",
                  RuleSource.VU,
                  "2.3 (S:3, S:13)",
                  "LPS/Instance est l'UUID de l'installation.",
                  T02),
              SoftwareChecks::installation),
          Check.of(
              rule(
                  "INSI-T02-18",
                  // Of every example seen; no text says that a number is so made.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:13 ; tous les exemples)",
                  "Le numéro d'autorisation a douze caractères.",
                  T02),
              SoftwareChecks::idamSize),
          Check.of(
              rule(
                  "INSI-T02-19",
                  // The schema lets both be absent.
                  RuleSource.SUPPOSE,
                  "2.3 (S:2, S:3, S:7, S:19 ; facultatifs dans le schéma)",
                  "LPS/Version et LPS/Nom disent quel logiciel appelle.",
                  T02),
              SoftwareChecks::named));

  private SoftwareChecks() {}

  private static void idam(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    if (lps == null) {
      return;
    }
    if (lps.idam() == null || lps.idam().isEmpty()) {
      findings.add(
          LPS + "/LPS/IDAM",
          "le numéro d'autorisation du logiciel",
          "absent",
          "Mettez dans LPS/IDAM le numéro d'autorisation que le CNDA a donné à votre logiciel.");
    } else if (!"4".equals(lps.idamR())) {
      findings.add(
          LPS + "/LPS/IDAM/@R",
          "4",
          shown(lps.idamR()),
          "Mettez R=\"4\" sur IDAM : il annonce un numéro d'autorisation.");
    }
  }

  private static void knownIdam(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    boolean unknown = exchange.message().outcome().failed().containsKey(Control.IDAM);
    if (unknown && lps != null && lps.idam() != null && !lps.idam().isEmpty()) {
      findings.add(
          LPS + "/LPS/IDAM",
          "un numéro d'autorisation connu du service",
          lps.idam(),
          "Réglez dans votre logiciel l'IDAM que le banc connaît (lps.idam de bench.json), ou"
              + " déclarez le vôtre au banc : socle up --reglage insi.idam=VOTRE-NUMERO.");
    }
  }

  private static void name(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    if (lps != null
        && lps.nom() != null
        && !lps.nom().isBlank()
        && !NOM.matcher(lps.nom()).matches()) {
      findings.add(
          LPS + "/LPS/Nom",
          "urn:lps:<nom>:<version>",
          shown(lps.nom()),
          "Écrivez de préférence le nom du logiciel sous la forme urn:lps:<nom>:<version>.");
    }
  }

  private static void installation(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    if (lps != null
        && !ContextChecks.UUID.matcher(Objects.toString(lps.instance(), "")).matches()) {
      findings.add(
          "/Envelope/Header/ContexteLPS/LPS/Instance",
          "un UUID, le même à chaque appel de l'installation",
          shown(lps.instance()),
          "Tirez un UUID à l'installation du logiciel et mettez-le dans LPS/Instance.");
    }
  }

  private static void idamSize(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    String idam = lps == null ? null : lps.idam();
    if (idam != null && !idam.isEmpty() && idam.length() != 12) {
      findings.add(
          LPS + "/LPS/IDAM",
          "douze caractères",
          idam,
          "Vérifiez le numéro d'autorisation : ce n'est pas le numéro d'éditeur (NIE).");
    }
  }

  private static void named(CheckedExchange<InsiCall> exchange, Findings findings) {
    ContexteLps lps = exchange.message().request().lps();
    if (lps != null) {
      filled("Version", lps.softwareVersion(), findings);
      filled("Nom", lps.nom(), findings);
    }
  }

  private static void filled(String element, @Nullable String value, Findings findings) {
    if (value == null || value.isBlank()) {
      findings.add(
          LPS + "/LPS/" + element,
          "une valeur",
          shown(value),
          "Remplissez " + element + " du logiciel qui appelle.");
    }
  }
}
