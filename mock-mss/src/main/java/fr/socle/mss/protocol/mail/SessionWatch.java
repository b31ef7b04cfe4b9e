package fr.socle.mss.protocol.mail;

import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.session.Unit;
import fr.socle.mss.protocol.mail.MailCommand.Aim;
import fr.socle.mss.protocol.mail.MailCommand.Attempt;
import fr.socle.mss.protocol.sasl.BearerResponse;
import fr.socle.mss.protocol.sasl.PlainResponse;
import fr.socle.mss.protocol.sasl.TokenSession;
import fr.socle.mss.service.Mailbox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at the lines of one connection, and tells the checks what they were. Keeps no secret. */
public final class SessionWatch {
  private static final int LONGEST = 64 * 1024;
  private static final Pattern SMTP =
      Pattern.compile("AUTH +([A-Z0-9_-]{1,40})(?: +(\\S+))?\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMAP =
      Pattern.compile(
          "\\S{1,100} +AUTHENTICATE +([A-Z0-9_-]{1,40})(?: +(\\S+))?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOGIN =
      Pattern.compile("\\S{1,100} +LOGIN +(.+?)\\s*", Pattern.CASE_INSENSITIVE);

  private final String id = UUID.randomUUID().toString();
  private final String protocol;
  private final Function<String, Optional<Mailbox>> mailboxes;
  private TlsFacts tls = TlsFacts.clear();
  private Attempt attempt = Attempt.NONE;
  private boolean awaits;
  private String mechanism = "";
  private @Nullable Mailbox mailbox;

  /**
   * A connection that begins.
   *
   * @param protocol {@code smtp} or {@code imap}
   * @param mailboxes the mailbox of an address
   */
  public SessionWatch(String protocol, Function<String, Optional<Mailbox>> mailboxes) {
    this.protocol = protocol;
    this.mailboxes = mailboxes;
  }

  /** A line came; not called for what is no line. */
  public void sees(Unit unit) {
    tls = unit.tls();
    String line = new String(unit.bytes().first(LONGEST), StandardCharsets.ISO_8859_1);
    if (awaits) {
      awaits = false;
      if (!line.isBlank() && !line.startsWith("*")) {
        attempt = attempt(attempt.mechanism(), line.strip(), unit.more());
      }
      return;
    }
    Matcher matcher = (protocol.equals("smtp") ? SMTP : IMAP).matcher(line);
    Matcher login = LOGIN.matcher(line);
    if (matcher.matches()) {
      String response = matcher.group(2);
      String asked = matcher.group(1).toUpperCase(Locale.ROOT);
      awaits = response == null;
      attempt = response == null ? tried(asked) : attempt(asked, response, unit.more());
      mechanism = asked;
    } else if (protocol.equals("imap") && login.matches()) {
      attempt = attempt("LOGIN", login.group(1), unit.more());
      mechanism = "LOGIN";
    }
  }

  private static Attempt tried(String mechanism) {
    return new Attempt(mechanism, false, "", false, Aim.NOBODY);
  }

  private Attempt attempt(String mechanism, String response, boolean more) {
    return new Attempt(mechanism, true, digest(response), more, aim(mechanism, response));
  }

  private Aim aim(String mechanism, String response) {
    return switch (mechanism) {
      case "PLAIN" -> aimed(PlainResponse.login(response), "");
      case "XOAUTH2", "OAUTHBEARER" ->
          BearerResponse.read(mechanism, response)
              .map(read -> aimed(read.user(), read.token()))
              .orElse(Aim.NOBODY);
      default -> Aim.NOBODY;
    };
  }

  private Aim aimed(String login, String token) {
    return new Aim(
        login,
        login.isEmpty() ? null : mailboxes.apply(login).orElse(null),
        TokenSession.of(token));
  }

  /** A mailbox was entered. */
  public void enters(Mailbox entered) {
    mailbox = entered;
  }

  /** TLS begins: what was said before is void. */
  public void startsAgain() {
    mailbox = null;
    mechanism = "";
  }

  private SessionFacts facts() {
    return new SessionFacts(id, protocol, tls, mailbox, mechanism);
  }

  /** What a command was, once it is answered. */
  public MailCommand command(String verb, @Nullable Refusal refusal) {
    Attempt made = attempt;
    attempt = Attempt.NONE;
    awaits = false;
    return new MailCommand(facts(), verb, made, refusal == null ? "" : refusal.code());
  }

  /**
   * What a message was, once it is answered.
   *
   * @param reversePath envelope sender, empty for the null one
   * @param recipients envelope recipients that were accepted
   * @param message the message; null when none came, or it was too large
   * @param accepted whether it was accepted
   */
  public SubmittedMail mail(
      String reversePath, List<String> recipients, @Nullable Content message, boolean accepted) {
    return SubmittedMail.of(facts(), reversePath, recipients, message, accepted);
  }

  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java machine has SHA-256", e);
    }
  }
}
