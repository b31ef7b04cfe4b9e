package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.addresses;
import static fr.socle.mss.check.MailRules.header;
import static fr.socle.mss.check.MailRules.onLetter;
import static fr.socle.mss.check.MailRules.onMail;
import static fr.socle.mss.check.MailRules.rule;
import static fr.socle.mss.check.MailRules.shown;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.mime.DecodedText;
import fr.socle.mss.protocol.mime.HeaderBlock.Field;
import fr.socle.mss.protocol.mime.HeaderComments;
import fr.socle.mss.protocol.mime.MailAddress;
import fr.socle.mss.protocol.mime.MimePart;
import fr.socle.mss.service.Mailbox;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is demanded of the header of a message: mssante.md 2.1. */
final class HeaderChecks {
  private static final String FORM = "MSS-T01";
  private static final String LABEL = "MSS/va1.16";
  private static final String IDENTIFIER = "MSS/va1.12";
  private static final String ANSWER = "MSS/va1.08";
  private static final String APPLICATION = "MSS/va1.09";
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]+@[^<>\\s@]+>");
  private static final Pattern MESSAGE_IDS = Pattern.compile("(?:<[^<>\\s]+>\\s*)+");
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]*)\\?([^?\\s]*)\\?([^?\\s]*)\\?=");
  // A letter alone is a name, one before a full stop is short for another word.
  private static final Pattern UPPER =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}'’-])\\p{Lu}(?:[\\p{Lu}\\p{M}'’-]+|(?!\\.))(?![\\p{L}\\p{M}'’-])");
  private static final int LONGEST_WORD = 75;
  private static final int LONGEST_LINE = 998;
  private static final List<String> ONCE =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Message-ID",
          "In-Reply-To",
          "References",
          "Subject",
          "Date");

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onMail(
              rule(
                  "MSS-EN-01",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 5322 3.6.2",
                  "Un message dit de qui il est (From)."),
              HeaderChecks::from),
          onLetter(
              rule(
                  "MSS-EN-02",
                  LABEL,
                  RuleSource.VU,
                  "2.1 (S: IGCDA)",
                  "From est la boîte qui envoie."),
              HeaderChecks::sender),
          onLetter(
              rule(
                  "MSS-EN-03",
                  LABEL,
                  RuleSource.TEXTE,
                  "2.1 (S: REG, ECO.2.2.7)",
                  "L'adresse d'émission a un libellé."),
              HeaderChecks::label),
          onLetter(
              rule(
                  "MSS-EN-04",
                  LABEL,
                  RuleSource.SECONDE_MAIN,
                  "2.1 (S2: HPF, ECO.2.2.7)",
                  "Le libellé d'une boîte personnelle a un prénom et un nom en majuscules."),
              HeaderChecks::personalLabel),
          onLetter(
              rule(
                  "MSS-EN-05",
                  APPLICATION,
                  RuleSource.TEXTE,
                  "2.1 (S: REG, IGCDA, ECO.2.2.5)",
                  "Un message d'une boîte applicative a un Reply-To, qui n'est pas elle."),
              HeaderChecks::replyTo),
          onLetter(
              rule(
                  "MSS-EN-06",
                  APPLICATION,
                  RuleSource.TEXTE,
                  "2.1 (S: REG, ECO.2.2.5)",
                  "Un message d'une boîte applicative finit par l'adresse où joindre l'émetteur."),
              HeaderChecks::closing),
          onMail(
              rule(
                  "MSS-EN-07",
                  IDENTIFIER,
                  RuleSource.TEXTE,
                  "2.1 (S: REG, ECO.2.2.1)",
                  "Un message a un Message-ID."),
              (mail, submitted, findings) -> {
                if (mail.header().first("Message-ID").orElse("").isBlank()) {
                  findings.add(
                      header("Message-ID"),
                      "un identifiant",
                      shown(mail.header().first("Message-ID").orElse(null)),
                      "Donnez à chaque nouveau message un Message-ID, unique.");
                }
              }),
          onMail(
              rule(
                  "MSS-EN-08",
                  IDENTIFIER,
                  RuleSource.NORME,
                  "2.1 ; RFC 5322 3.6.4",
                  "Le Message-ID s'écrit <gauche@droite>."),
              HeaderChecks::messageId),
          onLetter(
              rule(
                  "MSS-EN-09",
                  ANSWER,
                  RuleSource.TEXTE,
                  "2.1 (S: REG, ECO.2.2.2)",
                  "Une réponse a References, et pas seulement In-Reply-To."),
              HeaderChecks::references),
          // What was received may be no identifier, and is repeated as it is.
          onMail(
              rule(
                  "MSS-EN-10",
                  ANSWER,
                  RuleSource.CONNU,
                  "2.1 ; RFC 5322 3.6.4",
                  "In-Reply-To et References sont des identifiants de messages."),
              HeaderChecks::identifiers),
          onMail(
              rule(
                  "MSS-EN-11",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 5322 3.6.1",
                  "Un message a une date, bien écrite."),
              HeaderChecks::date),
          onMail(
              rule(
                  "MSS-EN-12",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 5322 2.2",
                  "Un en-tête n'a que des caractères ASCII."),
              HeaderChecks::ascii),
          onMail(
              rule(
                  "MSS-EN-13",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 2047 2",
                  "Un texte codé d'un en-tête est en B ou Q, et a 75 caractères au plus."),
              HeaderChecks::words),
          onMail(
              rule(
                  "MSS-EN-14",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 5322 3.6",
                  "Les champs qui ne viennent qu'une fois ne viennent qu'une fois."),
              HeaderChecks::once),
          onMail(
              rule(
                  "MSS-EN-15",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 2045 4",
                  "Un message MIME dit MIME-Version: 1.0."),
              HeaderChecks::version),
          onMail(
              rule(
                  "MSS-EN-16",
                  FORM,
                  RuleSource.NORME,
                  "2.1 ; RFC 5322 2.1.1",
                  "Une ligne a 998 caractères au plus."),
              HeaderChecks::lines),
          onLetter(
              rule(
                  "MSS-EN-17",
                  FORM,
                  RuleSource.CONNU,
                  "2.1 (K)",
                  "Un message transmis n'a pas de Bcc."),
              HeaderChecks::bcc),
          // The bench may not know a charset that is registered.
          onMail(
              rule(
                  "MSS-EN-18",
                  FORM,
                  RuleSource.CONNU,
                  "2.1 (K) ; RFC 2047 2",
                  "Le jeu de caractères d'un texte codé est connu."),
              HeaderChecks::charsets));

  private HeaderChecks() {}

  private static void from(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (addresses(mail, "From").isEmpty()) {
      findings.add(
          header("From"),
          "libellé <adresse>",
          shown(mail.header().first("From").orElse(null)),
          "Écrivez dans From l'adresse de la boîte qui envoie, et son libellé.");
    }
  }

  private static void sender(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String mailbox = submitted.session().address();
    MailRules.first(mail, "From")
        .filter(from -> !mailbox.isEmpty() && !from.equals(mailbox))
        .ifPresent(
            from ->
                findings.add(
                    header("From"),
                    mailbox,
                    from,
                    "Mettez dans From l'adresse de la boîte où votre logiciel s'est authentifié."));
  }

  private static Optional<String> said(ReadMail mail) {
    return addresses(mail, "From").stream()
        .findFirst()
        .map(each -> each.name() == null ? "" : DecodedText.ofHeader(each.name()).strip());
  }

  private static void label(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String address = MailRules.first(mail, "From").orElse("");
    said(mail)
        .filter(label -> label.isEmpty() || label.equalsIgnoreCase(address))
        .ifPresent(
            label ->
                findings.add(
                    header("From"),
                    "un libellé : prénom et nom, ou nom de l'entité",
                    label.isEmpty() ? "aucun libellé" : label,
                    "Mettez devant l'adresse un libellé qui dit qui écrit."));
  }

  private static void personalLabel(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String mailbox = submitted.session().address();
    if (!submitted.session().isOf(Mailbox.Kind.PER)
        || MailRules.first(mail, "From").filter(mailbox::equalsIgnoreCase).isEmpty()) {
      return;
    }
    said(mail)
        .filter(label -> !label.isEmpty())
        .filter(
            label -> {
              String spaced = label.replace('_', ' ').strip();
              return !spaced.matches(".*[\\s,].*") || !UPPER.matcher(spaced).find();
            })
        .ifPresent(
            label ->
                findings.add(
                    header("From"),
                    "titre_Prénom_NOM_entité",
                    label,
                    "Mettez au moins le prénom et le NOM, en majuscules, dans le libellé."));
  }

  private static void replyTo(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (!submitted.session().isOf(Mailbox.Kind.APP)) {
      return;
    }
    String to = MailRules.first(mail, "Reply-To").orElse("");
    if (to.isEmpty() || to.equals(submitted.session().address())) {
      findings.add(
          header("Reply-To"),
          "l'adresse d'une boîte personnelle ou organisationnelle",
          to.isEmpty() ? "absent" : to,
          "Mettez dans Reply-To l'adresse réglée où l'on joint l'émetteur.");
    }
  }

  private static void closing(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String to = MailRules.first(mail, "Reply-To").orElse("");
    if (!submitted.session().isOf(Mailbox.Kind.APP) || to.isEmpty()) {
      return;
    }
    String text = mail.body().map(body -> DecodedText.ofBody(mail.bytes(), body)).orElse("");
    if (!text.toLowerCase(Locale.ROOT).contains(to)) {
      findings.add(
          "corps",
          "la mention d'un envoi automatique, avec " + to,
          text.isBlank() ? "aucun texte" : "un texte sans cette adresse",
          "Finissez le message par la mention d'envoi automatique et l'adresse de Reply-To.");
    }
  }

  private static void messageId(ReadMail mail, SubmittedMail submitted, Findings findings) {
    mail.header()
        .first("Message-ID")
        .map(HeaderComments::without)
        .filter(id -> !id.isEmpty() && !MESSAGE_ID.matcher(id).matches())
        .ifPresent(
            id ->
                findings.add(
                    header("Message-ID"),
                    "<gauche@droite>",
                    id,
                    "Écrivez le Message-ID entre < et >, avec un @ et sans blanc."));
  }

  // A forward may have References alone; several parents need not be referred to (RFC 5322 3.6.4).
  private static void references(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String parent = mail.header().first("In-Reply-To").orElse("");
    if (parent.chars().filter(each -> each == '<').count() == 1
        && mail.header().first("References").orElse("").isBlank()) {
      findings.add(
          header("References"),
          "les identifiants du fil, " + parent + " compris",
          shown(mail.header().first("References").orElse(null)),
          "Ajoutez References aux réponses : celui du message d'origine, puis son Message-ID.");
    }
  }

  private static void identifiers(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (String name : List.of("In-Reply-To", "References")) {
      mail.header()
          .first(name)
          .map(HeaderComments::without)
          .filter(value -> !value.isEmpty() && !MESSAGE_IDS.matcher(value).matches())
          .ifPresent(
              value ->
                  findings.add(
                      header(name),
                      "un ou plusieurs <identifiant>",
                      value,
                      "Écrivez dans " + name + " le Message-ID reçu, tel quel."));
    }
  }

  private static void date(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String date = mail.header().first("Date").orElse("");
    if (!isDate(HeaderComments.without(date))) {
      findings.add(
          header("Date"),
          "Mon, 02 Mar 2026 09:00:00 +0100",
          date.isBlank() ? "absent" : date,
          "Écrivez la date comme le veut la RFC 5322, en anglais et avec le décalage.");
    }
  }

  private static boolean isDate(String text) {
    String one =
        text.replaceAll("\\s+", " ")
            .replaceFirst("^(\\p{Alpha}{3},)(?=\\d)", "$1 ")
            .replaceFirst(" (UT|UTC)$", " GMT")
            .replaceFirst("-0000$", "+0000")
            // Seconds may be left out (RFC 5322 section 3.3).
            .replaceFirst(" (\\d\\d:\\d\\d) (\\S+)$", " $1:00 $2")
            .strip();
    try {
      DateTimeFormatter.RFC_1123_DATE_TIME.parse(one);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void ascii(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (Field field : mail.header().fields()) {
      if (field.raw().chars().anyMatch(each -> each > 0x7e)) {
        findings.add(
            header(field.name()),
            "de l'ASCII, les accents en texte codé (RFC 2047)",
            "un octet hors de l'ASCII",
            "Codez l'en-tête comme le veut la RFC 2047 : =?UTF-8?Q?…?=.");
      }
    }
  }

  private static void words(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (Field field : mail.header().fields()) {
      Matcher matcher = WORD.matcher(field.value());
      while (matcher.find()) {
        boolean isKnown = matcher.group(2).matches("(?i)[BQ]");
        if (!isKnown || matcher.group().length() > LONGEST_WORD) {
          findings.add(
              header(field.name()),
              isKnown ? "75 caractères au plus par texte codé" : "=?UTF-8?B?…?= ou =?UTF-8?Q?…?=",
              isKnown ? matcher.group().length() + " caractères" : matcher.group(),
              "Coupez les textes longs en plusieurs textes codés, en UTF-8 (RFC 2047, 2).");
          break;
        }
      }
    }
  }

  private static void charsets(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (Field field : mail.header().fields()) {
      WORD.matcher(field.value())
          .results()
          .filter(each -> !isCharset(each.group(1)))
          .findFirst()
          .ifPresent(
              each ->
                  findings.add(
                      header(field.name()),
                      "=?UTF-8?B?…?= ou =?UTF-8?Q?…?=",
                      each.group(),
                      "Écrivez les textes codés en UTF-8 : tous les lecteurs le connaissent."));
    }
  }

  private static boolean isCharset(String name) {
    int star = name.indexOf('*');
    try {
      return Charset.isSupported(star < 0 ? name : name.substring(0, star));
    } catch (IllegalCharsetNameException e) {
      return false;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void once(ReadMail mail, SubmittedMail submitted, Findings findings) {
    for (String name : ONCE) {
      int count = mail.header().all(name).size();
      if (count > 1) {
        findings.add(
            header(name), "une fois", count + " fois", "N'écrivez " + name + " qu'une fois.");
      }
    }
  }

  private static void version(ReadMail mail, SubmittedMail submitted, Findings findings) {
    String version = mail.header().first("MIME-Version").map(HeaderComments::without).orElse("");
    if (mail.header().first("Content-Type").isPresent() && !version.equals("1.0")) {
      findings.add(
          header("MIME-Version"),
          "1.0",
          version.isEmpty() ? "absent" : version,
          "Ajoutez MIME-Version: 1.0 au message.");
    }
  }

  private static void lines(ReadMail mail, SubmittedMail submitted, Findings findings) {
    BitSet ofOthers = new BitSet();
    carried(mail.root(), ofOthers);
    int length = 0;
    int line = 1;
    for (int i = 0; i < mail.bytes().length; i++) {
      byte each = mail.bytes()[i];
      if (each == '\n') {
        length = 0;
        line++;
      } else if (each != '\r' && ++length > LONGEST_LINE && !ofOthers.get(i)) {
        findings.add(
            "ligne " + line,
            LONGEST_LINE + " caractères au plus",
            "plus",
            "Repliez les en-têtes et codez les contenus en base64 ou quoted-printable.");
        return;
      }
    }
  }

  /** Where the messages are that this one returns or forwards: theirs are the lines. */
  private static void carried(MimePart part, BitSet all) {
    if (part.message() != null) {
      all.set(part.bodyStart(), part.end());
    }
    part.parts().forEach(each -> carried(each, all));
  }

  private static void bcc(ReadMail mail, SubmittedMail submitted, Findings findings) {
    List<MailAddress> hidden = addresses(mail, "Bcc");
    if (!hidden.isEmpty()) {
      findings.add(
          header("Bcc"),
          "rien",
          hidden.size() + " adresses",
          "Retirez Bcc avant l'envoi : ces destinataires ne sont que dans l'enveloppe.");
    }
  }
}
