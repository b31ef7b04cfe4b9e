package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.addresses;
import static fr.socle.mss.check.MailRules.header;
import static fr.socle.mss.check.MailRules.onLetter;
import static fr.socle.mss.check.MailRules.rule;
import static fr.socle.mss.check.MailRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.CdaDocument;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is demanded of the headers of MSSanté, and of requests for receipts: mssante.md 2.1. */
final class MssHeaderChecks {
  private static final String CODE = "X-MSS-CODECDA";
  private static final String INS = "X-MSS-INS";
  private static final String NIL = "X-MSS-NIL";
  private static final String MES = "X-MSS-MES";
  private static final String READ = "Disposition-Notification-To";
  private static final String RECEIVED = "Return-Receipt-To";

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onLetter(
              rule(
                  "MSS-EN-20",
                  "MSS/CONF.16",
                  RuleSource.TEXTE,
                  "2.1 (S: DBX, REG, ECO.2.4.3)",
                  "Tout message porte la référence du produit dans X-MSS-NIL."),
              (mail, submitted, findings) -> {
                if (mail.header().first(NIL).orElse("").isBlank()) {
                  findings.add(
                      header(NIL),
                      "la référence donnée par Convergence, DEV935997 par exemple",
                      shown(mail.header().first(NIL).orElse(null)),
                      "Mettez à tous les messages X-MSS-NIL, la référence de votre produit.");
                }
              }),
          onLetter(
              rule(
                  "MSS-EN-21",
                  "MSS/CONF.15",
                  RuleSource.TEXTE,
                  "2.1 (S: DBX, REG, ECO.2.4.1)",
                  "X-MSS-CODECDA est là quand le message porte un CDA, et seulement alors."),
              (mail, submitted, findings) -> iff(CODE, mail, findings)),
          onLetter(
              rule(
                  "MSS-EN-22",
                  "MSS/CONF.15",
                  RuleSource.TEXTE,
                  "2.1 (S: DBX, REG, ECO.2.4.1)",
                  "X-MSS-CODECDA donne le code de chaque CDA de l'archive."),
              MssHeaderChecks::codes),
          onLetter(
              rule(
                  "MSS-EN-31",
                  "MSS/CONF.15",
                  RuleSource.SECONDE_MAIN,
                  "2.1 (S2, ECO.2.4.1)",
                  "Une virgule sépare les codes de X-MSS-CODECDA."),
              MssHeaderChecks::separator),
          onLetter(
              rule(
                  "MSS-EN-23",
                  "MSS/CONF.14",
                  RuleSource.TEXTE,
                  "2.1 (S: DBX, REG, ECO.2.4.2)",
                  "X-MSS-INS est là quand le message porte un CDA, et seulement alors."),
              (mail, submitted, findings) -> iff(INS, mail, findings)),
          onLetter(
              rule(
                  "MSS-EN-24",
                  "MSS/CONF.14",
                  RuleSource.TEXTE,
                  "2.1 (S: DBX, REG, ECO.2.4.2)",
                  "X-MSS-INS vaut O ou N."),
              MssHeaderChecks::insForm),
          onLetter(
              rule(
                  "MSS-EN-25",
                  "MSS/CONF.14",
                  RuleSource.TEXTE,
                  "2.1 (S: DBX, REG, ECO.2.4.2)",
                  "X-MSS-INS vaut O quand le CDA porte l'INS et ses quatre traits."),
              MssHeaderChecks::qualified),
          // Who sends an INS says by that that it is qualified; of a document of others he may not
          // know.
          onLetter(
              rule(
                  "MSS-EN-26",
                  "MSS/CONF.14",
                  RuleSource.CONNU,
                  "2.1 (K)",
                  "X-MSS-INS ne vaut pas N quand le CDA porte une INS."),
              MssHeaderChecks::notQualified),
          onLetter(
              rule(
                  "MSS-EN-27",
                  "MSS/CONF.21",
                  RuleSource.TEXTE,
                  "2.1 (S: IGCDA, REG, ECO.2.2.8)",
                  "X-MSS-MES vaut FIN, et ne va qu'à la messagerie d'un patient."),
              MssHeaderChecks::end),
          onLetter(
              rule(
                  "MSS-EN-28",
                  "MSS/UX.33",
                  RuleSource.TEXTE,
                  "2.1 (S: IGLPS-1.1.3, REG, ECO.2.3.2)",
                  "L'accusé de lecture se demande à l'adresse MSSanté de l'émetteur."),
              MssHeaderChecks::readReceipt),
          onLetter(
              rule(
                  "MSS-EN-29",
                  "MSS/va1.15",
                  RuleSource.TEXTE,
                  "2.1 (S: REG, ECO.2.3.1)",
                  "L'accusé de réception se demande à une adresse."),
              MssHeaderChecks::deliveryReceipt));

  private MssHeaderChecks() {}

  private static void iff(String name, ReadMail mail, Findings findings) {
    String value = mail.header().first(name).orElse(null);
    boolean carries = !CarriedDocuments.cdas(mail).isEmpty();
    if (carries && (value == null || value.isBlank())) {
      findings.add(
          header(name),
          "présent, l'archive porte un CDA",
          shown(value),
          "Ajoutez " + name + " aux messages qui portent un document CDA.");
    } else if (!carries
        && value != null
        && !mail.carriesMessage()
        && CarriedDocuments.isWhole(mail)) {
      findings.add(
          header(name),
          "absent, le message ne porte aucun CDA",
          shown(value),
          "Ne mettez " + name + " qu'aux messages dont l'archive IHE_XDM porte un CDA.");
    }
  }

  private static void codes(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String value = mail.header().first(CODE).orElse("");
    List<CdaDocument> documents = CarriedDocuments.cdas(mail);
    if (value.isBlank() || documents.isEmpty() || !CarriedDocuments.isWhole(mail)) {
      return; // Another rule says so.
    }
    Set<String> said =
        Stream.of(value.split("[,;|\\s]+", -1))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> right =
        documents.stream()
            .map(each -> each.code().code())
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (!said.equals(right)) {
      findings.add(
          header(CODE),
          String.join(",", right),
          value,
          "Reprenez dans X-MSS-CODECDA le code de l'élément code de chaque CDA joint.");
    }
  }

  private static void separator(ReadMail mail, SubmittedMail submitted, Findings findings) {
    mail.header()
        .first(CODE)
        .filter(value -> !value.strip().matches("[^,;|\\s]*(\\s*,\\s*[^,;|\\s]+)*[,\\s]*"))
        .ifPresent(
            value ->
                findings.add(
                    header(CODE),
                    "34112-3,PRESC-BIO",
                    value,
                    "Séparez par une virgule les codes de X-MSS-CODECDA."));
  }

  private static Optional<String> said(ReadMail mail) {
    return mail.header().first(INS).filter(each -> !each.isBlank());
  }

  private static void insForm(ReadMail mail, SubmittedMail submitted, Findings findings) {
    said(mail)
        .filter(value -> !value.equals("O") && !value.equals("N"))
        .ifPresent(
            value ->
                findings.add(
                    header(INS), "O ou N", value, "Écrivez O pour une INS qualifiée, N sinon."));
  }

  private static void qualified(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (said(mail).filter("O"::equals).isEmpty()) {
      return;
    }
    CarriedDocuments.cdas(mail).stream()
        .map(CdaPatient::of)
        .filter(patient -> !patient.isIdentified())
        .findFirst()
        .ifPresent(
            patient ->
                findings.add(
                    header(INS),
                    "N",
                    "O, et le CDA "
                        + (patient.ins().isEmpty() ? "n'a pas d'INS" : "n'a pas les quatre traits"),
                    "Mettez O quand l'identité est qualifiée : INS, OID, nom et premier prénom de"
                        + " naissance, date de naissance et sexe ; N sinon."));
  }

  private static void notQualified(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (said(mail).filter("N"::equals).isPresent()
        && CarriedDocuments.cdas(mail).stream()
            .map(CdaPatient::of)
            .anyMatch(patient -> patient.ins().isPresent())) {
      findings.add(
          header(INS),
          "O, ou un document sans INS",
          "N, et le CDA porte une INS",
          "N'écrivez l'INS dans un document que si l'identité est qualifiée, et mettez alors O.");
    }
  }

  private static void end(ReadMail mail, SubmittedMail submitted, Findings findings) {
    mail.header()
        .first(MES)
        .ifPresent(
            value -> {
              if (!value.equals("FIN")) {
                findings.add(header(MES), "FIN", shown(value), "Écrivez FIN, en trois majuscules.");
              }
              // A patient who was refused is still whom it was written to.
              if (Stream.concat(
                      submitted.recipients().stream(),
                      Stream.of("To", "Cc")
                          .flatMap(each -> addresses(mail, each).stream())
                          .map(MailRules::text))
                  .noneMatch(MailRules::isCitizen)) {
                findings.add(
                    header(MES),
                    "absent, aucun destinataire n'est un patient",
                    shown(value),
                    "Ne mettez X-MSS-MES qu'aux messages à la messagerie d'un patient.");
              }
            });
  }

  private static void readReceipt(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (mail.header().first(READ).isEmpty()) {
      return;
    }
    Set<String> own =
        Stream.of("From", "Sender", "Reply-To")
            .flatMap(each -> addresses(mail, each).stream())
            .map(MailRules::text)
            .collect(Collectors.toSet());
    own.add(submitted.session().address());
    List<String> to = addresses(mail, READ).stream().map(MailRules::text).toList();
    if (to.isEmpty() || to.stream().noneMatch(own::contains)) {
      findings.add(
          header(READ),
          "l'adresse MSSanté de l'émetteur",
          shown(mail.header().first(READ).orElse(null)),
          "Demandez l'accusé de lecture à l'adresse de la boîte qui envoie.");
    }
  }

  private static void deliveryReceipt(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (mail.header().first(RECEIVED).isPresent()
        && addresses(mail, RECEIVED).stream()
            .noneMatch(each -> MailRules.text(each).matches("[^@]+@[^@]+"))) {
      findings.add(
          header(RECEIVED),
          "une adresse",
          shown(mail.header().first(RECEIVED).orElse(null)),
          "Mettez dans Return-Receipt-To l'adresse où envoyer l'accusé de réception.");
    }
  }
}
