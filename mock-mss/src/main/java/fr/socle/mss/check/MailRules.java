package fr.socle.mss.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.Findings;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.mss.protocol.mail.ReadMail;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.protocol.mime.MailAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the rules of the mail in a few lines each. */
final class MailRules {
  private MailRules() {}

  /** A rule on a message that was submitted. */
  @FunctionalInterface
  interface OnMail {
    void judge(ReadMail mail, SubmittedMail submitted, Findings findings);
  }

  /**
   * A rule.
   *
   * @param key section and tag, of {@code mssante.md} unless another sheet is named
   */
  static Rule rule(String id, String requirement, RuleSource source, String key, String title) {
    return new Rule(
        id, source, key.contains(".md ") ? key : "mssante.md " + key, List.of(requirement), title);
  }

  /** A rule on every message that can be read. */
  static Check<SubmittedMail> onMail(Rule rule, OnMail judge) {
    return Check.of(
        rule,
        (exchange, findings) -> {
          ReadMail read = exchange.message().read();
          if (read != null) {
            judge.judge(read, exchange.message(), findings);
          }
        });
  }

  /** The same, except for notifications, whose form is another one. */
  static Check<SubmittedMail> onLetter(Rule rule, OnMail judge) {
    return onMail(
        rule,
        (mail, submitted, findings) -> {
          if (!mail.isReport()) {
            judge.judge(mail, submitted, findings);
          }
        });
  }

  /** A header that a finding names. */
  static String header(String name) {
    return "en-tête " + name;
  }

  /** What was found, in words when there is nothing to show. */
  static String shown(@Nullable String value) {
    return value == null ? "absent" : value.isBlank() ? "vide" : value;
  }

  /** The addresses of a header, those of all its fields. */
  static List<MailAddress> addresses(ReadMail mail, String header) {
    return mail.header().all(header).stream()
        .flatMap(each -> MailAddress.read(each).stream())
        .filter(each -> each.local() != null && !String.valueOf(each.domain()).isEmpty())
        .filter(each -> each.domain() != null)
        .toList();
  }

  /** An address as it is compared: lower case. */
  static String text(MailAddress address) {
    return (address.local() + "@" + address.domain()).toLowerCase(Locale.ROOT);
  }

  /** The first address of a header. */
  static Optional<String> first(ReadMail mail, String header) {
    return addresses(mail, header).stream().findFirst().map(MailRules::text);
  }

  /** Whether an address is that of a citizen in Mon espace santé. */
  static boolean isCitizen(String address) {
    return address.toLowerCase(Locale.ROOT).endsWith("@patient.mssante.fr");
  }
}
