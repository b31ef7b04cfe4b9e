package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.onMail;
import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.HeaderBlock;
import fr.socle.mss.protocol.mime.MimePart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is demanded of a read receipt: mssante.md 2.6, RFC 8098. Both forms of errors are taken. */
final class ReceiptChecks {
  private static final String REQUIREMENT = "MSS/UX.34";
  private static final Pattern DISPOSITION =
      Pattern.compile(
          "(manual|automatic)-action\\s*/\\s*mdn-sent-(manually|automatically)\\s*;\\s*"
              + "(displayed|dispatched|processed|deleted)\\s*(/.*)?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onMail(
              rule(
                  "MSS-AR-01",
                  REQUIREMENT,
                  RuleSource.NORME,
                  "2.6 ; RFC 8098 3",
                  "Un accusé de lecture a un texte, puis un message/disposition-notification."),
              ReceiptChecks::parts),
          onMail(
              rule(
                  "MSS-AR-02",
                  REQUIREMENT,
                  RuleSource.NORME,
                  "2.6 ; RFC 8098 3.2.4, 3.2.6",
                  "Un accusé de lecture dit qui a reçu le message et ce qu'il en a fait."),
              ReceiptChecks::fields),
          onMail(
              rule(
                  "MSS-AR-03",
                  REQUIREMENT,
                  RuleSource.NORME,
                  "2.6 ; RFC 8098 3.2.6",
                  "Disposition s'écrit action/envoi; disposition."),
              ReceiptChecks::disposition),
          onMail(
              rule(
                  "MSS-AR-04",
                  REQUIREMENT,
                  RuleSource.NORME,
                  "2.6 ; RFC 8098 3.2.5",
                  "Un accusé de lecture rappelle le Message-ID du message lu."),
              ReceiptChecks::original),
          onMail(
              rule(
                  "MSS-AR-05",
                  REQUIREMENT,
                  RuleSource.VU,
                  "2.6 (S: IGLPS)",
                  "Un accusé de lecture rend le message lu, en message/rfc822."),
              ReceiptChecks::returned),
          onMail(
              rule(
                  "MSS-AR-06",
                  REQUIREMENT,
                  RuleSource.VU,
                  "2.6 (S: IGLPS, IGLPS-1.1.3)",
                  "Un accusé d'erreur donne un code et un libellé."),
              ReceiptChecks::error),
          onMail(
              rule(
                  "MSS-AR-07",
                  REQUIREMENT,
                  RuleSource.CONNU,
                  "2.6 ; RFC 8098 3",
                  "Un accusé de lecture n'a pas d'émetteur d'enveloppe."),
              ReceiptChecks::envelope));

  private ReceiptChecks() {}

  private static boolean isReceipt(ReadMail mail) {
    return mail.isReport()
        && mail.root()
            .type()
            .parameters()
            .getOrDefault("REPORT-TYPE", "")
            .equalsIgnoreCase("disposition-notification");
  }

  private static Optional<MimePart> notification(ReadMail mail) {
    return mail.root().parts().stream()
        .filter(each -> each.type().value().equals("MESSAGE/DISPOSITION-NOTIFICATION"))
        .findFirst();
  }

  /** A field of the notification; nothing in what is no receipt. */
  private static Optional<String> field(ReadMail mail, String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return notification(mail).stream()
        .map(mail::text)
        .map(text -> text.replaceAll("\r?\n[ \t]+", " "))
        .flatMap(String::lines)
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }

  private static void parts(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (!isReceipt(mail)) {
      return;
    }
    List<MimePart> parts = mail.root().parts();
    if (parts.size() < 2
        || !parts.get(1).type().value().equals("MESSAGE/DISPOSITION-NOTIFICATION")) {
      findings.add(
          "multipart/report",
          "un texte, puis message/disposition-notification",
          String.join(
              " puis ",
              parts.stream().map(each -> each.type().value().toLowerCase(Locale.ROOT)).toList()),
          "Mettez en deuxième partie de l'accusé message/disposition-notification.");
    }
  }

  private static void fields(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (!isReceipt(mail) || notification(mail).isEmpty()) {
      return;
    }
    for (String name : List.of("Final-Recipient", "Disposition")) {
      if (field(mail, name).orElse("").isEmpty()) {
        findings.add(
            "message/disposition-notification, " + name,
            "présent",
            "absent",
            "Ajoutez " + name + " à l'accusé de lecture.");
      }
    }
  }

  private static void disposition(ReadMail mail, SubmittedMail submitted, Findings findings) {
    field(mail, "Disposition")
        .filter(value -> isReceipt(mail) && !value.isEmpty())
        .filter(value -> !DISPOSITION.matcher(value).matches())
        .ifPresent(
            value ->
                findings.add(
                    "message/disposition-notification, Disposition",
                    "automatic-action/MDN-sent-automatically; processed",
                    value,
                    "Écrivez Disposition comme le veut la RFC 8098, 3.2.6."));
  }

  private static void original(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (isReceipt(mail)
        && notification(mail).isPresent()
        && hadIdentifier(mail)
        && field(mail, "Original-Message-ID").orElse("").isEmpty()) {
      findings.add(
          "message/disposition-notification, Original-Message-ID",
          "le Message-ID du message lu",
          "absent",
          "Reprenez le Message-ID du message reçu : sans lui l'accusé ne se rattache à rien.");
    }
  }

  /** Whether the message that was read has one, as far as the receipt shows it. */
  private static boolean hadIdentifier(ReadMail mail) {
    return mail.root().parts().stream()
        .flatMap(
            each -> {
              MimePart message = each.message();
              return message != null
                  ? Stream.of(message.header())
                  : each.type().value().equals("TEXT/RFC822-HEADERS")
                      ? Stream.of(HeaderBlock.of(DecodedText.bytesOf(mail.bytes(), each)))
                      : Stream.<HeaderBlock>empty();
            })
        .anyMatch(each -> !each.first("Message-ID").orElse("").isBlank());
  }

  private static void returned(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (isReceipt(mail)
        && mail.root().parts().stream()
            .noneMatch(
                each ->
                    each.message() != null || each.type().value().equals("TEXT/RFC822-HEADERS"))) {
      findings.add(
          "multipart/report",
          "une troisième partie message/rfc822",
          "absente",
          "Joignez à l'accusé le message d'origine, en message/rfc822.");
    }
  }

  private static void error(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String disposition = field(mail, "Disposition").orElse("").toLowerCase(Locale.ROOT);
    int at = disposition.indexOf("/error");
    if (!isReceipt(mail) || at < 0) {
      return;
    }
    String within = disposition.substring(at + "/error".length());
    if (!within.contains("^") && !field(mail, "Error").orElse("").contains("^")) {
      findings.add(
          "message/disposition-notification, Error",
          "Error: code^libellé",
          field(mail, "Error").orElse("absent"),
          "Dites dans Error le code de l'erreur et son libellé.");
    }
  }

  private static void envelope(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (isReceipt(mail) && !submitted.reversePath().isEmpty()) {
      findings.add(
          "MAIL FROM",
          "<>",
          submitted.reversePath(),
          "Envoyez l'accusé avec MAIL FROM:<>, pour qu'il n'en appelle pas d'autre.");
    }
  }
}
