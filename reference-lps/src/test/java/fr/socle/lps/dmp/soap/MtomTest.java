package fr.socle.lps.dmp.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MtomTest {
  private static final byte[] LOOKS_LIKE_A_BORDER = "a\r\n--partie_\r\n\r\nb\r\n".getBytes(UTF_8);

  private final Mtom mtom = new Mtom();
  private final String boundary =
      mtom.contentType("urn:a").replaceFirst(".*boundary=\"([^\"]*)\".*", "$1");

  @Test
  void readsBackTheEnvelopeThenEachDocumentByteForByte() throws Exception {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    documents.put("Document01@lps.socle", LOOKS_LIKE_A_BORDER);
    documents.put("Signature01@lps.socle", new byte[] {0, '\r', '\n', (byte) 0xff});

    Map<String, byte[]> read = Mtom.read(mtom.write("<é/>", documents), boundary);

    assertThat(read.values().iterator().next()).isEqualTo("<é/>".getBytes(UTF_8));
    assertThat(read).containsAllEntriesOf(documents).hasSize(3);
  }

  @Test
  void announcesThePartThatTheEnvelopeIsIn() throws Exception {
    String type = mtom.contentType("urn:a");

    Map<String, byte[]> read = Mtom.read(mtom.write("<a/>", Map.of()), boundary);

    assertThat(type).contains("type=\"application/xop+xml\"", "action=\"urn:a\"");
    assertThat(type).contains("start=\"<" + read.keySet().iterator().next() + ">\"");
  }

  @Test
  void refusesAnAnswerWhoseEndIsMissing() {
    byte[] whole = mtom.write("<a/>", Map.of("d", LOOKS_LIKE_A_BORDER));
    int closing = ("--" + boundary + "--\r\n").length();

    byte[] cut = Arrays.copyOf(whole, whole.length - closing);

    assertThatThrownBy(() -> Mtom.read(cut, boundary)).isInstanceOf(IOException.class);
  }

  @Test
  void readsAPartWithoutNameAndRefusesOneWithoutHead() throws Exception {
    String named = "--b\r\nContent-Type: text/xml\r\n\r\n<a/>\r\n--b--";
    String bare = "--b\r\n<a/>\r\n--b--";

    assertThat(Mtom.read(named.getBytes(ISO_8859_1), "b")).containsOnlyKeys("");
    assertThatThrownBy(() -> Mtom.read(bare.getBytes(ISO_8859_1), "b"))
        .isInstanceOf(IOException.class);
  }
}
