package fr.socle.dmp.registry.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.Scratch;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Peer;
import fr.socle.bench.http.TlsFacts;
import fr.socle.dmp.protocol.Envelopes.Unpacked;
import fr.socle.dmp.protocol.Envelopes.UnreadableException;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 2046, 5.1; RFC 2387; dmp.md 1.1, Q9. */
class MimePartsTest {
  private static final String RELATED =
      "multipart/related; type=\"application/xop+xml\"; boundary=\"B\"; start=\"<root>\"";

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void tellsPartsApartWhateverTheLineEnd(String end) throws Exception {
    Unpacked unpacked = unpack(RELATED, whole().replace("\r\n", end));

    assertThat(unpacked.envelope()).asString(ISO_8859_1).isEqualTo("<a/>");
    assertThat(unpacked.contentType().mediaType()).isEqualTo("application/soap+xml");
    assertThat(unpacked.attachments()).containsOnlyKeys("doc@lps");
    assertThat(unpacked.attachments().get("doc@lps").content().all())
        .asString(ISO_8859_1)
        .isEqualTo("--Bx" + end + " --B" + end);
    assertThat(unpacked.attachments().get("doc@lps").contentType())
        .isEqualTo("text/xml; charset=Cp1252");
  }

  @Test
  void findsTheRootByItsNameWhereverItStands() throws Exception {
    String last =
        "--B\r\nContent-ID: <doc>\r\n\r\nx\r\n--B\r\nContent-ID: <root>\r\n\r\n<a/>\r\n--B--";
    assertThat(unpack(RELATED, last).envelope()).asString(ISO_8859_1).isEqualTo("<a/>");
  }

  @Test
  void undoesBase64() throws Exception {
    String coded =
        "--B\r\n\r\n<a/>\r\n--B\r\nContent-ID: <d>\r\nContent-Transfer-Encoding: BASE64\r\n\r\n"
            + "Ym9u\r\nam91cg==\r\n--B--";
    assertThat(unpack(RELATED, coded).attachments().get("d").content().all())
        .asString(ISO_8859_1)
        .isEqualTo("bonjour");
  }

  /** RFC 2045, 6.7: escapes, soft line breaks; what is neither stays. */
  @Test
  void undoesQuotedPrintable() throws Exception {
    String coded =
        "--B\r\n\r\n<a/>\r\n--B\r\nContent-ID: <d>\r\nContent-Transfer-Encoding:"
            + " quoted-printable\r\n\r\n<r=C3=A9sum=c3=a9=\r\n/> =3D =Z\r\nfin\r\n--B--";
    assertThat(unpack(RELATED, coded).attachments().get("d").content().all())
        .asString(UTF_8)
        .isEqualTo("<résumé/> = =Z\r\nfin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"binary", "base64", "quoted-printable"})
  void leavesLargePartsOnDiskWhateverTheirCoding(String coding, @TempDir Path folder)
      throws Exception {
    byte[] document = new byte[3_000_000];
    new Random(1).nextBytes(document);
    String coded =
        switch (coding) {
          case "base64" -> Base64.getMimeEncoder().encodeToString(document);
          case "quoted-printable" -> quoted(document);
          default -> new String(document, ISO_8859_1);
        };
    byte[] body =
        ("--B\r\n\r\n<a/>\r\n--B\r\nContent-ID: <d>\r\nContent-Transfer-Encoding: "
                + coding
                + "\r\n\r\n"
                + coded
                + "\r\n--B--")
            .getBytes(ISO_8859_1);
    try (Scratch scratch = Scratch.in(folder)) {
      Content received = scratch.keep(new ByteArrayInputStream(body));
      Content part = unpack(received, scratch).attachments().get("d").content();

      assertThat(part.size()).isEqualTo(document.length);
      assertThat(part.all()).isEqualTo(document);
      assertThat(folder.toFile().list()).hasSize(coding.equals("binary") ? 1 : 2);
    }
  }

  private static String quoted(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bytes.length; i++) {
      out.append(String.format("=%02X", bytes[i])).append(i % 20 == 19 ? "=\r\n" : "");
    }
    return out.toString();
  }

  @Test
  void findsADelimiterWhereverItsBytesBegin() throws Exception {
    // Around the places where a stream is read anew.
    for (int length = 65_500; length < 65_560; length++) {
      String filler = "-".repeat(length) + "\r\n--Bx";
      String body = "--B\r\n\r\n<a/>\r\n--B\r\nContent-ID: <d>\r\n\r\n" + filler + "\r\n--B--";
      assertThat(unpack(RELATED, body).attachments().get("d").content().all())
          .asString(ISO_8859_1)
          .isEqualTo(filler);
    }
  }

  @Test
  void boundsTheHeadersOfAPartAndAnEnvelope() {
    String headers = "--B\r\nX: " + "x".repeat(20_000) + "\r\n\r\n<a/>\r\n--B--";
    String envelope = "--B\r\n\r\n" + " ".repeat(17 << 20) + "\r\n--B--";
    for (String body : List.of(headers, envelope)) {
      assertThatThrownBy(() -> unpack(RELATED, body))
          .isInstanceOfSatisfying(
              UnreadableException.class, e -> assertThat(e.isOfOurLimits()).isTrue());
    }
    assertThatThrownBy(() -> unpack("application/soap+xml", " ".repeat(17 << 20)))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.isOfOurLimits()).isTrue());
  }

  private static Unpacked unpack(Content body, Scratch scratch) throws UnreadableException {
    return new MtomEnvelopes()
        .unpack(
            new IncomingRequest(
                "dmp",
                "POST",
                "/",
                Headers.none().with("Content-Type", RELATED),
                body,
                TlsFacts.clear(),
                Instant.EPOCH,
                Peer.unknown(),
                scratch));
  }

  @Test
  void tellsItsOwnLimitsFromWhatCannotBeRead() {
    String many = "--B\r\n\r\n<a/>\r\n".repeat(2_001) + "--B--";
    assertThatThrownBy(() -> unpack(RELATED, many))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.isOfOurLimits()).isTrue());
    assertThatThrownBy(() -> unpack(RELATED, "--B"))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.isOfOurLimits()).isFalse());
  }

  @Test
  void refusesWhatWasCut() {
    String whole = whole();
    for (int length = whole.indexOf("--B") + 3; length < whole.lastIndexOf("--"); length++) {
      String half = whole.substring(0, length);
      assertThatThrownBy(() -> unpack(RELATED, half))
          .as(half)
          .isInstanceOf(UnreadableException.class)
          .hasMessageContaining("MTOM");
    }
  }

  @Test
  void refusesABodyWithoutTheBoundaryThatWasSaid() {
    assertThatThrownBy(() -> unpack(RELATED.replace("=\"B\"", "=\"C\""), whole()))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("boundary");
    assertThatThrownBy(() -> unpack("multipart/related", whole()))
        .isInstanceOf(UnreadableException.class)
        .hasMessageContaining("boundary");
  }

  @Test
  void leavesAPlainEnvelopeAsItIs() throws Exception {
    Unpacked plain = unpack("application/soap+xml; charset=utf-8", "<a/>");
    assertThat(plain.envelope()).asString(ISO_8859_1).isEqualTo("<a/>");
    assertThat(plain.attachments()).isEmpty();
  }

  private static String whole() {
    return String.join(
        "\r\n",
        "preamble",
        "--B ",
        "Content-Type: application/xop+xml; charset=utf-8;",
        " type=\"application/soap+xml\"",
        "Content-ID: <root>",
        "",
        "<a/>",
        "--B",
        "content-id: <doc@lps>",
        "Content-Type: text/xml; charset=Cp1252",
        "",
        "--Bx",
        " --B",
        "",
        "--B--",
        "");
  }

  private static Unpacked unpack(String type, String body) throws UnreadableException {
    return new MtomEnvelopes()
        .unpack(
            new IncomingRequest(
                "dmp",
                "POST",
                "/",
                Headers.none().with("Content-Type", type),
                body.getBytes(ISO_8859_1),
                TlsFacts.clear(),
                Instant.EPOCH));
  }
}
