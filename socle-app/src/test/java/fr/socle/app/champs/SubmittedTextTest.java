package fr.socle.app.champs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SubmittedTextTest {
  private static final String ENVELOPE = "MAIL FROM:<a@b.fr>\r\nRCPT TO:<c@d.fr>\r\nDATA\r\n";
  private static final String DATA = "From: a@b.fr\r\n\r\n..point\r\n.\r\n";

  private final SubmittedText text =
      SubmittedText.of((ENVELOPE + DATA).getBytes(StandardCharsets.ISO_8859_1), ENVELOPE.length());

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void tellsTheMessageFromItsEnvelope() {
    assertThat(latin(text.message())).isEqualTo("From: a@b.fr\r\n\r\n.point\r\n");
    assertThat(latin(text.bytes())).isEqualTo(ENVELOPE + DATA);
  }

  @Test
  void endsAnyMessage() {
    assertThat(latin(text.saying("a".getBytes(StandardCharsets.ISO_8859_1))))
        .isEqualTo(ENVELOPE + "a\r\n.\r\n");
  }

  @Test
  void altersTheEnvelopeAndLeavesTheMessage() {
    assertThat(text.envelopes())
        .isNotEmpty()
        .allMatch(each -> latin(each.bytes()).endsWith(DATA))
        .anyMatch(
            each ->
                each.label().equals("RCPT retiré")
                    && latin(each.bytes()).equals(ENVELOPE.replaceFirst("RCPT.*\r\n", "") + DATA));
  }
}
