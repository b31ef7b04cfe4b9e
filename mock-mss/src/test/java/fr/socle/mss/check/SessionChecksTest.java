package fr.socle.mss.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.pki.PkiOptions;
import fr.socle.bench.pki.TestPki;
import fr.socle.bench.session.Unit;
import fr.socle.mss.protocol.mail.MailCommand;
import fr.socle.mss.protocol.mail.MailExchange;
import fr.socle.mss.protocol.mail.SessionWatch;
import fr.socle.mss.protocol.mail.SubmittedMail;
import fr.socle.mss.service.Mailbox;
import fr.socle.mss.service.Mailbox.Kind;
import fr.socle.mss.service.Mailbox.State;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule on sessions: one that passes, and the same broken in one way. */
public class SessionChecksTest {
  private static final TlsFacts TLS =
      new TlsFacts("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", List.of());

  private static X509Certificate certificate;

  private final List<Observed<?>> window = new ArrayList<>();

  @BeforeAll
  static void makeACertificate(@TempDir Path folder) {
    certificate =
        TestPki.open(folder, PkiOptions.builder().build(), Clock.systemUTC()).serverAuthority();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AUTH XOAUTH2 abcd", "AUTH OAUTHBEARER abcd"})
  void anAuthenticationUnderTlsBreaksNoRule(String line) {
    assertThat(smtp(line, TLS, false, Kind.PER)).isEmpty();
    assertThat(
            smtp(
                line,
                new TlsFacts("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of()),
                false,
                Kind.ORG))
        .isEmpty();
  }

  @Test
  void inTwoStepsBreaksNoRuleEither() {
    SessionWatch watch = new SessionWatch("imap", address -> Optional.empty());
    watch.sees(unit("a AUTHENTICATE XOAUTH2\r\n", TLS, false));
    watch.sees(unit("abcd\r\n", TLS, false));
    watch.enters(mailbox(Kind.PER));
    MailCommand command = watch.command("AUTHENTICATE", null);

    assertThat(command.attempt().secret()).isTrue();
    assertThat(Judged.rules("IMAP AUTHENTICATE", command)).isEmpty();
  }

  /** mssante.md 1.4: application mailboxes have another way. */
  @Test
  void anApplicationMailboxIsOpenedByItsCertificate() {
    assertThat(refused("smtp", "AUTH PLAIN " + plain(Letter.FROM), certified(), Kind.APP))
        .isEmpty();
    assertThat(refused("smtp", "AUTH PLAIN " + plain(Letter.FROM), TLS, Kind.APP))
        .containsExactly("MSS-SE-11");
    // Who says in two steps what the operator does not offer has not said of what mailbox.
    assertThat(refused("imap", "a AUTHENTICATE PLAIN", TLS, Kind.APP)).isEmpty();
  }

  @Test
  void anApplicationMailboxIsNotOpenedByAToken() {
    assertThat(refused("smtp", "AUTH XOAUTH2 " + bearer(), certified(), Kind.PER)).isEmpty();
    assertThat(refused("smtp", "AUTH XOAUTH2 " + bearer(), TLS, Kind.APP))
        .containsExactly("MSS-SE-12");
  }

  @Test
  void theLoginOfAnApplicationMailboxIsItsAddress() {
    assertThat(
            refused("imap", "a AUTHENTICATE PLAIN " + plain("autre@b.fr"), certified(), Kind.APP))
        .isEmpty();
    assertThat(refused("imap", "a AUTHENTICATE PLAIN " + plain("CABINET"), certified(), Kind.APP))
        .containsExactly("MSS-SE-13");
  }

  /** A certificate that was asked for may be shown; it does not open the mailbox of a person. */
  @Test
  void theMailboxOfAPersonIsNotOpenedByACertificate() {
    assertThat(refused("smtp", "AUTH PLAIN " + plain(Letter.FROM), certified(), Kind.PER))
        .containsExactly("MSS-SE-03");
  }

  private static String plain(String login) {
    return Base64.getEncoder().encodeToString(("\0" + login + "\0-").getBytes(ISO_8859_1));
  }

  private static String bearer() {
    return Base64.getEncoder()
        .encodeToString(
            ("user=" + Letter.FROM + "\u0001auth=Bearer a.b.c\u0001\u0001").getBytes(ISO_8859_1));
  }

  private static TlsFacts certified() {
    return new TlsFacts(TLS.protocol(), TLS.cipherSuite(), List.of(certificate));
  }

  /** The rules that an authentication breaks that the operator refuses. */
  private static Set<String> refused(String protocol, String line, TlsFacts tls, Kind kind) {
    SessionWatch watch =
        new SessionWatch(
            protocol,
            address -> address.equals(Letter.FROM) ? Optional.of(mailbox(kind)) : Optional.empty());
    watch.sees(unit(line + "\r\n", tls, false));
    boolean smtp = protocol.equals("smtp");
    return Judged.rules(
        smtp ? "SMTP AUTH" : "IMAP AUTHENTICATE",
        watch.command(smtp ? "AUTH" : "AUTHENTICATE", new Refusal("refuse", "")));
  }

  @Test
  void aTokenInClearIsFound() {
    assertThat(smtp("AUTH XOAUTH2 abcd", TlsFacts.clear(), false, Kind.PER))
        .containsExactly("MSS-SE-01", "MSS-SE-02");
  }

  @Test
  void anAuthenticationBegunInClearIsFound() {
    assertThat(smtp("AUTH XOAUTH2", TlsFacts.clear(), false, Kind.PER))
        .containsExactly("MSS-SE-02");
  }

  @Test
  void aPasswordForAPersonIsFound() {
    SessionWatch watch = new SessionWatch("imap", address -> Optional.empty());
    watch.sees(unit("a LOGIN moi secret\r\n", TLS, false));
    watch.enters(mailbox(Kind.PER));

    assertThat(Judged.rules("IMAP LOGIN", watch.command("LOGIN", null)))
        .containsExactly("MSS-SE-03");
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.1, TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, MSS-SE-04",
    "TLSv1.2, TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, MSS-SE-05"
  })
  void anotherVersionOrSuiteIsFound(String version, String suite, String rule) {
    assertThat(smtp("AUTH XOAUTH2 ab", new TlsFacts(version, suite, List.of()), false, Kind.PER))
        .containsExactly(rule);
  }

  @Test
  void commandsBeforeTheAnswerAreFound() {
    assertThat(smtp("AUTH XOAUTH2 abcd", TLS, true, Kind.PER)).containsExactly("MSS-SE-06");
  }

  @Test
  void helloIsSaidAgainAfterTls() {
    SessionWatch right = new SessionWatch("smtp", address -> Optional.empty());
    add(right.command("STARTTLS", null), 0);
    add(right.command("EHLO", null), 0);
    add(right.command("AUTH", null), 0);
    assertThat(sequences()).isEmpty();
    SessionWatch wrong = new SessionWatch("smtp", address -> Optional.empty());
    add(wrong.command("STARTTLS", null), 0);
    add(wrong.command("AUTH", null), 0);
    assertThat(sequences()).containsExactly("MSS-SE-07");
  }

  @Test
  void aMessageIsSentOnceAuthenticated() {
    SessionWatch watch = new SessionWatch("smtp", address -> Optional.empty());
    add(watch.command("MAIL", new Refusal("syntaxe", "")), 0);
    assertThat(sequences()).isEmpty();
    add(watch.command("MAIL", new Refusal("authentification-requise", "")), 0);
    assertThat(sequences()).containsExactly("MSS-SE-08");
  }

  @Test
  void aTokenThatWasRefusedIsNotPresentedAgain() {
    refused("abcd", 0);
    refused("efgh", 60);
    assertThat(sequences()).isEmpty();
    refused("abcd", 120);
    assertThat(sequences()).containsExactly("MSS-SE-09");
  }

  @Test
  void refusalsAreNotFollowedByAStorm() {
    for (int i = 0; i < 11; i++) {
      refused("lent" + i, i * 2L);
    }
    assertThat(sequences()).isEmpty();
    for (int i = 0; i < 11; i++) {
      refused("vite" + i, 100);
    }
    assertThat(sequences()).containsExactly("MSS-SE-10");
  }

  @Test
  void twoMessagesHaveTwoIdentifiers() {
    Letter letter = new Letter().plain();
    add(letter.submitted().condensed(), 0);
    // The same one again, to others.
    add(letter.submitted(), 1);
    // Sent again another day, or a copy for one hidden reader.
    Letter again = new Letter().plain();
    again.headers.put("Date", "Tue, 03 Mar 2026 09:00:00 +0100");
    again.headers.put("Bcc", "relecture@medecin.mssante.fr");
    add(again.submitted(), 1);
    Letter other = new Letter().plain();
    other.headers.put("Message-ID", "<2.3@medecin.mssante.fr>");
    add(other.submitted(), 2);
    assertThat(sequences()).isEmpty();
    other.headers.put("Message-ID", "<1.2@medecin.mssante.fr>");
    other.headers.put("Subject", "Autre");
    add(other.submitted(), 3);
    assertThat(sequences()).containsExactly("MSS-EN-30");
  }

  /** A window keeps what tells messages apart, and no message. */
  @Test
  void aWindowKeepsNoMessage() {
    SubmittedMail mail = new Letter().plain().submitted();

    assertThat(mail.read()).isNotNull();
    assertThat(mail.condensed().read()).isNull();
    assertThat(mail.condensed().digest()).isEqualTo(mail.digest());
  }

  private void refused(String token, long second) {
    SessionWatch watch = new SessionWatch("smtp", address -> Optional.empty());
    watch.sees(unit("AUTH XOAUTH2 " + token + "\r\n", TLS, false));
    add(watch.command("AUTH", new Refusal("jeton-refuse", "")), second);
  }

  private static Set<String> smtp(String line, TlsFacts tls, boolean more, Kind kind) {
    SessionWatch watch = new SessionWatch("smtp", address -> Optional.empty());
    watch.sees(unit(line + "\r\n", tls, more));
    watch.enters(mailbox(kind));
    return Judged.rules("SMTP AUTH", watch.command("AUTH", null));
  }

  private static Mailbox mailbox(Kind kind) {
    return new Mailbox(Letter.FROM, kind, List.of(), "", null, State.OPEN);
  }

  private static Unit unit(String line, TlsFacts tls, boolean more) {
    return new Unit(Content.of(line.getBytes(ISO_8859_1)), true, more, tls);
  }

  private void add(MailExchange message, long second) {
    window.add(
        new Observed<>(
            new Exchange(
                window.size() + 1L,
                "e1",
                "f1",
                "mss",
                "mss.smtp",
                Exchange.Kind.SESSION,
                "SMTP",
                Instant.EPOCH.plusSeconds(second),
                1,
                null,
                null,
                250,
                null,
                JsonNodeFactory.instance.objectNode(),
                null,
                List.of(),
                0,
                0,
                List.of()),
            message));
  }

  private Set<String> sequences() {
    return Judged.sequences(window);
  }

  /** The rules this class proves. */
  public static Stream<String> proven() {
    return Stream.of(
        "MSS-SE-01",
        "MSS-SE-02",
        "MSS-SE-03",
        "MSS-SE-04",
        "MSS-SE-05",
        "MSS-SE-06",
        "MSS-SE-07",
        "MSS-SE-08",
        "MSS-SE-09",
        "MSS-SE-10",
        "MSS-SE-11",
        "MSS-SE-12",
        "MSS-SE-13",
        "MSS-EN-30");
  }
}
