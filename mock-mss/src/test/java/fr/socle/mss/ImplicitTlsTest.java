package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.spi.Settings;
import fr.socle.mss.service.MssSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS from the first byte, for software that knows no STARTTLS. */
class ImplicitTlsTest {
  @TempDir private Path pki;
  private MailBench mail;
  private Path ca;

  @BeforeEach
  void open() throws IOException {
    mail = MailBench.open(pki, Map.of("mss.tls", "implicite"));
    ca = Path.of(mail.space().caFile());
  }

  @AfterEach
  void close() throws IOException {
    mail.close();
  }

  @Test
  void submissionBeginsWithTlsAndOffersNoOther() throws IOException {
    try (RawMail smtp = RawMail.connectSecure(mail.port(MssMock.SUBMISSION), ca)) {
      assertThat(smtp.greeting()).startsWith("220 ");
      smtp.say("EHLO poste");
      assertThat(smtp.until("250 "))
          .noneMatch(each -> each.contains("STARTTLS"))
          .anyMatch(each -> each.contains("AUTH ") && each.contains("XOAUTH2"));
      smtp.say("STARTTLS");
      assertThat(smtp.line()).startsWith("503 ");
      smtp.say("AUTH XOAUTH2 " + MailBench.xoauth2(MailBench.MARIE, mail.tokenOfMarie()));
      assertThat(smtp.line()).startsWith("235 ");
    }
  }

  @Test
  void accessBeginsWithTlsAndOffersNoOther() throws IOException {
    try (RawMail imap = RawMail.connectSecure(mail.port(MssMock.ACCESS), ca)) {
      assertThat(imap.ask("a", "CAPABILITY")).contains("AUTH=XOAUTH2").doesNotContain("STARTTLS");
      assertThat(
              imap.ask(
                  "b",
                  "AUTHENTICATE XOAUTH2 " + MailBench.xoauth2(MailBench.PAUL, mail.tokenOfPaul())))
          .contains("b OK");
    }
  }

  /**
   * It waits for a greeting that never comes; what it says instead is no handshake, and is told.
   */
  @Test
  void clearTextIsNoHandshakeAndIsJournalled() throws IOException {
    try (Socket clear =
        new Socket(InetAddress.getLoopbackAddress(), mail.port(MssMock.SUBMISSION))) {
      clear.getOutputStream().write("EHLO poste\r\n".getBytes(StandardCharsets.US_ASCII));
      clear.getOutputStream().flush();
      clear.setSoTimeout(20_000);
      assertThat(new String(clear.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain("220", "250");
    }
    await()
        .untilAsserted(
            () ->
                assertThat(mail.journal())
                    .anySatisfy(
                        each -> {
                          assertThat(each.kind())
                              .isIn(Exchange.Kind.HANDSHAKE, Exchange.Kind.CONNECTION);
                          assertThat(each.listener()).isEqualTo(MssMock.SUBMISSION);
                        }));
  }

  @Test
  void addressesAndAutoconfigurationSayIt() throws Exception {
    assertThat(mail.space().urls().get(MssMock.SUBMISSION)).startsWith("smtps://");
    assertThat(mail.space().urls().get(MssMock.ACCESS)).startsWith("imaps://");
    assertThat(mail.space().urls().get(MssMock.OPERATOR)).startsWith("smtp://");
    URL file =
        URI.create(
                mail.space().urls().get("mss.autoconfig")
                    + "medecin.mssante.fr/mail/config-v1.1.xml")
            .toURL();
    HttpsURLConnection call = (HttpsURLConnection) file.openConnection();
    call.setSSLSocketFactory(RawMail.trusting(ca));
    assertThat(new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("<socketType>SSL</socketType>")
        .doesNotContain("STARTTLS");
  }

  @Test
  void anotherWordIsRefused() {
    assertThatThrownBy(() -> MssSettings.read(new Settings(Map.of("mss.tls", "ssl"))))
        .hasMessageContaining("mss.tls");
  }
}
