package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.header;
import static fr.socle.mss.check.MailRules.onMail;
import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.documents.ins.Ins;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.mime.DecodedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is demanded of a message to a citizen: mssante.md 1.2, 2.7. */
final class CitizenChecks {
  private static final String ADDRESS = "MSS/va1.19";
  private static final Pattern LOCAL = Pattern.compile("[0-9][0-9ABab]{14}");
  private static final long MOST = 25L * 1000 * 1000;

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onMail(
              rule(
                  "MSS-CI-01",
                  ADDRESS,
                  RuleSource.VU,
                  "1.2 (S: IGCDA)",
                  "L'adresse d'un patient est formée du matricule de son INS, clé comprise."),
              CitizenChecks::form),
          onMail(
              rule(
                  "MSS-CI-02",
                  ADDRESS,
                  RuleSource.CONNU,
                  "1.2 (K)",
                  "La clé de l'adresse d'un patient est celle de son matricule."),
              CitizenChecks::key),
          onMail(
              rule(
                  "MSS-CI-03",
                  ADDRESS,
                  RuleSource.CONNU,
                  "1.2 (S2: MES13)",
                  "Le patient à qui l'on écrit est celui des documents joints."),
              CitizenChecks::patient),
          // The document of another may not hold the INS of a patient who is qualified here.
          onMail(
              rule(
                  "MSS-CI-04",
                  ADDRESS,
                  RuleSource.CONNU,
                  "2.7 (K)",
                  "On n'écrit à un patient que si son INS est qualifiée."),
              CitizenChecks::qualified),
          onMail(
              rule(
                  "MSS-CI-05",
                  "MSS/va1.13",
                  RuleSource.CONNU,
                  "2.3 (S2: MES13)",
                  "Un message à un patient a 25 Mo au plus."),
              CitizenChecks::size),
          onMail(
              rule(
                  "MSS-CI-06",
                  "MSS/CONF.21",
                  RuleSource.CONNU,
                  "2.7 (S2: MES13)",
                  "L'objet qui finit un échange s'écrit [FIN]."),
              CitizenChecks::end));

  private CitizenChecks() {}

  private static Stream<String> citizens(ReadMail mail, SubmittedMail submitted) {
    return Stream.concat(
            submitted.recipients().stream(),
            Stream.of("To", "Cc")
                .flatMap(each -> MailRules.addresses(mail, each).stream())
                .map(MailRules::text))
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(MailRules::isCitizen)
        .distinct();
  }

  private static String local(String address) {
    return address.substring(0, address.indexOf('@')).toUpperCase(Locale.ROOT);
  }

  private static void form(ReadMail mail, SubmittedMail submitted, Findings findings) {
    citizens(mail, submitted)
        .filter(each -> !LOCAL.matcher(local(each)).matches())
        .forEach(
            each ->
                findings.add(
                    "destinataire",
                    "quinze caractères : le matricule INS et sa clé",
                    each,
                    "Formez l'adresse du patient avec le matricule de son INS et sa clé."));
  }

  private static void key(ReadMail mail, SubmittedMail submitted, Findings findings) {
    citizens(mail, submitted)
        .filter(each -> LOCAL.matcher(local(each)).matches())
        .forEach(
            each ->
                Ins.problem(local(each))
                    .ifPresent(
                        problem ->
                            findings.add(
                                "destinataire",
                                "un matricule et sa clé",
                                each + " : " + problem,
                                "Reprenez le matricule et la clé tels qu'INSi les a rendus.")));
  }

  private static void patient(ReadMail mail, SubmittedMail submitted, Findings findings) {
    Optional<String> ins =
        CarriedDocuments.patient(mail).flatMap(CdaPatient::ins).map(each -> each.extension());
    if (ins.isEmpty()) {
      return;
    }
    citizens(mail, submitted)
        .filter(each -> LOCAL.matcher(local(each)).matches())
        .filter(each -> !local(each).equals(ins.get().toUpperCase(Locale.ROOT)))
        .forEach(
            each ->
                findings.add(
                    "destinataire",
                    ins.get() + "@patient.mssante.fr",
                    each,
                    "Écrivez à l'adresse du patient des documents, un mineur compris."));
  }

  private static void qualified(ReadMail mail, SubmittedMail submitted, Findings findings) {
    List<String> citizens = citizens(mail, submitted).toList();
    if (citizens.isEmpty() || CarriedDocuments.cdas(mail).isEmpty()) {
      return;
    }
    mail.header()
        .first("X-MSS-INS")
        .filter("N"::equals)
        .ifPresent(
            value ->
                findings.add(
                    header("X-MSS-INS"),
                    "O, puisque le message va au patient",
                    value,
                    "N'écrivez au patient que si son identité est qualifiée : son adresse est son"
                        + " INS."));
  }

  private static void size(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (submitted.size() > MOST && citizens(mail, submitted).findAny().isPresent()) {
      findings.add(
          "message",
          "25 Mo au plus",
          submitted.size() + " octets",
          "Prévenez l'utilisateur, et réduisez ce qui va à Mon espace santé.");
    }
  }

  private static void end(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String subject = mail.header().first("Subject").map(DecodedText::ofHeader).orElse("").strip();
    if (subject.equalsIgnoreCase("[FIN]")
        && !subject.equals("[FIN]")
        && citizens(mail, submitted).findAny().isPresent()) {
      findings.add(
          header("Subject"), "[FIN]", subject, "Écrivez [FIN] en majuscules, ou X-MSS-MES: FIN.");
    }
  }
}
