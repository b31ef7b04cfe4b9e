package fr.socle.mss.check;

import static fr.socle.mss.check.MailRules.header;
import static fr.socle.mss.check.MailRules.onLetter;
import static fr.socle.mss.check.MailRules.rule;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.documents.cda.CdaPatient;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.mime.DecodedText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is demanded of the subject of a message that carries documents: mssante.md 2.2. What stands
 * before the prefix (a mention, the mark of an answer) is left to the sender.
 */
final class SubjectChecks {
  private static final String REQUIREMENT = "MSS/CONF.25";
  private static final String PREFIX = "XDM/1.0/DDM+";
  private static final String FORM = "XDM/1.0/DDM+<libellé> <NOM> <prénom> <JJ/MM/AAAA>";
  private static final String NUMBERED = "2.2 (S2: HPF, ECO.2.1.3)";
  private static final int LONGEST_LABEL = 40;
  private static final Pattern MENTION = Pattern.compile("\\[[^\\]]{1,60}\\]");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,4}) documents?");
  private static final Pattern DATE = Pattern.compile("\\s(\\d[\\d/.-]{4,12}\\d)\\s*$");

  static final List<Check<SubmittedMail>> ALL =
      List.of(
          onLetter(
              rule(
                  "MSS-OB-01",
                  REQUIREMENT,
                  RuleSource.TEXTE,
                  "2.2 (S: IGLPS, REG, ECO.2.1.3)",
                  "L'objet d'un message qui porte un CDA commence par XDM/1.0/DDM+."),
              SubjectChecks::prefix),
          onLetter(
              rule(
                  "MSS-OB-02",
                  REQUIREMENT,
                  RuleSource.TEXTE,
                  "2.2 (S: IGLPS, REG, ECO.2.1.3)",
                  "L'objet donne un libellé, le nom et le prénom du patient."),
              SubjectChecks::fields),
          onLetter(
              rule(
                  "MSS-OB-03",
                  REQUIREMENT,
                  RuleSource.SECONDE_MAIN,
                  NUMBERED,
                  "Le nom de l'objet est en majuscules, et nom et prénom sont sans accents."),
              SubjectChecks::names),
          onLetter(
              rule(
                  "MSS-OB-04",
                  REQUIREMENT,
                  RuleSource.SECONDE_MAIN,
                  NUMBERED,
                  "La date de naissance de l'objet s'écrit JJ/MM/AAAA, et est celle du patient."),
              SubjectChecks::birth),
          onLetter(
              rule(
                  "MSS-OB-05",
                  REQUIREMENT,
                  RuleSource.SECONDE_MAIN,
                  NUMBERED,
                  "Le libellé de l'objet a quarante caractères au plus, ou compte les documents."),
              SubjectChecks::label));

  private SubjectChecks() {}

  /**
   * A subject taken apart.
   *
   * @param text all of it
   * @param rest what follows the prefix, without mention
   * @param patient the patient of the documents
   */
  private record Subject(String text, String rest, CdaPatient patient) {
    /** Where the family name begins; below zero when neither of the names is there. */
    int family() {
      String plain = plain(rest);
      int named = named();
      return named >= 0
          ? named
          : families()
              .flatMap(each -> each.matcher(plain).results())
              .mapToInt(MatchResult::start)
              .max()
              .orElse(-1);
    }

    /** Where a family name begins that a given name follows: labels may say the same word. */
    int named() {
      String plain = plain(rest);
      return families()
          .flatMap(each -> each.matcher(plain).results())
          .filter(each -> isFollowed(plain.substring(each.end())))
          .mapToInt(MatchResult::start)
          .findFirst()
          .orElse(-1);
    }

    /** Whether a given name comes next, the other family names left aside. */
    private boolean isFollowed(String text) {
      String next = text.strip();
      return givens().anyMatch(each -> each.matcher(next).lookingAt())
          || families()
              .map(each -> each.matcher(next))
              .anyMatch(each -> each.lookingAt() && isFollowed(next.substring(each.end())));
    }

    boolean hasGiven() {
      String plain = plain(rest);
      return givens().findAny().isEmpty() || givens().anyMatch(each -> each.matcher(plain).find());
    }

    private Stream<Pattern> families() {
      return patient.families().stream().flatMap(each -> words(each).stream());
    }

    /** Given names as they may be written: the whole, or the first of several. */
    private Stream<Pattern> givens() {
      return patient.givens().stream()
          .flatMap(
              each ->
                  Stream.concat(
                      words(each).stream(),
                      words(plain(folded(each)).strip().split(" ", 2)[0]).stream()));
    }

    /** Whether the names can be compared: what has no letter among the plain ones is left aside. */
    boolean isComparable() {
      return Stream.concat(patient.families().stream(), patient.givens().stream())
          .allMatch(
              each ->
                  unaccented(folded(each))
                      .chars()
                      .noneMatch(one -> one > 0x7e && Character.isLetter(one)));
    }
  }

  /** Words that are looked for whole; nothing when there is none. */
  private static Optional<Pattern> words(String text) {
    String plain = plain(folded(text)).strip();
    return plain.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile("\\b" + plain.replaceAll(" +", " +") + "\\b"));
  }

  /** Each sign in one form, with two letters for each ligature. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replace("œ", "oe")
        .replace("Œ", "OE")
        .replace("æ", "ae")
        .replace("Æ", "AE")
        .replace("ß", "ss");
  }

  /** Upper case, without accents, with a space for each other sign: as long as it was. */
  private static String plain(String text) {
    return unaccented(text).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", " ");
  }

  private static String unaccented(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }

  private static String text(ReadMail mail) {
    return mail.header().first("Subject").map(DecodedText::ofHeader).orElse("").strip();
  }

  private static Optional<Subject> subject(ReadMail mail) {
    String text = text(mail);
    int at = text.indexOf(PREFIX);
    return at < 0
        ? Optional.empty()
        : CarriedDocuments.patient(mail)
            .map(
                patient ->
                    new Subject(
                        text,
                        folded(
                            MENTION
                                .matcher(text.substring(at + PREFIX.length()))
                                .replaceAll(" ")
                                .replaceAll("\\s+", " ")
                                .strip()),
                        patient));
  }

  private static void prefix(ReadMail mail, SubmittedMail submitted, Findings findings) {
    if (!CarriedDocuments.cdas(mail).isEmpty() && !text(mail).contains(PREFIX)) {
      findings.add(
          header("Subject"),
          FORM,
          MailRules.shown(text(mail)),
          "Commencez l'objet par XDM/1.0/DDM+ quand le message porte une archive IHE_XDM.");
    }
  }

  private static void fields(ReadMail mail, SubmittedMail submitted, Findings findings) {
    Subject subject = subject(mail).orElse(null);
    if (subject == null || subject.patient().families().isEmpty() || !subject.isComparable()) {
      return;
    }
    int family = subject.family();
    if (family <= 0 || !subject.hasGiven()) {
      findings.add(
          header("Subject"),
          FORM,
          subject.text(),
          family == 0
              ? "Mettez après le + le libellé du document, puis le nom et le prénom."
              : "Mettez après le libellé le nom et le prénom du patient des documents.");
    }
  }

  private static void names(ReadMail mail, SubmittedMail submitted, Findings findings) {
    Subject subject = subject(mail).orElse(null);
    int at = subject == null ? -1 : subject.named();
    if (subject == null
        || at <= 0
        || unaccented(subject.rest()).length() != subject.rest().length()) {
      return;
    }
    String names = DATE.matcher(subject.rest().substring(at)).replaceAll("");
    String family =
        subject.patient().families().stream()
            .map(SubjectChecks::folded)
            .filter(each -> (" " + plain(names)).startsWith(" " + plain(each)))
            .findFirst()
            .orElse("");
    String written = names.substring(0, Math.min(family.length(), names.length()));
    if (!written.equals(written.toUpperCase(Locale.ROOT)) || !unaccented(names).equals(names)) {
      findings.add(
          header("Subject"),
          unaccented(family).toUpperCase(Locale.ROOT) + " et un prénom sans accent",
          names,
          "Écrivez dans l'objet le nom en majuscules, nom et prénom sans accents.");
    }
  }

  private static void birth(ReadMail mail, SubmittedMail submitted, Findings findings) {
    Subject subject = subject(mail).orElse(null);
    if (subject == null) {
      return;
    }
    Matcher matcher = DATE.matcher(subject.rest());
    String born = subject.patient().birthDate();
    if (!matcher.find() || !born.matches("\\d{8}.*")) {
      return;
    }
    String right = born.substring(6, 8) + "/" + born.substring(4, 6) + "/" + born.substring(0, 4);
    if (!matcher.group(1).equals(right)) {
      findings.add(
          header("Subject"),
          right,
          matcher.group(1),
          "Écrivez la date de naissance du patient sous la forme JJ/MM/AAAA, ou ne la mettez pas.");
    }
  }

  private static void label(ReadMail mail, SubmittedMail submitted, Findings findings) {
    Subject subject = subject(mail).orElse(null);
    int family = subject == null ? -1 : subject.named();
    if (subject == null || family <= 0) {
      return;
    }
    String label = subject.rest().substring(0, Math.min(family, subject.rest().length())).strip();
    int documents = CarriedDocuments.cdas(mail).size();
    Matcher number = NUMBER.matcher(label);
    if (label.length() > LONGEST_LABEL) {
      findings.add(
          header("Subject"),
          LONGEST_LABEL + " caractères au plus",
          label,
          "Coupez le libellé de l'objet à quarante caractères.");
    } else if (number.matches()
        && CarriedDocuments.isWhole(mail)
        && Integer.parseInt(number.group(1)) != documents) {
      findings.add(
          header("Subject"),
          documents + " documents",
          label,
          "Comptez dans l'objet les documents CDA de l'archive.");
    }
  }
}
